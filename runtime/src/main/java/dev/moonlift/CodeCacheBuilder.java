package dev.moonlift;

import dev.moonlift.runtime.jit.ModuleCache;

/** Describes a {@link CodeCache} to be made: without any calls, one with the limits of {@link CodeCache#shared}. */
public final class CodeCacheBuilder {
    private int modules = ModuleCache.USUAL_MODULES;
    private long bytes = ModuleCache.USUAL_BYTES;

    CodeCacheBuilder() {}

    /**
     * Limits the number of modules.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public CodeCacheBuilder modules(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("limit of " + most + " modules");
        }
        this.modules = most;
        return this;
    }

    /**
     * Limits the bytes of all modules, as WebAssembly. A single module that is larger is kept until the next comes.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public CodeCacheBuilder bytes(long most) {
        if (most < 1) {
            throw new IllegalArgumentException("limit of " + most + " bytes");
        }
        this.bytes = most;
        return this;
    }

    /** Makes the cache. */
    public CodeCache build() {
        return new CodeCache(new ModuleCache(modules, bytes));
    }
}
