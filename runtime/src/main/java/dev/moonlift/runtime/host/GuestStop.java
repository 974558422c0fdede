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
    private final String traceback;
    private final int exitCode;

    private GuestStop(Reason reason, String traceback, int exitCode, Throwable cause) {
        super(reason.name(), cause, false, false);
        this.reason = reason;
        this.traceback = traceback;
        this.exitCode = exitCode;
    }

    /** An error; {@code cause} is what a host function threw, or null. */
    static GuestStop error(String traceback, Throwable cause) {
        return new GuestStop(Reason.ERROR, traceback, 0, cause);
    }

    /** A limit or an interrupt. */
    static GuestStop forced(Reason reason, String traceback) {
        return new GuestStop(reason, traceback, 0, null);
    }

    static GuestStop exit(int code, String traceback) {
        return new GuestStop(Reason.EXIT, traceback, code, null);
    }

    public Reason reason() {
        return reason;
    }

    /** The guest's calls in progress, as Lua lists them; empty if not known. */
    public String traceback() {
        return traceback;
    }

    public int exitCode() {
        return exitCode;
    }
}
