package dev.moonlift.runtime.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * One guest's linear memory: little-endian bytes at addresses 0 to {@link #size()} - 1.
 *
 * <p>Every access is checked against the size and an access beyond it throws {@link IndexOutOfBoundsException}: a bug
 * of ours, never something that a guest can reach. Not safe for use by several threads, with one exception: a thread
 * may store an int with {@link #putIntRelease} while another runs the guest.
 */
public final class Memory {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle DOUBLE =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

    private final int maximum;
    private byte[] bytes;

    /**
     * A memory of zeros.
     *
     * @param initial size in bytes
     * @param maximum size in bytes beyond which it never grows
     */
    public Memory(int initial, int maximum) {
        if (initial < 0 || maximum < initial) {
            throw new IllegalArgumentException("initial " + initial + ", maximum " + maximum);
        }
        this.bytes = new byte[initial];
        this.maximum = maximum;
    }

    /**
     * A memory that begins as a copy of these bytes.
     *
     * @param maximum size in bytes beyond which it never grows
     */
    public Memory(byte[] image, int maximum) {
        this(0, maximum);
        if (image.length > maximum) {
            throw new IllegalArgumentException("image of " + image.length + " bytes, maximum " + maximum);
        }
        this.bytes = image.clone();
    }

    /** Bytes that are there now. */
    public int size() {
        return bytes.length;
    }

    /** Bytes that there can be. */
    public int maximum() {
        return maximum;
    }

    /**
     * Makes the memory at least {@code size} bytes large; new bytes are zero.
     *
     * @return 1, or 0 if {@code size} is above the maximum or the host has no room, and nothing changed
     */
    public int grow(int size) {
        if (size < 0 || size > maximum) {
            return 0;
        }
        if (size <= bytes.length) {
            return 1;
        }
        int target = (int) Math.min(maximum, Math.max(size, bytes.length * 2L));
        try {
            bytes = Arrays.copyOf(bytes, target);
            return 1;
        } catch (OutOfMemoryError hostIsFull) {
            return 0;
        }
    }

    /** Sign-extended. */
    public int getByte(int address) {
        return bytes[address];
    }

    /** 0 to 255. */
    public int getUnsignedByte(int address) {
        return bytes[address] & 0xFF;
    }

    /** Stores the low 8 bits. */
    public void putByte(int address, int value) {
        bytes[address] = (byte) value;
    }

    public int getInt(int address) {
        return (int) INT.get(bytes, address);
    }

    public void putInt(int address, int value) {
        INT.set(bytes, address, value);
    }

    public long getLong(int address) {
        return (long) LONG.get(bytes, address);
    }

    public void putLong(int address, long value) {
        LONG.set(bytes, address, value);
    }

    public double getDouble(int address) {
        return (double) DOUBLE.get(bytes, address);
    }

    public void putDouble(int address, double value) {
        DOUBLE.set(bytes, address, value);
    }

    /** Copies bytes; the ranges may overlap. */
    public void copy(int to, int from, int length) {
        System.arraycopy(bytes, from, bytes, to, length);
    }

    /** Sets bytes to the low 8 bits of {@code value}. */
    public void fill(int address, int value, int length) {
        Arrays.fill(bytes, address, address + length, (byte) value);
    }

    /**
     * Compares bytes as unsigned numbers.
     *
     * @return negative, 0 or positive
     */
    public int compare(int a, int b, int length) {
        return Arrays.compareUnsigned(bytes, a, a + length, bytes, b, b + length);
    }

    /** Stores an int so that the thread that runs the guest sees it soon. The address must be a multiple of 4. */
    public void putIntRelease(int address, int value) {
        INT.set(bytes, address, value);
        VarHandle.releaseFence();
    }

    /** Host side: copies bytes in. */
    public void write(int address, byte[] source, int offset, int length) {
        System.arraycopy(source, offset, bytes, address, length);
    }

    /** Host side: copies bytes out. */
    public byte[] read(int address, int length) {
        return Arrays.copyOfRange(bytes, address, address + length);
    }
}
