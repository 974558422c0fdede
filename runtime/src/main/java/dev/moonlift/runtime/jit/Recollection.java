package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.jit.Experience.Known;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a guest has of the experience of others, and adds to it. */
final class Recollection {
    private final Experience experience;
    private final CodeEngine engine;
    private final JitOptions options;
    /** Functions whose code is to be compiled anew as soon as it is in place, and why. */
    private final Map<Integer, String> outdated = new HashMap<>();

    Recollection(Experience experience, CodeEngine engine, JitOptions options) {
        this.experience = experience;
        this.engine = engine;
        this.options = options;
    }

    /** Whether experience counts: a guest that waits for the compiler does the same whatever ran before. */
    private boolean isOn() {
        return !options.isSynchronous();
    }

    private String key(FunctionCode function) {
        return Experience.key(function, engine, options);
    }

    /** Whether other guests had code for a function. */
    boolean hasCode(FunctionCode function) {
        Known known = isOn() ? experience.find(key(function)) : null;
        return known != null && known.module() != null;
    }

    /** Whether other guests found that there is no code for a function that is any good. */
    boolean isHopeless(FunctionCode function) {
        Known known = isOn() ? experience.find(key(function)) : null;
        return known != null && known.module() == null;
    }

    /** The modules that other guests had for functions. */
    List<PreparedModule> modules(Collection<FunctionCode> functions) {
        List<PreparedModule> modules = new ArrayList<>();
        for (FunctionCode function : functions) {
            Known known = experience.find(key(function));
            if (known != null && known.module() != null) {
                modules.add(known.module());
                if (known.outdated() != null) {
                    outdated.put(function.prototype(), known.outdated());
                }
            }
        }
        return PreparedModule.join(modules);
    }

    /** Why code that others had, and that is in place now, is to be compiled anew; null if it is not. Asked once. */
    String takeOutdated(int prototype) {
        return outdated.remove(prototype);
    }

    /**
     * Keeps the code of a function for others.
     *
     * @param reason why it is to be compiled anew; null if it is not
     */
    void keep(InstalledCode code, String reason) {
        if (isOn()) {
            experience.put(key(code.function()), new Known(code.prepare(), reason));
        }
    }

    /** The same for a function that is left to the interpreter. */
    void giveUp(FunctionCode function) {
        if (isOn()) {
            experience.put(key(function), new Known(null, null));
        }
    }
}
