package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.engine.EngineException;

/** An engine does not make code of a module, since it could not run it well: not a failure. */
public final class CodeRefusal extends EngineException {
    private static final long serialVersionUID = 1L;

    public CodeRefusal(String reason) {
        super(reason);
    }
}
