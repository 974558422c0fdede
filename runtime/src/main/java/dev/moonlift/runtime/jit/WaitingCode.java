package dev.moonlift.runtime.jit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The modules that were prepared for a guest and are not in place yet: functions that a program loads while it runs are
 * not there when it begins.
 */
final class WaitingCode {
    private final CodeEngine engine;
    private final ModuleCache cache;
    private final List<PreparedModule> modules = new ArrayList<>();

    WaitingCode(CodeEngine engine, ModuleCache cache) {
        this.engine = engine;
        this.cache = cache;
    }

    /** The function's code and where it comes from. */
    record Fitting(StoredCode code, List<CodeModule.CompiledFunction> functions) {}

    /**
     * Adds modules, as far as they are for the guest's engine and their numbers are free.
     *
     * @param numbers those that the guest uses; then also those of the modules
     */
    void add(List<PreparedModule> prepared, CodeNumbers numbers) {
        for (PreparedModule module : prepared) {
            CodeImage image = module.code().image();
            if (module.isFor(engine) && numbers.take(image.first(), image.slots())) {
                modules.add(module);
            }
        }
    }

    boolean isFor(int prototype) {
        return modules.stream().anyMatch(module -> module.isFor(prototype));
    }

    /**
     * Takes out the modules that have code for functions of the guest.
     *
     * @param present all functions of the guest by the addresses of their prototypes
     */
    List<Fitting> take(Map<Integer, FunctionCode> present) {
        List<Fitting> taken = new ArrayList<>();
        for (Iterator<PreparedModule> each = modules.iterator(); each.hasNext(); ) {
            PreparedModule module = each.next();
            List<CodeModule.CompiledFunction> functions = module.fitting(present);
            if (!functions.isEmpty()) {
                taken.add(new Fitting(module.code(), functions));
                each.remove();
            }
        }
        return taken;
    }

    /** Has the engine make code ready, unless it is in the cache; the receiver gets null if it is refused. */
    void request(StoredCode code, Consumer<CachedCode> receiver) {
        cache.request(
                code.record().key(),
                () -> CompilationTask.load(code, engine, cache),
                CompilerThreads.shared(),
                receiver);
    }
}
