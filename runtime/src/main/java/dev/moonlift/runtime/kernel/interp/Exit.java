package dev.moonlift.runtime.kernel.interp;

/** Why the interpreter returned to the host. */
public final class Exit {
    /** Not an exit: it runs on. */
    public static final int NONE = 0;
    /** The call that the host began has returned: results from REQUEST_BASE on, REQUEST_COUNT of them. */
    public static final int FINISHED = 1;
    /** A host function or service is wanted: number in REQUEST, arguments above REQUEST_BASE, REQUEST_COUNT of them. */
    public static final int HOST_CALL = 2;
    /** The call that the host began ended with an error, which lies in ERROR_VALUE. */
    public static final int ERROR = 3;
    /** The fuel slice is used up. */
    public static final int FUEL = 4;
    /** Stopped in the middle of a long operation; the call that the host began is abandoned. */
    public static final int STOPPED = 5;

    private Exit() {}
}
