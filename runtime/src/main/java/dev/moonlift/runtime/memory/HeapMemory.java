package dev.moonlift.runtime.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A memory in an array on the Java heap. */
public final class HeapMemory extends Memory {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle DOUBLE =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes;

    /**
     * A memory of zeros.
     *
     * @param initial size in bytes
     * @param maximum size in bytes beyond which it never grows
     */
    public HeapMemory(int initial, int maximum) {
        super(maximum);
        if (initial < 0 || maximum < initial) {
            throw new IllegalArgumentException("initial " + initial + ", maximum " + maximum);
        }
        this.bytes = new byte[initial];
    }

    /**
     * A memory that begins as a copy of these bytes.
     *
     * @param maximum size in bytes beyond which it never grows
     */
    public HeapMemory(byte[] image, int maximum) {
        this(0, maximum);
        if (image.length > maximum) {
            throw new IllegalArgumentException("image of " + image.length + " bytes, maximum " + maximum);
        }
        this.bytes = image.clone();
    }

    @Override
    public int size() {
        return bytes.length;
    }

    /** The bytes themselves, until the memory grows. */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public int grow(int size) {
        if (size < 0 || size > maximum()) {
            return 0;
        }
        if (size <= bytes.length) {
            return 1;
        }
        int target = (int) Math.min(maximum(), Math.max(size, bytes.length * 2L));
        try {
            bytes = Arrays.copyOf(bytes, target);
            return 1;
        } catch (OutOfMemoryError hostIsFull) {
            return 0;
        }
    }

    @Override
    public int getByte(int address) {
        return bytes[address];
    }

    @Override
    public int getUnsignedByte(int address) {
        return bytes[address] & 0xFF;
    }

    @Override
    public void putByte(int address, int value) {
        bytes[address] = (byte) value;
    }

    @Override
    public int getInt(int address) {
        return (int) INT.get(bytes, address);
    }

    @Override
    public void putInt(int address, int value) {
        INT.set(bytes, address, value);
    }

    @Override
    public long getLong(int address) {
        return (long) LONG.get(bytes, address);
    }

    @Override
    public void putLong(int address, long value) {
        LONG.set(bytes, address, value);
    }

    @Override
    public double getDouble(int address) {
        return (double) DOUBLE.get(bytes, address);
    }

    @Override
    public void putDouble(int address, double value) {
        DOUBLE.set(bytes, address, value);
    }

    @Override
    public void copy(int to, int from, int length) {
        System.arraycopy(bytes, from, bytes, to, length);
    }

    @Override
    public void fill(int address, int value, int length) {
        Arrays.fill(bytes, address, address + length, (byte) value);
    }

    @Override
    public int compare(int a, int b, int length) {
        return Arrays.compareUnsigned(bytes, a, a + length, bytes, b, b + length);
    }

    @Override
    public void putIntRelease(int address, int value) {
        INT.set(bytes, address, value);
        VarHandle.releaseFence();
    }

    @Override
    public void write(int address, byte[] source, int offset, int length) {
        System.arraycopy(source, offset, bytes, address, length);
    }

    @Override
    public void read(int address, byte[] target, int offset, int length) {
        System.arraycopy(bytes, address, target, offset, length);
    }
}
