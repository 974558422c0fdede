package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.jit.flight.FlightEvents;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Compiled code that guests of this process share: of programs that they all run, only the first has to wait for the
 * compiler. Bounded by the number of modules and by their bytes; what was not used for longest goes first. For use by
 * any thread.
 *
 * <p>A module that goes from here stays in the guests that have it: their stores keep it until they are closed.
 */
public final class CodeCache {
    private static final int MOST_MODULES = 4096;
    private static final long MOST_BYTES = 64L << 20;

    private static final CodeCache SHARED = new CodeCache(MOST_MODULES, MOST_BYTES);

    private final int mostModules;
    private final long mostBytes;
    private final Map<String, CachedCode> modules = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;
    private long hits;
    private long misses;
    private long evictions;

    CodeCache(int mostModules, long mostBytes) {
        this.mostModules = mostModules;
        this.mostBytes = mostBytes;
    }

    /** The cache of this process. */
    static CodeCache shared() {
        return SHARED;
    }

    /** The code for a key, which the caller has to release; null if it is not here. */
    synchronized CachedCode find(String key) {
        CachedCode code = modules.get(key);
        if (code == null) {
            misses++;
        } else {
            hits++;
            code.retain();
        }
        return code;
    }

    synchronized void put(String key, CachedCode code) {
        code.retain();
        CachedCode before = modules.put(key, code);
        bytes += code.bytes();
        if (before != null) {
            bytes -= before.bytes();
            before.release();
        }
        var oldest = modules.entrySet().iterator();
        while ((modules.size() > mostModules || bytes > mostBytes) && modules.size() > 1) {
            Map.Entry<String, CachedCode> entry = oldest.next();
            CachedCode evicted = entry.getValue();
            FlightEvents.evicted(entry.getKey(), evicted.bytes());
            bytes -= evicted.bytes();
            evicted.release();
            oldest.remove();
            evictions++;
        }
    }

    /** Forgets everything. */
    public synchronized void clear() {
        modules.values().forEach(CachedCode::release);
        modules.clear();
        bytes = 0;
    }

    /** What has happened so far. */
    public synchronized Statistics statistics() {
        return new Statistics(modules.size(), bytes, hits, misses, evictions);
    }

    /**
     * Figures of the cache.
     *
     * @param modules that are here
     * @param bytes of these modules, as WebAssembly
     * @param hits compilations that were not needed
     * @param misses those that were
     * @param evictions modules that went to make room
     */
    public record Statistics(int modules, long bytes, long hits, long misses, long evictions) {}
}
