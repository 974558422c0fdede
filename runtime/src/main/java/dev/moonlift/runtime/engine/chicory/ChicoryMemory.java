package dev.moonlift.runtime.engine.chicory;

import com.dylibso.chicory.runtime.ConstantEvaluators;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.types.ActiveDataSegment;
import com.dylibso.chicory.wasm.types.DataSegment;
import com.dylibso.chicory.wasm.types.PassiveDataSegment;
import dev.moonlift.runtime.memory.HeapMemory;
import dev.moonlift.runtime.memory.NativePages;

/**
 * A memory on the Java heap as WebAssembly on Chicory sees it: the kernel's Java and WebAssembly work on the same
 * bytes. An access beyond its size throws {@link IndexOutOfBoundsException}, as it does in Java.
 *
 * <p>It has as many pages as the memory holds as a whole. The last there can be may lie beyond the memory's maximum in
 * part: whoever asks for that part breaks the rule of {@code memory} that nobody does, and gets the exception.
 */
public class ChicoryMemory implements Memory {
    private final HeapMemory heap;
    private final int initialPages;
    private DataSegment[] segments = {};

    public ChicoryMemory(HeapMemory heap) {
        this.heap = heap;
        this.initialPages = pagesOf(heap);
    }

    // --- size ---

    @Override
    public final int pages() {
        return pagesOf(heap);
    }

    private static int pagesOf(HeapMemory heap) {
        int size = heap.size();
        return size == heap.maximum() ? NativePages.pagesFor(size) : size / NativePages.PAGE;
    }

    @Override
    public final int grow(int more) {
        int before = pages();
        if (more < 0 || more > maximumPages() - before) {
            return -1;
        }
        long size = Math.min((long) (before + more) * NativePages.PAGE, heap.maximum());
        return heap.grow((int) size) == 0 ? -1 : before;
    }

    @Override
    public final int initialPages() {
        return initialPages;
    }

    @Override
    public final int maximumPages() {
        return NativePages.pagesFor(heap.maximum());
    }

    // --- loads and stores ---

    @Override
    public final byte read(int address) {
        return (byte) heap.getByte(address);
    }

    @Override
    public final void writeByte(int address, byte value) {
        heap.putByte(address, value);
    }

    @Override
    public final short readShort(int address) {
        return (short) (heap.getUnsignedByte(address) | heap.getByte(address + 1) << 8);
    }

    @Override
    public final long readU16(int address) {
        return readShort(address) & 0xFFFF;
    }

    @Override
    public final void writeShort(int address, short value) {
        heap.putByte(address + 1, value >> 8);
        heap.putByte(address, value);
    }

    @Override
    public final int readInt(int address) {
        return heap.getInt(address);
    }

    @Override
    public final void writeI32(int address, int value) {
        heap.putInt(address, value);
    }

    @Override
    public final long readLong(int address) {
        return heap.getLong(address);
    }

    @Override
    public final void writeLong(int address, long value) {
        heap.putLong(address, value);
    }

    @Override
    public final float readFloat(int address) {
        return Float.intBitsToFloat(heap.getInt(address));
    }

    @Override
    public final long readF32(int address) {
        return heap.getInt(address);
    }

    @Override
    public final void writeF32(int address, float value) {
        heap.putInt(address, Float.floatToRawIntBits(value));
    }

    @Override
    public final double readDouble(int address) {
        return heap.getDouble(address);
    }

    @Override
    public final long readF64(int address) {
        return heap.getLong(address);
    }

    @Override
    public final void writeF64(int address, double value) {
        heap.putDouble(address, value);
    }

    // --- many bytes ---

    @Override
    public final byte[] readBytes(int address, int length) {
        return heap.read(address, length);
    }

    @Override
    public final void write(int address, byte[] source, int offset, int length) {
        heap.write(address, source, offset, length);
    }

    @Override
    public final void copy(int to, int from, int length) {
        heap.copy(to, from, length);
    }

    @Override
    public final void fill(byte value, int from, int end) {
        heap.fill(from, value, end - from);
    }

    @Override
    public final void zero() {
        heap.fill(0, 0, heap.size());
    }

    // --- data segments ---

    @Override
    public final void initialize(Instance instance, DataSegment[] all) {
        segments = all;
        for (DataSegment segment : all) {
            if (segment instanceof ActiveDataSegment active) {
                long[] offset = ConstantEvaluators.computeConstantValue(instance, active.offsetInstructions());
                heap.write((int) offset[0], active.data(), 0, active.data().length);
            }
        }
    }

    @Override
    public final void initPassiveSegment(int segment, int address, int offset, int length) {
        heap.write(address, segments[segment].data(), offset, length);
    }

    @Override
    public final void drop(int segment) {
        segments[segment] = PassiveDataSegment.EMPTY;
    }

    // --- threads, of which there are none ---

    @Override
    public final boolean shared() {
        return false;
    }

    @Override
    @SuppressWarnings("removal")
    public final Object lock(int address) {
        throw new UnsupportedOperationException("memory is not shared between threads");
    }

    @Override
    @SuppressWarnings("removal")
    public final int waitOn(int address, int expected, long timeout) {
        throw new UnsupportedOperationException("memory is not shared between threads");
    }

    @Override
    @SuppressWarnings("removal")
    public final int waitOn(int address, long expected, long timeout) {
        throw new UnsupportedOperationException("memory is not shared between threads");
    }

    @Override
    @SuppressWarnings("removal")
    public final int notify(int address, int count) {
        throw new UnsupportedOperationException("memory is not shared between threads");
    }
}
