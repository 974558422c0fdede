package dev.moonlift.conformance.run;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Where two outputs begin to differ. */
public final class Difference {
    private Difference() {}

    /** The first line that differs, with both versions; nothing if there is none. */
    public static Optional<String> between(byte[] expected, byte[] actual) {
        int at = Arrays.mismatch(expected, actual);
        if (at < 0) {
            return Optional.empty();
        }
        return Optional.of(
                "line " + lineNumber(expected, at) + ": expected " + line(expected, at) + ", was " + line(actual, at));
    }

    private static int lineNumber(byte[] bytes, int at) {
        int line = 1;
        for (int i = 0; i < at; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }

    /** The line around an offset, before which both outputs are the same. */
    private static String line(byte[] bytes, int at) {
        int begin = at;
        while (begin > 0 && bytes[begin - 1] != '\n') {
            begin--;
        }
        if (begin == bytes.length) {
            return "nothing";
        }
        int end = at;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return "<" + new String(bytes, begin, end - begin, StandardCharsets.UTF_8) + ">";
    }
}
