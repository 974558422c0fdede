package dev.moonlift.conformance.fuzz;

import dev.moonlift.frontend.bytecode.ByteString;
import dev.moonlift.frontend.lua.LuaCompiler;
import dev.moonlift.frontend.lua.LuaSyntaxException;
import java.nio.charset.StandardCharsets;

/**
 * A program that was made of a seed.
 *
 * @param seed the seed
 * @param isPortable whether it keeps to what Lua defines, so that every implementation must run it alike
 * @param piece the program
 */
record FuzzProgram(long seed, boolean isPortable, Piece piece) {
    /** Its Lua text. */
    String text() {
        return piece.text();
    }

    /** Whether it is a Lua program at all: what was taken out of a loop may not be one. */
    boolean isWellFormed() {
        try {
            LuaCompiler.compile(text().getBytes(StandardCharsets.UTF_8), ByteString.utf8("=fuzz"));
            return true;
        } catch (LuaSyntaxException malformed) {
            return false;
        }
    }

    /** The same program with another text. */
    FuzzProgram with(Piece other) {
        return new FuzzProgram(seed, isPortable, other);
    }
}
