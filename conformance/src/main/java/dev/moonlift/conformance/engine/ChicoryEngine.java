package dev.moonlift.conformance.engine;

import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.InterpreterMachine;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import dev.moonlift.runtime.engine.Engine;
import dev.moonlift.runtime.engine.EngineException;
import dev.moonlift.runtime.engine.EngineModule;
import dev.moonlift.runtime.engine.EngineStore;
import java.util.function.Function;

/** Chicory, which runs WebAssembly in pure Java. */
public final class ChicoryEngine implements Engine {
    private final String name;
    private final boolean compiles;

    private ChicoryEngine(String name, boolean compiles) {
        this.name = name;
        this.compiles = compiles;
    }

    /** Makes classes of WebAssembly. */
    public static Engine compiler(String name) {
        return new ChicoryEngine(name, true);
    }

    /** Interprets WebAssembly: slow beyond measure. */
    public static Engine interpreter(String name) {
        return new ChicoryEngine(name, false);
    }

    /** A module with what runs its instances. */
    record Module(WasmModule wasm, Function<Instance, Machine> machine) implements EngineModule {
        @Override
        public void close() {
            // nothing is open
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int preference() {
        return 0;
    }

    @Override
    public String problem() {
        return null;
    }

    @Override
    public EngineModule compile(byte[] wasm) {
        try {
            WasmModule module = Parser.parse(wasm);
            return new Module(module, compiles ? compile(module) : InterpreterMachine::new);
        } catch (ChicoryException e) {
            throw new EngineException("chicory refuses a module: " + e.getMessage(), e);
        }
    }

    /** Functions that are too long for a method of the JVM are interpreted. */
    private static Function<Instance, Machine> compile(WasmModule module) {
        return MachineFactoryCompiler.builder(module)
                .withInterpreterFallback(InterpreterFallback.SILENT)
                .compile();
    }

    @Override
    public EngineStore newStore(int initial, int maximum) {
        return new ChicoryStore(initial, maximum);
    }
}
