package dev.moonlift.runtime.kernel;

import dev.moonlift.runtime.memory.Memory;

/**
 * What the memory's block operations are when the kernel is translated: short blocks are done here, since an engine's
 * own instruction costs a call into its library. The translator puts these methods in place of the memory's, and here
 * takes the memory's for the instructions.
 */
public final class ByteBlocks {
    /** Longest block, in bytes, that is not left to the instruction. */
    private static final int SHORT = 64;

    private final Memory mem;

    public ByteBlocks(Memory mem) {
        this.mem = mem;
    }

    /** Copies bytes; the ranges may overlap. */
    public void copy(int to, int from, int length) {
        if (length > SHORT || to > from && to < from + length) {
            mem.copy(to, from, length);
            return;
        }
        if (length >= Long.BYTES) {
            copyLongs(to, from, length - Long.BYTES);
        } else if (length >= Integer.BYTES) {
            int last = mem.getInt(from + length - Integer.BYTES);
            mem.putInt(to, mem.getInt(from));
            mem.putInt(to + length - Integer.BYTES, last);
        } else {
            for (int i = 0; i < length; i++) {
                mem.putByte(to + i, mem.getByte(from + i));
            }
        }
    }

    /** Copies up to the eight bytes at an offset, which may overlap others: so they are read first. */
    private void copyLongs(int to, int from, int last) {
        long end = mem.getLong(from + last);
        for (int i = 0; i < last; i += Long.BYTES) {
            mem.putLong(to + i, mem.getLong(from + i));
        }
        mem.putLong(to + last, end);
    }

    /** Sets bytes to the low 8 bits of {@code value}. */
    public void fill(int address, int value, int length) {
        if (length > SHORT) {
            mem.fill(address, value, length);
            return;
        }
        long eight = (value & 0xFF) * 0x0101010101010101L;
        int i = 0;
        for (; i + Long.BYTES <= length; i += Long.BYTES) {
            mem.putLong(address + i, eight);
        }
        for (; i < length; i++) {
            mem.putByte(address + i, value);
        }
    }

    /**
     * Compares bytes as unsigned numbers.
     *
     * @return negative, 0 or positive
     */
    public int compare(int a, int b, int length) {
        int i = 0;
        while (i + Long.BYTES <= length && mem.getLong(a + i) == mem.getLong(b + i)) {
            i += Long.BYTES;
        }
        while (i < length) {
            int order = mem.getUnsignedByte(a + i) - mem.getUnsignedByte(b + i);
            if (order != 0) {
                return order;
            }
            i++;
        }
        return 0;
    }
}
