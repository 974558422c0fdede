package dev.moonlift.compilation;

/**
 * Hot code of a guest could not be compiled, and the sandbox was built to take that for an error:
 * {@link dev.moonlift.SandboxBuilder#jitStrict}. The sandbox can be used again.
 */
public final class CompilationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String function;
    private final String reason;

    /**
     * A failure.
     *
     * @param function what was compiled, as messages call it
     * @param reason why it failed
     */
    public CompilationException(String function, String reason, Throwable cause) {
        super(function + " cannot be compiled: " + reason, cause);
        this.function = function;
        this.reason = reason;
    }

    /** The function that was hot, as {@code name (source:line)}. */
    public String function() {
        return function;
    }

    /** Why it failed. */
    public String reason() {
        return reason;
    }
}
