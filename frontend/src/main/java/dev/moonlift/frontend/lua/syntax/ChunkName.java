package dev.moonlift.frontend.lua.syntax;

import dev.moonlift.frontend.bytecode.ByteString;

/**
 * How messages show the name of a chunk: the rest of {@code =name} and {@code @file}, the first line of a text in
 * {@code [string "..."]}, never more than {@link #MAX_LENGTH} bytes.
 */
public final class ChunkName {
    /** Longest form, in bytes. */
    public static final int MAX_LENGTH = 59;

    private static final String ELLIPSIS = "...";
    private static final String TEXT_PREFIX = "[string \"";
    private static final String TEXT_SUFFIX = "\"]";
    private static final int MAX_TEXT = MAX_LENGTH - TEXT_PREFIX.length() - TEXT_SUFFIX.length() - ELLIPSIS.length();

    private ChunkName() {}

    /** The form for messages of a name as it was given to {@code load}. */
    public static ByteString display(ByteString name) {
        byte[] bytes = name.toByteArray();
        int length = indexOf(bytes, 0, bytes.length);
        if (length > 0 && bytes[0] == '=') {
            return ByteString.of(bytes, 1, Math.min(length - 1, MAX_LENGTH));
        }
        if (length > 0 && bytes[0] == '@') {
            return fileName(bytes, length);
        }
        return text(bytes, length);
    }

    private static ByteString fileName(byte[] bytes, int length) {
        if (length - 1 <= MAX_LENGTH) {
            return ByteString.of(bytes, 1, length - 1);
        }
        int kept = MAX_LENGTH - ELLIPSIS.length();
        return new ByteBuilder()
                .append(ELLIPSIS)
                .append(bytes, length - kept, length)
                .toByteString();
    }

    private static ByteString text(byte[] bytes, int length) {
        int firstLine = indexOf(bytes, '\n', length);
        boolean whole = firstLine == length && length < MAX_TEXT;
        ByteBuilder shown = new ByteBuilder().append(TEXT_PREFIX);
        shown.append(bytes, 0, Math.min(firstLine, MAX_TEXT));
        return shown.append(whole ? "" : ELLIPSIS).append(TEXT_SUFFIX).toByteString();
    }

    private static int indexOf(byte[] bytes, int wanted, int limit) {
        int index = 0;
        while (index < limit && bytes[index] != wanted) {
            index++;
        }
        return index;
    }
}
