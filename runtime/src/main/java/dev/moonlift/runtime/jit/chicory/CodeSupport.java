package dev.moonlift.runtime.jit.chicory;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.TrapException;
import com.dylibso.chicory.wasm.ChicoryException;

/**
 * What Chicory's code calls for what is more than an instruction of the JVM, in place of Chicory's {@code Shaded}, of
 * which each module would have a copy: these are compiled by the time that a module is new. Names and types are
 * Chicory's. Public for that code alone.
 */
public final class CodeSupport {
    private CodeSupport() {}

    // --- loads and stores ---

    /** An offset does not bring an address back to where memory is. */
    private static int address(int base, int offset) {
        return base < 0 ? base : base + offset;
    }

    public static byte memoryReadByte(int base, int offset, Memory memory) {
        return ((CodeMemory) memory).read(address(base, offset));
    }

    public static short memoryReadShort(int base, int offset, Memory memory) {
        return ((CodeMemory) memory).readShort(address(base, offset));
    }

    public static int memoryReadInt(int base, int offset, Memory memory) {
        return ((CodeMemory) memory).readInt(address(base, offset));
    }

    public static long memoryReadLong(int base, int offset, Memory memory) {
        return ((CodeMemory) memory).readLong(address(base, offset));
    }

    public static double memoryReadDouble(int base, int offset, Memory memory) {
        return ((CodeMemory) memory).readDouble(address(base, offset));
    }

    public static void memoryWriteByte(int base, byte value, int offset, Memory memory) {
        ((CodeMemory) memory).writeByte(address(base, offset), value);
    }

    public static void memoryWriteShort(int base, short value, int offset, Memory memory) {
        ((CodeMemory) memory).writeShort(address(base, offset), value);
    }

    public static void memoryWriteInt(int base, int value, int offset, Memory memory) {
        ((CodeMemory) memory).writeI32(address(base, offset), value);
    }

    public static void memoryWriteLong(int base, long value, int offset, Memory memory) {
        ((CodeMemory) memory).writeLong(address(base, offset), value);
    }

    public static void memoryWriteDouble(int base, double value, int offset, Memory memory) {
        ((CodeMemory) memory).writeF64(address(base, offset), value);
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
