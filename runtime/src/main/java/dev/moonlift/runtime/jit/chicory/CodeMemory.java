package dev.moonlift.runtime.jit.chicory;

import dev.moonlift.runtime.engine.chicory.ChicoryMemory;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.memory.HeapMemory;
import java.util.Arrays;

/**
 * A guest's memory, and what else of the guest its compiled code needs: Chicory's code passes it from function to
 * function. Public for that code alone.
 */
public final class CodeMemory extends ChicoryMemory {
    /** Bytes that the memory of a guest has from its beginning on. */
    static final int LEAST_BYTES = Layout.PAGE;

    /** The memory itself, and the kernel. */
    public final HeapMemory heap;

    private CodeFunction[] functions = {};

    CodeMemory(HeapMemory heap) {
        super(heap);
        if (heap.size() < LEAST_BYTES) {
            throw new IllegalArgumentException("a memory of " + heap.size() + " bytes");
        }
        this.heap = heap;
    }

    /** The memory, until it grows. */
    byte[] bytes() {
        return heap.bytes();
    }

    /** The function in a slot of the table of code. */
    public CodeFunction function(int slot) {
        return functions[slot];
    }

    void put(int slot, CodeFunction function) {
        if (slot >= functions.length) {
            functions = Arrays.copyOf(functions, Math.max(16, 2 * slot));
        }
        functions[slot] = function;
    }
}
