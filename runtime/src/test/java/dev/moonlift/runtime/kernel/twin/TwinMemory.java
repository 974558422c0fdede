package dev.moonlift.runtime.kernel.twin;

import dev.moonlift.runtime.memory.Memory;

/**
 * A memory on which a translated kernel works. {@link TwinLoader} loads this class under the name of
 * {@code HeapMemory}, so that tests make one of these instead.
 */
public final class TwinMemory extends Memory implements TwinKernel.Holder {
    private final TwinKernel twin;
    private final Memory bytes;

    private TwinMemory(int initial, int maximum) {
        super(maximum);
        twin = ((TwinLoader) TwinMemory.class.getClassLoader()).newKernel(initial, maximum);
        bytes = twin.memory();
    }

    public static TwinMemory of(int initial, int maximum) {
        return new TwinMemory(initial, maximum);
    }

    public static TwinMemory of(byte[] image, int maximum) {
        TwinMemory memory = of(image.length, maximum);
        memory.bytes.write(0, image, 0, image.length);
        return memory;
    }

    @Override
    public TwinKernel twin() {
        return twin;
    }

    @Override
    public int size() {
        return bytes.size();
    }

    @Override
    public int grow(int size) {
        return size > maximum() ? 0 : bytes.grow(size);
    }

    @Override
    public int getByte(int address) {
        return bytes.getByte(address);
    }

    @Override
    public int getUnsignedByte(int address) {
        return bytes.getUnsignedByte(address);
    }

    @Override
    public void putByte(int address, int value) {
        bytes.putByte(address, value);
    }

    @Override
    public int getInt(int address) {
        return bytes.getInt(address);
    }

    @Override
    public void putInt(int address, int value) {
        bytes.putInt(address, value);
    }

    @Override
    public long getLong(int address) {
        return bytes.getLong(address);
    }

    @Override
    public void putLong(int address, long value) {
        bytes.putLong(address, value);
    }

    @Override
    public double getDouble(int address) {
        return bytes.getDouble(address);
    }

    @Override
    public void putDouble(int address, double value) {
        bytes.putDouble(address, value);
    }

    @Override
    public void copy(int to, int from, int length) {
        bytes.copy(to, from, length);
    }

    @Override
    public void fill(int address, int value, int length) {
        bytes.fill(address, value, length);
    }

    @Override
    public int compare(int a, int b, int length) {
        return bytes.compare(a, b, length);
    }

    @Override
    public void putIntRelease(int address, int value) {
        bytes.putIntRelease(address, value);
    }

    @Override
    public void write(int address, byte[] source, int offset, int length) {
        bytes.write(address, source, offset, length);
    }

    @Override
    public void read(int address, byte[] target, int offset, int length) {
        bytes.read(address, target, offset, length);
    }
}
