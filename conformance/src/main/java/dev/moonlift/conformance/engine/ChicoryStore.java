package dev.moonlift.conformance.engine;

import com.dylibso.chicory.runtime.ExportFunction;
import com.dylibso.chicory.runtime.ImportMemory;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Store;
import com.dylibso.chicory.wasm.ChicoryException;
import dev.moonlift.conformance.engine.ChicoryEngine.Module;
import dev.moonlift.runtime.engine.EngineException;
import dev.moonlift.runtime.engine.EngineFunction;
import dev.moonlift.runtime.engine.EngineModule;
import dev.moonlift.runtime.engine.EngineStore;
import dev.moonlift.runtime.engine.EngineTrap;
import dev.moonlift.runtime.engine.chicory.ChicoryMemory;
import dev.moonlift.runtime.memory.HeapMemory;
import dev.moonlift.runtime.memory.Memory;
import java.util.HashMap;
import java.util.Map;

/** A memory on the Java heap and the instances that work on it. */
final class ChicoryStore implements EngineStore {
    private final Store store = new Store();
    private final Map<String, Instance> instances = new HashMap<>();
    private final HeapMemory memory;

    ChicoryStore(int initial, int maximum) {
        memory = HeapMemory.of(initial, maximum);
        store.addMemory(new ImportMemory(MEMORY_MODULE, MEMORY_NAME, new ChicoryMemory(memory)));
    }

    @Override
    public Memory memory() {
        return memory;
    }

    @Override
    public void link(String name, EngineModule module) {
        Module linked = (Module) module;
        try {
            instances.put(
                    name,
                    store.instantiate(
                            name,
                            imports -> Instance.builder(linked.wasm())
                                    .withImportValues(imports)
                                    .withMachineFactory(linked.machine())
                                    .build()));
        } catch (ChicoryException e) {
            throw new EngineException("chicory cannot link " + name + ": " + e.getMessage(), e);
        }
    }

    @Override
    public EngineFunction function(String module, String name) {
        ExportFunction function = instances.get(module).export(name);
        return () -> call(function);
    }

    private static void call(ExportFunction function) {
        try {
            function.apply();
        } catch (ChicoryException | IndexOutOfBoundsException e) {
            throw new EngineTrap("WebAssembly trapped: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        // All of it is garbage of the JVM's.
    }
}
