package dev.moonlift.runtime.jit.chicory;

import dev.moonlift.runtime.engine.chicory.ChicoryMemory;
import dev.moonlift.runtime.kernel.interp.CompiledCode;
import dev.moonlift.runtime.memory.HeapMemory;

/** A guest's memory, with what compiled code asks of the kernel: it is passed from function to function. */
public final class CodeMemory extends ChicoryMemory {
    private final CompiledCode kernel;

    CodeMemory(HeapMemory heap, CompiledCode kernel) {
        super(heap);
        this.kernel = kernel;
    }

    /** For code that {@link ClassPatches} makes. */
    public CompiledCode kernel() {
        return kernel;
    }
}
