package dev.moonlift;

import dev.moonlift.frontend.bytecode.ByteString;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A Lua string as what it is: a sequence of bytes. Immutable, compared by content. */
public final class LuaString {
    private final ByteString bytes;

    private LuaString(ByteString bytes) {
        this.bytes = bytes;
    }

    /** A string of a copy of these bytes. */
    public static LuaString of(byte[] bytes) {
        return new LuaString(ByteString.of(bytes));
    }

    /** The string of a text in UTF-8. */
    public static LuaString of(String text) {
        return new LuaString(ByteString.utf8(text));
    }

    /** How bytes come to Java when no type was asked for: as text if they are valid UTF-8, else as they are. */
    static Object textOrBytes(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException binary) {
            return of(bytes);
        }
    }

    /** Number of bytes. */
    public int length() {
        return bytes.length();
    }

    /** A copy of the bytes. */
    public byte[] toByteArray() {
        return bytes.toByteArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LuaString that && bytes.equals(that.bytes);
    }

    @Override
    public int hashCode() {
        return bytes.hashCode();
    }

    /** The text, decoded as UTF-8, with U+FFFD for what is not. */
    @Override
    public String toString() {
        return bytes.toString();
    }
}
