package dev.moonlift.frontend.bytecode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An immutable Lua string: bytes, in no particular encoding, compared by content. */
public final class ByteString implements Comparable<ByteString> {
    private final byte[] bytes;
    /** The hash code once it was asked for; 0 before. */
    private int hash;

    private ByteString(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A string of a copy of these bytes. */
    public static ByteString of(byte[] bytes) {
        return new ByteString(bytes.clone());
    }

    /** A string of a copy of {@code length} bytes from {@code offset}. */
    public static ByteString of(byte[] bytes, int offset, int length) {
        return new ByteString(Arrays.copyOfRange(bytes, offset, offset + length));
    }

    /** The UTF-8 encoding of a text. */
    public static ByteString utf8(String text) {
        return new ByteString(text.getBytes(StandardCharsets.UTF_8));
    }

    public int length() {
        return bytes.length;
    }

    /** The byte at an index, 0 to 255. */
    public int at(int index) {
        return bytes[index] & 0xFF;
    }

    public byte[] toByteArray() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ByteString that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            hash = Arrays.hashCode(bytes);
        }
        return hash;
    }

    /** Orders by unsigned bytes, which also keeps hash maps fast when many keys collide. */
    @Override
    public int compareTo(ByteString other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    /** The text, decoded as UTF-8, with U+FFFD where it is not. */
    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
