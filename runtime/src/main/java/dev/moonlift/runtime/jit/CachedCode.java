package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.engine.EngineModule;
import java.util.List;

/**
 * What a compilation gave. Its module is closed when it is in the cache no more and nobody is about to link it. For use
 * by any thread.
 */
final class CachedCode {
    private final List<Signature> signatures;
    private final List<List<Integer>> loops;
    private final EngineModule module;
    private final int bytes;
    private int users = 1;

    /**
     * Code with one user, who has to release it.
     *
     * @param signatures of the functions, null for those that cannot be called directly
     * @param loops numbers of the instructions that end the loops with code, by function
     * @param bytes of the module, as WebAssembly
     */
    CachedCode(List<Signature> signatures, List<List<Integer>> loops, EngineModule module, int bytes) {
        this.signatures = signatures;
        this.loops = loops;
        this.module = module;
        this.bytes = bytes;
    }

    Signature signature(int function) {
        return signatures.get(function);
    }

    List<Integer> loops(int function) {
        return loops.get(function);
    }

    EngineModule module() {
        return module;
    }

    int bytes() {
        return bytes;
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
