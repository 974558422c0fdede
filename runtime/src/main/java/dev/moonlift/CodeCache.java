package dev.moonlift;

import dev.moonlift.runtime.jit.ModuleCache;
import java.time.Duration;
import java.util.List;

/**
 * Where sandboxes share the code that hot functions are compiled to ({@link SandboxBuilder#optimization}): the second
 * sandbox that runs a program need not wait for the compiler. All sandboxes of the process use {@link #shared} unless
 * they are given another. Safe for use by several threads.
 *
 * <p>A cache keeps modules: what was compiled together. It is bounded by their number and by their bytes; if one limit
 * is exceeded, those go that were not asked for for longest. What several sandboxes ask for at once is compiled once.
 *
 * <p>A cache may have a {@linkplain CodeCacheBuilder#folder folder} besides, through which modules outlive the process.
 *
 * <h2>When space comes back</h2>
 *
 * The limits are those of the cache, not of the process. On Wasmtime a module that goes from here, or that
 * {@link #clear} removes, is let go of at once; but its machine code stays mapped while a sandbox lives that has it in
 * place, since nothing can be taken out of a store of Wasmtime before the store ends. It is unmapped when the last of
 * those sandboxes is closed, or at once if there is none. On {@code chicory} modules are classes, which the JVM unloads
 * some time after the last sandbox that has them is unreachable.
 */
public final class CodeCache {
    private static final CodeCache SHARED = new CodeCache(ModuleCache.shared());

    private final ModuleCache modules;

    CodeCache(ModuleCache modules) {
        this.modules = modules;
    }

    /** The cache of this process: at most 4,096 modules and 64 MiB. */
    public static CodeCache shared() {
        return SHARED;
    }

    /** A description of a cache, to be completed and built. */
    public static CodeCacheBuilder builder() {
        return new CodeCacheBuilder();
    }

    ModuleCache modules() {
        return modules;
    }

    /** What has happened so far. */
    public Statistics statistics() {
        ModuleCache.Statistics counted = modules.statistics();
        return new Statistics(
                counted.modules(),
                counted.bytes(),
                counted.hits(),
                counted.misses(),
                counted.evictions(),
                counted.compilations(),
                counted.loaded(),
                counted.failures(),
                Duration.ofNanos(counted.nanos()));
    }

    /** The modules that are here, what was asked for last first. */
    public List<CompiledModule> list() {
        return modules.modules().stream().map(CompiledModule::new).toList();
    }

    /** Forgets all modules. Sandboxes that have them go on with them. */
    public void clear() {
        modules.clear();
    }

    /**
     * Figures of a cache since it was made.
     *
     * @param modules that are here now
     * @param bytes of these modules, as WebAssembly; machine code is several times as large
     * @param hits requests for what was here, or just being compiled for another sandbox
     * @param misses other requests
     * @param evictions modules that went because a limit was exceeded
     * @param compilations that gave a module
     * @param loaded modules that came out of the cache's folder or a bundle
     * @param failures requests that nothing came of: the functions stay interpreted
     * @param compileTime that these compilations took together
     */
    public record Statistics(
            int modules,
            long bytes,
            long hits,
            long misses,
            long evictions,
            long compilations,
            long loaded,
            long failures,
            Duration compileTime) {
        /** The part of the requests that were hits, 0 to 1; 0 if there were none. */
        public double hitRate() {
            long requests = hits + misses;
            return requests == 0 ? 0 : (double) hits / requests;
        }
    }
}
