package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.engine.EngineException;
import java.util.Set;

/** An engine does not make code of a module, since it could not run it well: not a failure. */
public final class CodeRefusal extends EngineException {
    private static final long serialVersionUID = 1L;

    private final transient Set<Integer> functions;

    /** Refuses a module as a whole. */
    public CodeRefusal(String reason) {
        this(reason, Set.of());
    }

    /**
     * Refuses a module because of some functions.
     *
     * @param functions their numbers in the module, imports included
     */
    public CodeRefusal(String reason, Set<Integer> functions) {
        super(reason);
        this.functions = Set.copyOf(functions);
    }

    /** The functions without which the engine may take the module; none if it is the module as a whole. */
    Set<Integer> functions() {
        return functions;
    }
}
