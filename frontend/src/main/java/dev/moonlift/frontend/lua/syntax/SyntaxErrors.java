package dev.moonlift.frontend.lua.syntax;

import dev.moonlift.frontend.bytecode.ByteString;
import dev.moonlift.frontend.lua.LuaSyntaxException;

/** Makes the errors of one chunk: puts its name and the line before a message. */
final class SyntaxErrors {
    private final ByteString displayName;

    SyntaxErrors(ByteString chunkName) {
        this.displayName = ChunkName.display(chunkName);
    }

    LuaSyntaxException at(int line, ByteString message) {
        return new LuaSyntaxException(prefixed(line, message).toByteString());
    }

    LuaSyntaxException near(int line, ByteString message, ByteString token) {
        return new LuaSyntaxException(
                prefixed(line, message).append(" near ").append(token).toByteString());
    }

    private ByteBuilder prefixed(int line, ByteString message) {
        return new ByteBuilder().append(displayName).append(":" + line + ": ").append(message);
    }
}
