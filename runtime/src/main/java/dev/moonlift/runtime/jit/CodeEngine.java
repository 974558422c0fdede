package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.engine.EngineModule;
import dev.moonlift.wasm.lower.LoweringOptions;

/**
 * What makes code of modules, and puts it within reach of one guest's kernel: its functions come into the guest's table
 * of code by the modules' element segments, and their imports are the kernel's.
 */
public interface CodeEngine {
    /** The engine's name, for messages. */
    String name();

    /** What modules for it must be like. */
    LoweringOptions lowering();

    /**
     * Compiles a module, on any thread.
     *
     * @throws dev.moonlift.runtime.engine.EngineException if it refuses the module
     */
    EngineModule compile(byte[] wasm);

    /**
     * Adds a module that it has compiled. While the guest pauses, on its thread.
     *
     * @param name no two modules of the guest have the same
     * @throws dev.moonlift.runtime.engine.EngineException if an import is missing or has another type
     */
    void link(String name, EngineModule module);
}
