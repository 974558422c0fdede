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
public record BenchProgram(String name, byte[] text) {
    /** All programs, by name. */
    public static List<BenchProgram> all() {
        return in("bench");
    }

    /** Those for which this project promises to be so many times as fast as its interpreter. */
    static List<BenchProgram> promises() {
        return in("promises");
    }

    private static List<BenchProgram> in(String folder) {
        return Resources.programs(Resources.folder(folder)).stream()
                .map(file -> new BenchProgram(Resources.stem(file), Resources.read(file)))
                .toList();
    }

    /** Whether implementations of Lua 5.1 and 5.2 cannot run it. */
    boolean needsLua54() {
        return new String(text, StandardCharsets.UTF_8).startsWith("-- requires 5.4");
    }
}
