package dev.moonlift.runtime.engine;

/** Native code trapped: a bug of ours, never something that a guest can reach. */
public final class EngineTrap extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public EngineTrap(String message, Throwable cause) {
        super(message, cause);
    }
}
