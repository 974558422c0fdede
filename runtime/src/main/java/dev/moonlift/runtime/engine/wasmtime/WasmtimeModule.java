package dev.moonlift.runtime.engine.wasmtime;

import dev.moonlift.runtime.engine.EngineModule;
import io.github.kawamuray.wasmtime.Module;

/** A module that Wasmtime has compiled. */
record WasmtimeModule(Module module) implements EngineModule {
    @Override
    public void close() {
        module.dispose();
    }
}
