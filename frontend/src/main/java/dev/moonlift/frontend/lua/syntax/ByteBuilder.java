package dev.moonlift.frontend.lua.syntax;

import dev.moonlift.frontend.bytecode.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing sequence of bytes: the text of a string literal while it is read, or of a message. */
final class ByteBuilder {
    private byte[] bytes = new byte[64];
    private int length;

    ByteBuilder append(int value) {
        ensureRoom(1);
        bytes[length++] = (byte) value;
        return this;
    }

    ByteBuilder append(byte[] source, int from, int to) {
        ensureRoom(to - from);
        System.arraycopy(source, from, bytes, length, to - from);
        length += to - from;
        return this;
    }

    ByteBuilder append(String ascii) {
        byte[] text = ascii.getBytes(StandardCharsets.UTF_8);
        return append(text, 0, text.length);
    }

    ByteBuilder append(ByteString text) {
        byte[] content = text.toByteArray();
        return append(content, 0, content.length);
    }

    /** The encoding of a code point below 2^31, in UTF-8 as it was before it ended at U+10FFFF. */
    ByteBuilder appendUtf8(long codePoint) {
        if (codePoint < 0x80) {
            return append((int) codePoint);
        }
        int continuations = 1;
        while (codePoint >= 1L << (5 * continuations + 6)) {
            continuations++;
        }
        int lead = 0xFF << (7 - continuations) & 0xFF;
        append(lead | (int) (codePoint >> (6 * continuations)));
        for (int i = continuations - 1; i >= 0; i--) {
            append(0x80 | (int) (codePoint >> (6 * i)) & 0x3F);
        }
        return this;
    }

    void clear() {
        length = 0;
    }

    ByteString toByteString() {
        return ByteString.of(bytes, 0, length);
    }

    ByteString toByteString(int from, int to) {
        return ByteString.of(bytes, from, to - from);
    }

    int length() {
        return length;
    }

    private void ensureRoom(int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
    }
}
