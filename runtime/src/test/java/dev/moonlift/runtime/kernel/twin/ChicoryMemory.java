package dev.moonlift.runtime.kernel.twin;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.runtime.memory.NativePages;
import java.util.Arrays;

/** A memory of Chicory's. */
final class ChicoryMemory extends Memory {
    private final ByteArrayMemory bytes;

    ChicoryMemory(ByteArrayMemory bytes, int maximum) {
        super(maximum);
        this.bytes = bytes;
    }

    @Override
    public int size() {
        return bytes.pages() * NativePages.PAGE;
    }

    @Override
    public int grow(int size) {
        int missing = NativePages.pagesFor(size) - bytes.pages();
        boolean fits = size >= 0 && size <= maximum() && (missing <= 0 || bytes.grow(missing) >= 0);
        return fits ? 1 : 0;
    }

    @Override
    public int getByte(int address) {
        return bytes.read(address);
    }

    @Override
    public int getUnsignedByte(int address) {
        return bytes.read(address) & 0xFF;
    }

    @Override
    public void putByte(int address, int value) {
        bytes.writeByte(address, (byte) value);
    }

    @Override
    public int getInt(int address) {
        return bytes.readInt(address);
    }

    @Override
    public void putInt(int address, int value) {
        bytes.writeI32(address, value);
    }

    @Override
    public long getLong(int address) {
        return bytes.readLong(address);
    }

    @Override
    public void putLong(int address, long value) {
        bytes.writeLong(address, value);
    }

    @Override
    public double getDouble(int address) {
        return Double.longBitsToDouble(bytes.readLong(address));
    }

    @Override
    public void putDouble(int address, double value) {
        bytes.writeLong(address, Double.doubleToRawLongBits(value));
    }

    @Override
    public void copy(int to, int from, int length) {
        bytes.copy(to, from, length);
    }

    @Override
    public void fill(int address, int value, int length) {
        bytes.fill((byte) value, address, address + length);
    }

    @Override
    public int compare(int a, int b, int length) {
        return Arrays.compareUnsigned(bytes.readBytes(a, length), bytes.readBytes(b, length));
    }

    @Override
    public void putIntRelease(int address, int value) {
        bytes.atomicWriteInt(address, value);
    }

    @Override
    public void write(int address, byte[] source, int offset, int length) {
        bytes.write(address, source, offset, length);
    }

    @Override
    public void read(int address, byte[] target, int offset, int length) {
        System.arraycopy(bytes.readBytes(address, length), 0, target, offset, length);
    }
}
