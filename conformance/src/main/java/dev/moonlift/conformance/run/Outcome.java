package dev.moonlift.conformance.run;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a program ended.
 *
 * @param end the kind of end
 * @param message what {@code lua5.4} would say of the error behind its own name; empty for a normal end
 * @param traceback the guest's calls that were in progress then; empty for a normal end
 * @param output standard output, up to a limit
 * @param usage what it used until then
 * @param problems what the inspection found, a line each
 */
public record Outcome(End end, String message, String traceback, byte[] output, Usage usage, List<String> problems) {
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

    /** The same, but for what was used of memory, and the fuel that depends on that: but if all was used up. */
    public Outcome withoutMemory() {
        long fuel = end == End.FUEL ? usage.fuel() : usage.fuel() - usage.collectionFuel();
        return new Outcome(end, message, traceback, output, Usage.ofFuel(fuel), problems);
    }

    /** The same, but for what was used at all. */
    public Outcome withoutUsage() {
        return new Outcome(end, message, traceback, output, Usage.ofFuel(0), problems);
    }

    /** The end and its message in a line. */
    public String summary() {
        String name = end.name().toLowerCase(Locale.ROOT);
        return message.isEmpty() ? name : name + ": " + message;
    }

    /**
     * How this outcome differs from that of the same program elsewhere, which should be the same; nothing if it does
     * not. How far a program comes in its time is no part of its meaning.
     */
    public Optional<String> differenceFrom(Outcome other) {
        if (end == End.TIME && other.end == End.TIME) {
            return Optional.empty();
        }
        if (!summary().equals(other.summary())) {
            return Optional.of("ends with <" + summary() + ">, elsewhere <" + other.summary() + ">");
        }
        return Difference.between(other.output, output)
                .map(text -> "output " + text)
                .or(() -> Difference.between(bytes(other.traceback), bytes(traceback))
                        .map(text -> "traceback " + text))
                .or(() -> usage.equals(other.usage)
                        ? Optional.empty()
                        : Optional.of(usage + ", elsewhere " + other.usage));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
