package dev.moonlift.conformance.bench;

import dev.moonlift.conformance.run.Resources;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A program whose running time is of interest. It can be run any number of times in one state.
 *
 * @param name its name
 * @param text the program
 */
record BenchProgram(String name, byte[] text) {
    /** All programs, by name. */
    static List<BenchProgram> all() {
        return Resources.programs(Resources.folder("bench")).stream()
                .map(file -> new BenchProgram(Resources.stem(file), Resources.read(file)))
                .toList();
    }

    /** Whether implementations of Lua 5.1 and 5.2 cannot run it. */
    boolean needsLua54() {
        return new String(text, StandardCharsets.UTF_8).startsWith("-- requires 5.4");
    }
}
