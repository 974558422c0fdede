package dev.moonlift.runtime.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A memory of a native engine, seen from Java through a direct buffer.
 *
 * <p>Native code may grow it, too. What it added is seen after the next {@link #grow} to that size.
 */
public final class BufferMemory extends Memory {
    private static final ByteBuffer NONE = ByteBuffer.allocateDirect(0);
    private static final VarHandle INT = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle DOUBLE =
            MethodHandles.byteBufferViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

    private final NativePages pages;
    private ByteBuffer buffer;

    /**
     * A view of a native memory.
     *
     * @param maximum size in bytes beyond which it never grows: may be less than its last page has
     */
    public BufferMemory(NativePages pages, int maximum) {
        super(maximum);
        this.pages = pages;
        this.buffer = pages.buffer();
    }

    /** Lets go of the native memory, which is about to end: from now on every access is beyond the size. */
    public void close() {
        buffer = NONE;
    }

    @Override
    public int size() {
        return buffer.capacity();
    }

    @Override
    public int grow(int size) {
        if (size < 0 || size > maximum()) {
            return 0;
        }
        if (size > buffer.capacity()) {
            buffer = pages.buffer();
        }
        return size <= buffer.capacity() || addPages(size) ? 1 : 0;
    }

    private boolean addPages(int size) {
        boolean grown = pages.grow(NativePages.pagesFor(size) - NativePages.pagesFor(buffer.capacity()));
        if (grown) {
            buffer = pages.buffer();
        }
        return grown;
    }

    @Override
    public int getByte(int address) {
        return buffer.get(address);
    }

    @Override
    public int getUnsignedByte(int address) {
        return buffer.get(address) & 0xFF;
    }

    @Override
    public void putByte(int address, int value) {
        buffer.put(address, (byte) value);
    }

    @Override
    public int getInt(int address) {
        return (int) INT.get(buffer, address);
    }

    @Override
    public void putInt(int address, int value) {
        INT.set(buffer, address, value);
    }

    @Override
    public long getLong(int address) {
        return (long) LONG.get(buffer, address);
    }

    @Override
    public void putLong(int address, long value) {
        LONG.set(buffer, address, value);
    }

    @Override
    public double getDouble(int address) {
        return (double) DOUBLE.get(buffer, address);
    }

    @Override
    public void putDouble(int address, double value) {
        DOUBLE.set(buffer, address, value);
    }

    @Override
    public void copy(int to, int from, int length) {
        buffer.put(to, buffer, from, length);
    }

    @Override
    public void fill(int address, int value, int length) {
        long eight = (value & 0xFF) * 0x0101_0101_0101_0101L;
        int end = address + length;
        int at = address;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            putLong(at, eight);
        }
        for (; at < end; at++) {
            putByte(at, value);
        }
    }

    @Override
    public int compare(int a, int b, int length) {
        int i = 0;
        while (i <= length - Long.BYTES && getLong(a + i) == getLong(b + i)) {
            i += Long.BYTES;
        }
        while (i < length && getByte(a + i) == getByte(b + i)) {
            i++;
        }
        return i == length ? 0 : getUnsignedByte(a + i) - getUnsignedByte(b + i);
    }

    @Override
    public void putIntRelease(int address, int value) {
        INT.set(buffer, address, value);
        VarHandle.releaseFence();
    }

    @Override
    public void write(int address, byte[] source, int offset, int length) {
        buffer.put(address, source, offset, length);
    }

    @Override
    public void read(int address, byte[] target, int offset, int length) {
        buffer.get(address, target, offset, length);
    }
}
