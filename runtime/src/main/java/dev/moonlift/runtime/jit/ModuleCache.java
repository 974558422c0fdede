package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.engine.EngineException;
import dev.moonlift.runtime.jit.flight.FlightEvents;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Compiled code that guests share: of programs that they all run, only the first has to wait for the compiler. Bounded
 * by the number of modules and by their bytes; what was not used for longest goes first. For use by any thread.
 *
 * <p>What several guests ask for at once is compiled once. A module that goes from here stays in the guests that have
 * it: their stores keep it until they are closed.
 */
public final class ModuleCache {
    /** Limits of a cache for which nothing else is said. */
    public static final int USUAL_MODULES = 4096;

    public static final long USUAL_BYTES = 64L << 20;

    private static final ModuleCache SHARED = new ModuleCache(USUAL_MODULES, USUAL_BYTES, null);

    private final int mostModules;
    private final long mostBytes;
    /** Null if there is none. */
    private final CodeFolder folder;

    private final Map<String, CachedCode> modules = new LinkedHashMap<>(16, 0.75f, true);
    /** Keys of what cannot be compiled, and why, so that not every guest tries anew; the oldest go. */
    private final Map<String, Throwable> hopeless = new LinkedHashMap<>();
    /** Those who wait for what is being compiled. */
    private final Map<String, List<Consumer<CachedCode>>> awaited = new HashMap<>();

    private final Experience experience;

    private long bytes;
    private long hits;
    private long misses;
    private long evictions;
    private long compilations;
    private long loaded;
    private long failures;
    private long nanos;

    /**
     * An empty cache.
     *
     * @param mostModules at least 1
     * @param mostBytes of the modules, as WebAssembly; a single module may be larger
     * @param folder where code outlives the process; null if it does not
     */
    public ModuleCache(int mostModules, long mostBytes, CodeFolder folder) {
        this.mostModules = mostModules;
        this.mostBytes = mostBytes;
        this.folder = folder;
        this.experience = new Experience(mostModules);
    }

    /** The cache of this process. */
    public static ModuleCache shared() {
        return SHARED;
    }

    /** What guests with this cache have found out of their functions. */
    Experience experience() {
        return experience;
    }

    /**
     * Gets code: what is here at once, in this thread; anything else when it is compiled, in the compiler's thread,
     * whoever has it compiled.
     *
     * @param compiler gives the code, whose one user is this cache; null if there can be none, which is remembered
     * @param executor runs the compiler
     * @param receiver gets the code and has to release it; null if the compiler failed
     */
    void request(String key, Supplier<CachedCode> compiler, Executor executor, Consumer<CachedCode> receiver) {
        CachedCode code;
        boolean isHopeless;
        synchronized (this) {
            code = modules.get(key);
            isHopeless = hopeless.containsKey(key);
            List<Consumer<CachedCode>> waiting = awaited.get(key);
            if (code != null) {
                hits++;
                code.use();
            } else if (isHopeless) {
                failures++;
            } else if (waiting != null) {
                hits++;
                waiting.add(receiver);
                return;
            } else {
                misses++;
                awaited.put(key, new ArrayList<>(List.of(receiver)));
            }
        }
        if (code != null || isHopeless) {
            receiver.accept(code);
        } else {
            executor.execute(() -> produce(key, compiler));
        }
    }

    private void produce(String key, Supplier<CachedCode> compiler) {
        CachedCode code = null;
        try {
            code = compiler.get();
            if (code == null) {
                failed(key, null);
            }
        } finally {
            settle(key, code).forEach(Runnable::run);
        }
    }

    /** Remembers that there can be no code for a key, and why, if that is known. */
    synchronized void failed(String key, Throwable problem) {
        hopeless.putIfAbsent(key, problem);
        if (hopeless.size() > mostModules) {
            hopeless.remove(hopeless.keySet().iterator().next());
        }
    }

    /** Why there can be no code for a key. */
    synchronized Throwable problem(String key) {
        Throwable problem = hopeless.get(key);
        return problem != null ? problem : new EngineException("it could not be compiled for another guest");
    }

    /** Takes in what the compiler gave; answers what is to be told to those who wait. */
    private synchronized List<Runnable> settle(String key, CachedCode code) {
        List<Runnable> answers = new ArrayList<>();
        for (Consumer<CachedCode> receiver : awaited.remove(key)) {
            if (code != null) {
                code.use();
            }
            answers.add(() -> receiver.accept(code));
        }
        if (code == null) {
            failures++;
        } else {
            put(key, code);
        }
        return answers;
    }

    /** What the folder has for a key; empty if it has nothing, or there is no folder. */
    Optional<StoredCode> findStored(String key) {
        return folder == null ? Optional.empty() : folder.find(key);
    }

    /** Counts a module that came out of a file. */
    synchronized void countLoaded() {
        loaded++;
    }

    /** Counts a compilation, and keeps what it gave in the folder, if there is one. */
    void compiled(CachedCode code) {
        synchronized (this) {
            compilations++;
            nanos += code.record().duration().toNanos();
        }
        if (folder != null) {
            folder.put(new StoredCode(code.record(), code.image()));
        }
    }

    private void put(String key, CachedCode code) {
        modules.put(key, code);
        bytes += code.bytes();
        var oldest = modules.entrySet().iterator();
        while ((modules.size() > mostModules || bytes > mostBytes) && modules.size() > 1) {
            Map.Entry<String, CachedCode> entry = oldest.next();
            CachedCode evicted = entry.getValue();
            FlightEvents.evicted(entry.getKey(), evicted.bytes());
            bytes -= evicted.bytes();
            evicted.release();
            experience.forget(entry.getKey());
            oldest.remove();
            evictions++;
        }
    }

    /** Forgets all code. */
    public synchronized void clear() {
        modules.values().forEach(CachedCode::release);
        modules.clear();
        hopeless.clear();
        experience.clear();
        bytes = 0;
    }

    /** The code that is here, what was used last first. */
    public synchronized List<CachedCode> modules() {
        List<CachedCode> listed = new ArrayList<>(modules.values());
        Collections.reverse(listed);
        return listed;
    }

    /** What has happened so far. */
    public synchronized Statistics statistics() {
        return new Statistics(modules.size(), bytes, hits, misses, evictions, compilations, loaded, failures, nanos);
    }

    /**
     * Figures of the cache.
     *
     * @param modules that are here
     * @param bytes of these modules, as WebAssembly
     * @param hits requests for what was here, or was being compiled for another guest
     * @param misses those for which a compiler was started, or a file read
     * @param evictions modules that went to make room
     * @param compilations that came to their end
     * @param loaded modules that came out of the folder or a bundle
     * @param failures requests that were not answered with code
     * @param nanos that compilations took
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
            long nanos) {}
}
