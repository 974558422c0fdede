package dev.moonlift.frontend.lua;

import dev.moonlift.frontend.bytecode.ByteString;
import dev.moonlift.frontend.bytecode.Prototype;
import dev.moonlift.frontend.lua.compile.FunctionCompiler;
import dev.moonlift.frontend.lua.syntax.Parser;

/** Compiles Lua 5.4 source text. */
public final class LuaCompiler {
    private LuaCompiler() {}

    /**
     * The main function of a chunk.
     *
     * @param source the text, in any encoding that agrees with ASCII
     * @param chunkName its name for messages: {@code @file}, {@code =name}, or the text itself
     * @throws LuaSyntaxException if the text is not a Lua program
     */
    public static Prototype compile(byte[] source, ByteString chunkName) {
        return FunctionCompiler.compile(Parser.parse(source, chunkName), chunkName);
    }

    /**
     * The text of a file without its first line if that begins with {@code #}. The line break stays, so that lines keep
     * their numbers.
     */
    public static byte[] skipShebang(byte[] file) {
        if (file.length == 0 || file[0] != '#') {
            return file;
        }
        int end = 0;
        while (end < file.length && file[end] != '\n') {
            end++;
        }
        return java.util.Arrays.copyOfRange(file, end, file.length);
    }
}
