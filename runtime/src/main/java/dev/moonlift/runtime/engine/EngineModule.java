package dev.moonlift.runtime.engine;

/** Compiled code, which any number of stores may link. */
public interface EngineModule extends AutoCloseable {
    /** Lets go of the code; stores that have linked it keep it. */
    @Override
    void close();
}
