package dev.moonlift.runtime.engine;

/**
 * A WebAssembly engine. Implementations are found through {@link java.util.ServiceLoader}; making one must be cheap and
 * must not fail, whatever is missing here. Safe for use by several threads.
 */
public interface Engine {
    /** The name by which users choose it: lower case. */
    String name();

    /** Of two engines that can be used, {@code auto} takes the one with the higher number. */
    int preference();

    /**
     * Why the engine cannot be used here; null if it can. The first call loads what the engine consists of, which may
     * take some 100 ms; nothing else of the engine is called unless the answer was null.
     */
    String problem();

    /**
     * Compiles a module. Several threads may compile while others run what is compiled already.
     *
     * @throws EngineException if the engine refuses the module
     */
    EngineModule compile(byte[] wasm);

    /**
     * A new store, with a memory of zeros and no modules.
     *
     * @param initial size of the memory in bytes
     * @param maximum size in bytes beyond which it never grows
     * @throws EngineException if the host has no room for it
     */
    EngineStore newStore(int initial, int maximum);
}
