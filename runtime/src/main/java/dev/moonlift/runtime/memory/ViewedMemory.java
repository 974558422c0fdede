package dev.moonlift.runtime.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Numbers are read and written through views of the array. {@link BufferMemory} does the same with a buffer; nothing of
 * it is shared, since a handle is fast only as a constant, and where it gets what it was made for as that very type.
 */
class ViewedMemory extends HeapMemory {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle DOUBLE =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

    ViewedMemory(byte[] bytes, int maximum) {
        super(bytes, maximum);
    }

    /** One without a kernel: for tests. */
    static HeapMemory over(byte[] bytes, int maximum) {
        return new ViewedMemory(bytes, maximum);
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
}
