package dev.moonlift.conformance.run;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How a program ended.
 *
 * @param end the kind of end
 * @param message what {@code lua5.4} would say of the error behind its own name; empty for a normal end
 * @param output standard output, up to a limit
 * @param problems what the inspection found, a line each
 */
public record Outcome(End end, String message, byte[] output, List<String> problems) {
    /** The kinds of end. */
    public enum End {
        /** It came to its end. */
        FINISHED,
        /** It raised an error and did not catch it. That memory is full is one. */
        ERROR,
        /** It used up its fuel. */
        FUEL,
        /** It used up its time. */
        TIME,
        /** It called {@code os.exit}; the message is the code. */
        EXIT
    }

    /** Standard output as text, for people to read. */
    public String text() {
        return new String(output, StandardCharsets.UTF_8);
    }

    /** The end and its message in a line. */
    public String summary() {
        return message.isEmpty() ? end.name().toLowerCase() : end.name().toLowerCase() + ": " + message;
    }
}
