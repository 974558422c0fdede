package dev.moonlift.runtime.jit;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The code that functions had last in the guests of a process, so that guests which run the same program later begin
 * with it, and go on learning where the others have stopped. Bounded by the number of functions; for use by any thread.
 */
final class Experience {
    private final int mostFunctions;
    private final Map<String, Known> functions = new LinkedHashMap<>(16, 0.75f, true);

    Experience(int mostFunctions) {
        this.mostFunctions = mostFunctions;
    }

    /**
     * What is known of a function.
     *
     * @param module with its code; null if it is to be left to the interpreter
     * @param outdated why its code is to be compiled anew; null if it is not
     */
    record Known(PreparedModule module, String outdated) {}

    /** Keeps what a guest has found out of a function, which it calls by a {@linkplain #key key}. */
    synchronized void put(String key, Known known) {
        functions.put(key, known);
        if (functions.size() > mostFunctions) {
            functions.remove(functions.keySet().iterator().next());
        }
    }

    /** What is known of a function; null if nothing is. */
    synchronized Known find(String key) {
        return functions.get(key);
    }

    /** Forgets code that is in the cache no more. */
    synchronized void forget(String moduleKey) {
        functions
                .values()
                .removeIf(known -> known.module() != null
                        && known.module().code().record().key().equals(moduleKey));
    }

    synchronized void clear() {
        functions.clear();
    }

    /**
     * A function as it is known by: functions are the same if they are so to the bit, addresses included, and compiled
     * in the same manner.
     */
    static String key(FunctionCode function, CodeEngine engine, JitOptions options) {
        CodeKey key = new CodeKey()
                .add(engine.name())
                .add(engine.lowering().toString())
                .add(options.level(), options.failsOneIn());
        function.addTo(key);
        return key.finish();
    }
}
