package dev.moonlift.conformance.start;

import dev.moonlift.conformance.run.Platform;
import dev.moonlift.runtime.engine.Engine;
import dev.moonlift.runtime.engine.EngineModule;
import dev.moonlift.runtime.engine.wasmtime.WasmtimeEngine;

/** Starts Wasmtime and compiles the kernel once. */
final class CompileProbe {
    static final String STARTED = "engine started";
    static final String COMPILED = "kernel.wasm compiled";

    /** Wasmtime writes its cache in the background. */
    private static final long CACHE_MILLIS = 1000;

    private CompileProbe() {}

    /** Needs no arguments. */
    public static void main(String[] arguments) throws InterruptedException {
        long start = System.nanoTime();
        Engine engine = new WasmtimeEngine();
        String problem = engine.problem();
        if (problem != null) {
            throw new IllegalStateException(problem);
        }
        long started = System.nanoTime();
        byte[] code = Platform.kernelCode();
        long begin = System.nanoTime();
        EngineModule module = engine.compile(code);
        long end = System.nanoTime();
        Probe.tell(STARTED, started - start);
        Probe.tell(COMPILED, end - begin);
        Thread.sleep(CACHE_MILLIS);
        module.close();
    }
}
