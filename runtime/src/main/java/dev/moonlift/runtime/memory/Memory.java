package dev.moonlift.runtime.memory;

/**
 * One guest's linear memory: little-endian bytes at addresses 0 to {@link #size()} - 1.
 *
 * <p>Every access is checked and one beyond the size throws {@link IndexOutOfBoundsException}, or comes to some bytes
 * that belong to nobody else: a bug of ours, never something that a guest can reach. Not safe for use by several
 * threads, with one exception: a thread may store an int with {@link #putIntRelease} while another runs the guest.
 *
 * <p>A class and not an interface, and with one subclass in use wherever no native engine runs: HotSpot then calls that
 * one's methods as if there were no choice.
 */
public abstract class Memory {
    /** Bytes copied at once from memory to memory. */
    private static final int CHUNK = 1 << 16;

    private final int maximum;

    /**
     * A memory.
     *
     * @param maximum size in bytes beyond which it never grows
     */
    protected Memory(int maximum) {
        this.maximum = maximum;
    }

    /** Bytes that are there now. */
    public abstract int size();

    /** Bytes that there can be. */
    public final int maximum() {
        return maximum;
    }

    /**
     * Makes the memory at least {@code size} bytes large; new bytes are zero.
     *
     * @return 1, or 0 if {@code size} is above the maximum or the host has no room, and nothing changed
     */
    public abstract int grow(int size);

    /** Sign-extended. */
    public abstract int getByte(int address);

    /** 0 to 255. */
    public abstract int getUnsignedByte(int address);

    /** Stores the low 8 bits. */
    public abstract void putByte(int address, int value);

    public abstract int getInt(int address);

    public abstract void putInt(int address, int value);

    public abstract long getLong(int address);

    public abstract void putLong(int address, long value);

    public abstract double getDouble(int address);

    public abstract void putDouble(int address, double value);

    /** Copies bytes; the ranges may overlap. */
    public abstract void copy(int to, int from, int length);

    /** Sets bytes to the low 8 bits of {@code value}. */
    public abstract void fill(int address, int value, int length);

    /**
     * Compares bytes as unsigned numbers.
     *
     * @return negative, 0 or positive
     */
    public abstract int compare(int a, int b, int length);

    /** Stores an int so that the thread that runs the guest sees it soon. The address must be a multiple of 4. */
    public abstract void putIntRelease(int address, int value);

    /** Host side: copies bytes in. */
    public abstract void write(int address, byte[] source, int offset, int length);

    /** Host side: copies bytes out. */
    public abstract void read(int address, byte[] target, int offset, int length);

    /** Host side: copies bytes out. */
    public final byte[] read(int address, int length) {
        if (length > size() - address) {
            throw new IndexOutOfBoundsException(length + " bytes at " + address);
        }
        byte[] bytes = new byte[length];
        read(address, bytes, 0, length);
        return bytes;
    }

    /** Host side: copies bytes from the same addresses of another memory. */
    public final void copyFrom(Memory other, int address, int length) {
        byte[] chunk = new byte[Math.min(CHUNK, length)];
        int end = address + length;
        for (int at = address; at < end; at += chunk.length) {
            int count = Math.min(chunk.length, end - at);
            other.read(at, chunk, 0, count);
            write(at, chunk, 0, count);
        }
    }
}
