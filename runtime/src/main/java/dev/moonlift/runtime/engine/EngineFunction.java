package dev.moonlift.runtime.engine;

/** A native function of a store. */
@FunctionalInterface
public interface EngineFunction {
    /**
     * Runs it, on a thread of {@link Carriers} only: the stack of any other may be too small, which would end the JVM.
     *
     * @throws EngineTrap if the code does what WebAssembly forbids
     */
    void run();
}
