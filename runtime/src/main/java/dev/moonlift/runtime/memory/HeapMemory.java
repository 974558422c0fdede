package dev.moonlift.runtime.memory;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * A memory in an array on the Java heap. How numbers are read and written there is left to subclasses, see
 * {@link DirectMemory}.
 */
public abstract class HeapMemory extends Memory {
    private static final MethodHandle CONSTRUCTOR = DirectMemory.constructor();

    /** The memory, until it grows, with bytes behind it that nobody uses. Compiled code reads it. */
    @SuppressWarnings("checkstyle:VisibilityModifier")
    public byte[] bytes;

    private int size;

    HeapMemory(byte[] bytes, int maximum) {
        super(maximum);
        this.size = bytes.length;
        this.bytes = Arrays.copyOf(bytes, DirectBytes.roomFor(size));
    }

    /**
     * A memory of zeros.
     *
     * @param initial size in bytes
     * @param maximum size in bytes beyond which it never grows
     */
    public static HeapMemory of(int initial, int maximum) {
        if (initial < 0 || maximum < initial) {
            throw new IllegalArgumentException("initial " + initial + ", maximum " + maximum);
        }
        return over(new byte[initial], maximum);
    }

    /**
     * A memory that begins as a copy of these bytes.
     *
     * @param maximum size in bytes beyond which it never grows
     */
    public static HeapMemory of(byte[] image, int maximum) {
        if (image.length > maximum) {
            throw new IllegalArgumentException("image of " + image.length + " bytes, maximum " + maximum);
        }
        return over(image, maximum);
    }

    /** Of one class always: see {@link Memory}. */
    private static HeapMemory over(byte[] bytes, int maximum) {
        try {
            return (HeapMemory) CONSTRUCTOR.invokeExact(bytes, maximum);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public final int size() {
        return size;
    }

    /** The bytes themselves, until the memory grows, and a few more. */
    public final byte[] bytes() {
        return bytes;
    }

    @Override
    public final int grow(int size) {
        if (size < 0 || size > maximum()) {
            return 0;
        }
        if (size <= this.size) {
            return 1;
        }
        int target = (int) Math.min(maximum(), Math.max(size, this.size * 2L));
        try {
            bytes = Arrays.copyOf(bytes, DirectBytes.roomFor(target));
            this.size = target;
            return 1;
        } catch (OutOfMemoryError hostIsFull) {
            return 0;
        }
    }

    @Override
    public final int getByte(int address) {
        return bytes[address];
    }

    @Override
    public final int getUnsignedByte(int address) {
        return bytes[address] & 0xFF;
    }

    @Override
    public final void putByte(int address, int value) {
        bytes[address] = (byte) value;
    }

    @Override
    public final void copy(int to, int from, int length) {
        System.arraycopy(bytes, from, bytes, to, length);
    }

    @Override
    public final void fill(int address, int value, int length) {
        Arrays.fill(bytes, address, address + length, (byte) value);
    }

    @Override
    public final int compare(int a, int b, int length) {
        return Arrays.compareUnsigned(bytes, a, a + length, bytes, b, b + length);
    }

    @Override
    public final void putIntRelease(int address, int value) {
        putInt(address, value);
        VarHandle.releaseFence();
    }

    @Override
    public final void write(int address, byte[] source, int offset, int length) {
        System.arraycopy(source, offset, bytes, address, length);
    }

    @Override
    public final void read(int address, byte[] target, int offset, int length) {
        System.arraycopy(bytes, address, target, offset, length);
    }
}
