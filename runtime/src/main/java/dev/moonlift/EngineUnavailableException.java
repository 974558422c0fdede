package dev.moonlift;

/** The engine that was chosen by name cannot be used here; the message says why. */
public final class EngineUnavailableException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    EngineUnavailableException(String message) {
        super(message);
    }
}
