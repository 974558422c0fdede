package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.engine.EngineModule;
import java.util.List;
import java.util.Optional;

/**
 * Compiled code that an engine has made ready. Its module is closed when it is in a cache no more and nobody is about
 * to link it. For use by any thread.
 */
public final class CachedCode {
    private final CodeImage image;
    private final CompilationRecord record;
    private final EngineModule module;
    /** The graphs as compressed text; null if they are not known. */
    private final PackedText graphs;

    private int users = 1;
    private long uses;

    /**
     * Code with one user, who has to release it.
     *
     * @param graphs what was lowered to the module, as text; null if it came out of a file
     */
    CachedCode(CodeImage image, CompilationRecord record, EngineModule module, PackedText graphs) {
        this.image = image;
        this.record = record;
        this.module = module;
        this.graphs = graphs;
    }

    CodeImage image() {
        return image;
    }

    /** How it came about. */
    public CompilationRecord record() {
        return record;
    }

    EngineModule module() {
        return module;
    }

    /** Names of its functions, for people. */
    public List<String> functions() {
        return image.functions().stream().map(CodeImage.Function::name).toList();
    }

    /** Instructions of bytecode in its functions. */
    public int instructions() {
        return image.instructions();
    }

    /** The module. */
    public byte[] wasm() {
        return image.wasm().clone();
    }

    /** Bytes of the module. */
    public int bytes() {
        return image.wasm().length;
    }

    /** The graphs that became the module, as text; empty if they are not known. */
    public Optional<String> graphs() {
        return Optional.ofNullable(graphs).map(PackedText::text);
    }

    /** How often a guest has asked for it. */
    public synchronized long uses() {
        return uses;
    }

    synchronized void use() {
        uses++;
        users++;
    }

    synchronized void retain() {
        users++;
    }

    synchronized void release() {
        users--;
        if (users == 0) {
            module.close();
        }
    }
}
