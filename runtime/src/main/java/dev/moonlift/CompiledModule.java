package dev.moonlift;

import dev.moonlift.runtime.jit.CachedCode;
import dev.moonlift.wasm.module.ModuleReader;
import dev.moonlift.wasm.module.WatPrinter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A module of a {@link CodeCache}: functions that were compiled together. Immutable but for the number of its uses. */
public final class CompiledModule {
    private final CachedCode code;

    CompiledModule(CachedCode code) {
        this.code = code;
    }

    /**
     * The hash of all that the module depends on, in 64 hexadecimal digits: no two modules of a cache have the same.
     */
    public String id() {
        return code.record().key();
    }

    /** Its functions, each as the name of its source, in the sandbox for which it was compiled, and its first line. */
    public List<String> functions() {
        return code.functions();
    }

    /** The engine that runs it. */
    public String engine() {
        return code.record().engine();
    }

    /** The level of optimization. */
    public int level() {
        return code.record().level();
    }

    /** When it was compiled. */
    public Instant compiledAt() {
        return code.record().at();
    }

    /** How long that took, the engine's part included. */
    public Duration compileTime() {
        return code.record().duration();
    }

    /** Instructions of bytecode in its functions. */
    public int instructions() {
        return code.instructions();
    }

    /** The size of the module in bytes, as WebAssembly. */
    public int bytes() {
        return code.bytes();
    }

    /** The module itself: WebAssembly in its binary format. A copy. */
    public byte[] module() {
        return code.wasm().clone();
    }

    /** How many times sandboxes have asked for it. */
    public long uses() {
        return code.uses();
    }

    /** The module in the text format of WebAssembly. */
    public String wat() {
        return WatPrinter.print(ModuleReader.read(code.wasm()));
    }

    /** The module in the compiler's own language, just before it became WebAssembly; empty if it is not known. */
    public Optional<String> ir() {
        return code.graphs();
    }

    @Override
    public String toString() {
        return "CompiledModule[" + id().substring(0, 8) + ": " + String.join(", ", functions()) + "]";
    }
}
