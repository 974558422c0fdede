package dev.moonlift;

/**
 * The call was ended by {@link Sandbox#interrupt}, or because its thread was interrupted; in the latter case the
 * thread's interrupt status is still set.
 */
public final class GuestInterruptedException extends GuestException {
    private static final long serialVersionUID = 1L;

    GuestInterruptedException(String traceback) {
        super("interrupted" + place(traceback), traceback, null);
    }
}
