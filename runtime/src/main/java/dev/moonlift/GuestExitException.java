package dev.moonlift;

/** The guest called {@code os.exit}. */
public final class GuestExitException extends GuestException {
    private static final long serialVersionUID = 1L;

    private final int code;

    GuestExitException(int code, String traceback) {
        super("the guest exits with code " + code, traceback, null);
        this.code = code;
    }

    /** The code that it gave: 0 for success, or true, and 1 for false. */
    public int code() {
        return code;
    }
}
