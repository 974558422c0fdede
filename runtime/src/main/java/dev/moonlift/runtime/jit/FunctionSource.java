package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Layout.Str;
import dev.moonlift.runtime.memory.Memory;
import java.nio.charset.StandardCharsets;

/**
 * Where a function of a guest comes from.
 *
 * @param name of its chunk, shortened if it is long
 * @param lines of its instructions; empty if they are not known
 */
record FunctionSource(String name, int[] lines) {
    private static final String UNKNOWN = "?";
    private static final int LONGEST_NAME = 200;

    static FunctionSource read(Memory memory, int prototype) {
        int address = memory.getInt(prototype + Prototype.LINES);
        int[] lines = new int[address == 0 ? 0 : memory.getInt(prototype + Prototype.CODE_COUNT)];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = memory.getInt(address + Integer.BYTES * i);
        }
        int source = memory.getInt(prototype + Prototype.SOURCE);
        return new FunctionSource(source == 0 ? UNKNOWN : printable(chunkName(text(memory, source))), lines);
    }

    /** A file's or given name; of a text its first line. */
    private static String chunkName(String source) {
        if (source.startsWith("@") || source.startsWith("=")) {
            return source.substring(1);
        }
        return "[string \"" + source.lines().findFirst().orElse("") + "\"]";
    }

    /** The beginning of a string, decoded as UTF-8. */
    static String text(Memory memory, int string) {
        int length = Math.min(memory.getInt(string + Str.LENGTH), LONGEST_NAME);
        return new String(memory.read(string + Str.BYTES, length), StandardCharsets.UTF_8);
    }

    /** A text that does not break a line: guests choose what their functions and chunks are called. */
    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    /** The line of an instruction, 0 if it is not known. */
    int line(int pc) {
        return pc < lines.length ? lines[pc] : 0;
    }
}
