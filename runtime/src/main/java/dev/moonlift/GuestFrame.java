package dev.moonlift;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call in progress in a guest.
 *
 * @param function how the traceback names the function: {@code function 'name'}, {@code main chunk}, {@code ?}
 * @param source name of its chunk, {@code [C]} for a function of the library or the host
 * @param line the line that it is at, from 1; -1 if it has none
 */
public record GuestFrame(String function, String source, int line) {
    private static final Pattern LEVEL = Pattern.compile("\t(.+?):(?:(\\d+):)? in (.*)");

    private static final GuestFrame UNKNOWN = new GuestFrame("?", "", -1);

    /** The levels that a traceback of Lua lists, innermost first. */
    static List<GuestFrame> parse(String traceback) {
        List<GuestFrame> frames = new ArrayList<>();
        for (String line : traceback.split("\n")) {
            Matcher level = LEVEL.matcher(line);
            if (level.matches()) {
                int number = level.group(2) == null ? -1 : Integer.parseInt(level.group(2));
                frames.add(new GuestFrame(level.group(3), level.group(1), number));
            }
        }
        return List.copyOf(frames);
    }

    /** The innermost level of a traceback that has a line. */
    static GuestFrame innermost(String traceback) {
        return parse(traceback).stream()
                .filter(frame -> frame.line() >= 0)
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** As in a traceback: {@code plugin.lua:3: in function 'name'}. */
    @Override
    public String toString() {
        return source + (line < 0 ? "" : ":" + line) + ": in " + function;
    }
}
