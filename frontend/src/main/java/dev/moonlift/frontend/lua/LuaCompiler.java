package dev.moonlift.frontend.lua;

import dev.moonlift.frontend.bytecode.ByteString;
import dev.moonlift.frontend.bytecode.Prototype;
import dev.moonlift.frontend.lua.compile.FunctionCompiler;
import dev.moonlift.frontend.lua.syntax.NestingException;
import dev.moonlift.frontend.lua.syntax.Parser;
import java.util.Arrays;

/** Compiles Lua 5.4 source text. */
public final class LuaCompiler {
    /** How deep statements, expressions and functions may nest within each other. */
    static final int MAX_DEPTH = 197;

    /** What nests no deeper than this is compiled on the caller's stack, of which there may be little left. */
    static final int SHALLOW_DEPTH = 30;

    private LuaCompiler() {}

    /** As {@link #compile(byte[], ByteString, CompileWatch)}, unwatched. */
    public static Prototype compile(byte[] source, ByteString chunkName) {
        return compile(source, chunkName, CompileWatch.NONE);
    }

    /**
     * The main function of a chunk.
     *
     * <p>Time and memory are proportional to the length of the text, whatever it says.
     *
     * @param source the text, in any encoding that agrees with ASCII
     * @param chunkName its name for messages: {@code @file}, {@code =name}, or the text itself
     * @param watch is told of progress; what it throws ends the compilation
     * @throws LuaSyntaxException if the text is not a Lua program
     */
    public static Prototype compile(byte[] source, ByteString chunkName, CompileWatch watch) {
        try {
            return compile(source, chunkName, SHALLOW_DEPTH, watch);
        } catch (NestingException tooDeepHere) {
            return OwnStack.call(() -> compileDeep(source, chunkName, watch));
        }
    }

    private static Prototype compileDeep(byte[] source, ByteString chunkName, CompileWatch watch) {
        try {
            return compile(source, chunkName, MAX_DEPTH, watch);
        } catch (NestingException tooDeep) {
            throw new LuaSyntaxException(ByteString.utf8("C stack overflow"));
        }
    }

    private static Prototype compile(byte[] source, ByteString chunkName, int maxDepth, CompileWatch watch) {
        watch.begin();
        return FunctionCompiler.compile(Parser.parse(source, chunkName, maxDepth, watch), chunkName, watch);
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
        return Arrays.copyOfRange(file, end, file.length);
    }
}
