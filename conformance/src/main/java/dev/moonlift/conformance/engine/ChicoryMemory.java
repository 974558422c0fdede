package dev.moonlift.conformance.engine;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.runtime.memory.NativePages;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/** A memory of Chicory's, as the host and the kernel on the JVM use it between two stretches of WebAssembly. */
final class ChicoryMemory extends Memory {
    private final ByteArrayMemory bytes;

    /**
     * A view of a memory.
     *
     * @param maximum size in bytes beyond which it never grows: may be less than its last page has
     */
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
        if (size < 0 || size > maximum()) {
            return 0;
        }
        int missing = NativePages.pagesFor(size) - bytes.pages();
        return missing <= 0 || bytes.grow(missing) >= 0 ? 1 : 0;
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
        return bytes.readDouble(address);
    }

    @Override
    public void putDouble(int address, double value) {
        bytes.writeF64(address, value);
    }

    @Override
    public void copy(int to, int from, int length) {
        bytes.write(to, bytes.readBytes(from, length));
    }

    @Override
    public void fill(int address, int value, int length) {
        byte[] filler = new byte[length];
        Arrays.fill(filler, (byte) value);
        bytes.write(address, filler);
    }

    @Override
    public int compare(int a, int b, int length) {
        return Arrays.compareUnsigned(bytes.readBytes(a, length), bytes.readBytes(b, length));
    }

    @Override
    public void putIntRelease(int address, int value) {
        bytes.writeI32(address, value);
        VarHandle.releaseFence();
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
