package dev.moonlift;

/** The guest reached a limit. It says which line of the guest was running. */
public abstract sealed class LimitException extends GuestException
        permits FuelExhaustedException, MemoryLimitException, TimeLimitException {
    private static final long serialVersionUID = 1L;

    LimitException(String message, String traceback) {
        super(message + place(traceback), traceback, null);
    }

    /** Name of the chunk that was running; empty if that is not known. */
    public final String source() {
        return GuestFrame.innermost(guestTraceback()).source();
    }

    /** The line that was running, from 1; -1 if that is not known. */
    public final int line() {
        return GuestFrame.innermost(guestTraceback()).line();
    }
}
