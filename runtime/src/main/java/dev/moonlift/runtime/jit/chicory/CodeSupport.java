package dev.moonlift.runtime.jit.chicory;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.TrapException;
import com.dylibso.chicory.wasm.ChicoryException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * What Chicory's code calls for what is more than an instruction of the JVM, in place of Chicory's {@code Shaded}, of
 * which each module would have a copy: these are compiled by the time that a module is new. Names and types are
 * Chicory's. Public for that code alone.
 */
public final class CodeSupport {
    private static final VarHandle SHORT = handle(short[].class);
    private static final VarHandle INT = handle(int[].class);
    private static final VarHandle LONG = handle(long[].class);
    private static final VarHandle DOUBLE = handle(double[].class);

    private CodeSupport() {}

    private static VarHandle handle(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
    }

    // --- loads and stores ---

    // Most of these have a faster twin, see DirectAccess. Bytes need none.

    // Longer than what HotSpot's first compiler inlines everywhere: with the insides of so many handles it would give
    // up on a function, and without its counters the second compiler, which inlines them where they are hot, would
    // never come to it. So each has its check of bounds, which is the handle's own.

    public static byte memoryReadByte(int base, int offset, Memory memory) {
        byte[] bytes = ((CodeMemory) memory).heap.bytes();
        return bytes[base >> Integer.SIZE - 1 | base + offset];
    }

    public static short memoryReadShort(int base, int offset, Memory memory) {
        byte[] bytes = ((CodeMemory) memory).bytes();
        int address = base < 0 ? base : base + offset;
        Objects.checkIndex(address, bytes.length - Short.BYTES + 1);
        return (short) SHORT.get(bytes, address);
    }

    public static int memoryReadInt(int base, int offset, Memory memory) {
        byte[] bytes = ((CodeMemory) memory).bytes();
        int address = base < 0 ? base : base + offset;
        Objects.checkIndex(address, bytes.length - Integer.BYTES + 1);
        return (int) INT.get(bytes, address);
    }

    public static long memoryReadLong(int base, int offset, Memory memory) {
        byte[] bytes = ((CodeMemory) memory).bytes();
        int address = base < 0 ? base : base + offset;
        Objects.checkIndex(address, bytes.length - Long.BYTES + 1);
        return (long) LONG.get(bytes, address);
    }

    public static double memoryReadDouble(int base, int offset, Memory memory) {
        byte[] bytes = ((CodeMemory) memory).bytes();
        int address = base < 0 ? base : base + offset;
        Objects.checkIndex(address, bytes.length - Double.BYTES + 1);
        return (double) DOUBLE.get(bytes, address);
    }

    public static void memoryWriteByte(int base, byte value, int offset, Memory memory) {
        byte[] bytes = ((CodeMemory) memory).heap.bytes();
        bytes[base >> Integer.SIZE - 1 | base + offset] = value;
    }

    public static void memoryWriteShort(int base, short value, int offset, Memory memory) {
        byte[] bytes = ((CodeMemory) memory).bytes();
        int address = base < 0 ? base : base + offset;
        Objects.checkIndex(address, bytes.length - Short.BYTES + 1);
        SHORT.set(bytes, address, value);
    }

    public static void memoryWriteInt(int base, int value, int offset, Memory memory) {
        byte[] bytes = ((CodeMemory) memory).bytes();
        int address = base < 0 ? base : base + offset;
        Objects.checkIndex(address, bytes.length - Integer.BYTES + 1);
        INT.set(bytes, address, value);
    }

    public static void memoryWriteLong(int base, long value, int offset, Memory memory) {
        byte[] bytes = ((CodeMemory) memory).bytes();
        int address = base < 0 ? base : base + offset;
        Objects.checkIndex(address, bytes.length - Long.BYTES + 1);
        LONG.set(bytes, address, value);
    }

    public static void memoryWriteDouble(int base, double value, int offset, Memory memory) {
        byte[] bytes = ((CodeMemory) memory).bytes();
        int address = base < 0 ? base : base + offset;
        Objects.checkIndex(address, bytes.length - Double.BYTES + 1);
        DOUBLE.set(bytes, address, value);
    }

    public static void memoryCopy(int to, int from, int length, Memory memory) {
        memory.copy(to, from, length);
    }

    public static void memoryFill(int from, byte value, int length, Memory memory) {
        memory.fill(value, from, from + length);
    }

    // --- calls ---

    /**
     * In Chicory, throws if the thread was interrupted. Each round of a loop would ask; and the exception would leave
     * the guest in an unknown state.
     */
    public static void checkInterruption() {
        // nothing
    }

    /** Chicory compares the numbers of types of two modules. */
    public static long[] callIndirect(long[] arguments, int type, int function, Instance instance) {
        return instance.getMachine().call(function, arguments);
    }

    public static long[] callHostFunction(Instance instance, int function, long[] arguments) {
        return instance.imports().function(function).handle().apply(instance, arguments);
    }

    // --- traps ---

    public static RuntimeException throwCallStackExhausted(StackOverflowError cause) {
        throw new ChicoryException("call stack exhausted", cause);
    }

    /** Of an access whose constant offset alone is too large, as where the index of an element is one. */
    public static RuntimeException throwOutOfBoundsMemoryAccess() {
        throw new ChicoryException("out of bounds memory access");
    }

    public static RuntimeException throwIndirectCallTypeMismatch() {
        throw new ChicoryException("indirect call type mismatch");
    }

    public static RuntimeException throwTrapException() {
        throw new TrapException("unreachable");
    }

    public static RuntimeException throwUnknownFunction(int function) {
        throw new ChicoryException("unknown function " + function);
    }
}
