package dev.moonlift.wasm.module;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow, written in the encodings of the binary format (WebAssembly 2.0, §5.2). */
final class ByteWriter {
    /** What a number of 64 bits takes in LEB128. */
    private static final int MAX_NUMBER = 10;

    private byte[] bytes = new byte[1024];
    private int size;

    int size() {
        return size;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    void u8(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
    }

    /** Unsigned LEB128. */
    void u32(int value) {
        reserve(MAX_NUMBER);
        size = put(size, value);
    }

    /** Signed LEB128, also for numbers of 32 and 33 bits. */
    void s64(long value) {
        reserve(MAX_NUMBER);
        long rest = value;
        while (rest < -64 || rest > 63) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>= 7;
        }
        bytes[size++] = (byte) (rest & 0x7F);
    }

    /** The lowest {@code count} bytes, little-endian. */
    void littleEndian(long value, int count) {
        reserve(count);
        for (int i = 0; i < count; i++) {
            bytes[size++] = (byte) (value >>> 8 * i);
        }
    }

    /** Length and UTF-8. */
    void name(String name) {
        byte[] encoded = name.getBytes(StandardCharsets.UTF_8);
        u32(encoded.length);
        reserve(encoded.length);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
    }

    /** The bytes alone, without length. */
    void raw(Bytes added) {
        reserve(added.size());
        added.copyTo(bytes, size);
        size += added.size();
    }

    /**
     * Puts the number of bytes written since the size was {@code start} in front of them.
     *
     * @return by how many bytes this moved them
     */
    int insertLength(int start) {
        int length = size - start;
        int prefix = lengthOf(length);
        reserve(prefix);
        System.arraycopy(bytes, start, bytes, start + prefix, length);
        put(start, length);
        size += prefix;
        return prefix;
    }

    /** How many bytes unsigned LEB128 takes. */
    private static int lengthOf(int value) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(value | 1);
        return (bits + 6) / 7;
    }

    /** Writes at {@code position} and returns the position behind. */
    private int put(int position, int value) {
        int next = position;
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            bytes[next++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[next++] = (byte) rest;
        return next;
    }

    private void reserve(int count) {
        if (bytes.length - size < count) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(size, count)));
        }
    }
}
