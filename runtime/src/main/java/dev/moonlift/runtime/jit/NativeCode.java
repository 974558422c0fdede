package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.engine.Engine;
import dev.moonlift.runtime.engine.EngineModule;
import dev.moonlift.runtime.engine.EngineStore;
import dev.moonlift.wasm.lower.LoweringOptions;

/**
 * Code beside the native kernel.
 *
 * @param engine what compiles it
 * @param store where the guest's kernel is
 */
public record NativeCode(Engine engine, EngineStore store) implements CodeEngine {
    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public LoweringOptions lowering() {
        return LoweringOptions.WASMTIME;
    }

    @Override
    public EngineModule compile(byte[] wasm) {
        return engine.compile(wasm);
    }

    @Override
    public void link(String name, EngineModule module) {
        store.link(name, module);
    }
}
