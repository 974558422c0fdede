package dev.moonlift.conformance.run;

import dev.moonlift.Source;
import java.util.List;
import java.util.Map;

/**
 * A Lua program with all that it is run on.
 *
 * @param source its text, and its name in messages
 * @param input its standard input
 * @param arguments what {@code ...} is
 * @param globals globals that it finds beside those of the libraries
 */
public record Program(Source source, byte[] input, List<Object> arguments, Map<String, Object> globals) {
    /** A program without input, arguments and further globals. */
    public static Program of(Source source) {
        return new Program(source, new byte[0], List.of(), Map.of());
    }

    /** The same program with standard input. */
    public Program withInput(byte[] bytes) {
        return new Program(source, bytes, arguments, globals);
    }

    /** The same program with globals. */
    public Program withGlobals(Map<String, Object> values) {
        return new Program(source, input, arguments, values);
    }
}
