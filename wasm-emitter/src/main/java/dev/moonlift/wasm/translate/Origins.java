package dev.moonlift.wasm.translate;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Numbers for lines of source files: {@code file << 16 | line}. The files are listed in a custom section, a name a
 * line.
 */
final class Origins {
    /** Name of the custom section. */
    static final String SECTION = "moonlift.sources";

    private static final int LINE_BITS = 16;

    private final Program program;
    private final Map<String, Integer> files = new LinkedHashMap<>();

    Origins(Program program) {
        this.program = program;
    }

    int of(MethodRef method, int line) {
        String folder = method.owner().substring(0, method.owner().lastIndexOf('/') + 1);
        String file = folder + program.sourceFile(method);
        int number = files.computeIfAbsent(file, name -> files.size());
        return number << LINE_BITS | line & (1 << LINE_BITS) - 1;
    }

    byte[] section() {
        return String.join("\n", files.keySet()).getBytes(StandardCharsets.UTF_8);
    }
}
