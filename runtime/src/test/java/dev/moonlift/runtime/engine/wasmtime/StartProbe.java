package dev.moonlift.runtime.engine.wasmtime;

import dev.moonlift.runtime.engine.Carriers;
import dev.moonlift.runtime.engine.EngineFunction;
import dev.moonlift.runtime.engine.EngineModule;
import dev.moonlift.runtime.engine.EngineStore;

/** Starts Wasmtime in a JVM of its own, runs a function, and prints {@code ok} or why it cannot. */
final class StartProbe {
    private StartProbe() {}

    public static void main(String[] arguments) {
        WasmtimeEngine engine = new WasmtimeEngine();
        String problem = engine.problem();
        System.out.println(problem == null ? run(engine) : problem);
    }

    private static String run(WasmtimeEngine engine) {
        try (EngineModule module = engine.compile(StubModule.code());
                EngineStore store = engine.newStore(1000, 1000)) {
            store.link("kernel", module);
            EngineFunction function = store.function("kernel", "run");
            Carriers.run(function::run, () -> {});
            return store.memory().getInt(StubModule.COUNTER) == 1 ? "ok" : "did not run";
        }
    }
}
