package dev.moonlift.runtime.engine.wasmtime;

import dev.moonlift.runtime.engine.Engine;
import dev.moonlift.runtime.engine.EngineException;
import dev.moonlift.runtime.engine.EngineModule;
import dev.moonlift.runtime.engine.EngineStore;

/**
 * Wasmtime, through wasmtime-java. This class names no class of that library, so that it can be loaded, and say why it
 * cannot be used, where the library is missing.
 */
public final class WasmtimeEngine implements Engine {
    private boolean isTried;
    private String problem;
    private WasmtimeProcess process;

    @Override
    public String name() {
        return "wasmtime";
    }

    @Override
    public int preference() {
        return 1;
    }

    @Override
    public synchronized String problem() {
        if (!isTried) {
            isTried = true;
            problem = start();
        }
        return problem;
    }

    private String start() {
        try {
            process = WasmtimeProcess.get();
            return null;
        } catch (NoClassDefFoundError e) {
            return "wasmtime-java is not on the class path";
        } catch (EngineException e) {
            return e.getMessage();
        } catch (LinkageError | RuntimeException e) {
            return "its native library does not load: " + e.getMessage();
        }
    }

    private synchronized WasmtimeProcess process() {
        if (process == null) {
            throw new EngineException("wasmtime has not started");
        }
        return process;
    }

    @Override
    public EngineModule compile(byte[] wasm) {
        return process().compile(wasm);
    }

    @Override
    public EngineStore newStore(int initial, int maximum) {
        return process().newStore(initial, maximum);
    }
}
