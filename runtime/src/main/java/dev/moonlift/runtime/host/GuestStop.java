package dev.moonlift.runtime.host;

/**
 * The end of a call into a guest that did not come to results. It carries no Java stack trace: who called the guest
 * turns it into an exception of its own.
 */
public final class GuestStop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why the call ended. */
    public enum Reason {
        /** A Lua error that nobody caught; its value lies in {@code State.ERROR_VALUE}. */
        ERROR,
        /** All fuel is used. */
        FUEL,
        /** The time is over. */
        TIME,
        /** {@link Guest#interrupt} was called, or the thread was interrupted. */
        INTERRUPT,
        /** The guest called {@code os.exit}; {@link #exitCode} says with what. */
        EXIT
    }

    private final Reason reason;
    private final String where;
    private final int exitCode;

    private GuestStop(Reason reason, String where, int exitCode, Throwable cause) {
        super(reason.name(), cause, false, false);
        this.reason = reason;
        this.where = where;
        this.exitCode = exitCode;
    }

    /** An error; {@code traceback} is the guest's, or empty, and {@code cause} what a host function threw, or null. */
    static GuestStop error(String traceback, Throwable cause) {
        return new GuestStop(Reason.ERROR, traceback, 0, cause);
    }

    /** A limit or an interrupt; {@code position} is chunk and line of the guest, or empty. */
    static GuestStop limit(Reason reason, String position) {
        return new GuestStop(reason, position, 0, null);
    }

    static GuestStop exit(int code) {
        return new GuestStop(Reason.EXIT, "", code, null);
    }

    public Reason reason() {
        return reason;
    }

    /** Of an error the guest's traceback, of a limit chunk and line; empty if not known. */
    public String where() {
        return where;
    }

    public int exitCode() {
        return exitCode;
    }
}
