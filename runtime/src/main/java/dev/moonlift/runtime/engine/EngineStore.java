package dev.moonlift.runtime.engine;

import dev.moonlift.runtime.memory.Memory;

/**
 * Where one guest's native code lives: a memory and the modules that work on it. Any thread may use it, one at a time.
 */
public interface EngineStore extends AutoCloseable {
    /** The module name under which modules import the memory, and its name there. */
    String MEMORY_MODULE = "moonlift";

    String MEMORY_NAME = "memory";

    /** The memory. It ends with the store. */
    Memory memory();

    /**
     * Adds a module, whose imports are the memory and what modules added before export. It stays as long as the store.
     *
     * @param name under which later modules import its exports; no two modules have the same
     * @throws EngineException if an import is missing or has another type
     */
    void link(String name, EngineModule module);

    /**
     * A function without parameters and results that a module exports.
     *
     * @throws EngineException if there is none
     */
    EngineFunction function(String module, String name);

    /** Ends the memory and everything that works on it, none of which may be in use. Closing again does nothing. */
    @Override
    void close();
}
