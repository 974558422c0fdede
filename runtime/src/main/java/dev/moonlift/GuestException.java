package dev.moonlift;

import java.util.List;

/** A call into a guest did not come to results. It says what the guest was doing. */
public abstract sealed class GuestException extends RuntimeException
        permits LuaException, LimitException, GuestExitException, GuestInterruptedException {
    private static final long serialVersionUID = 1L;

    private final String traceback;

    GuestException(String message, String traceback, Throwable cause) {
        super(message, cause);
        this.traceback = traceback;
    }

    /** The guest's calls in progress, innermost first; empty if not known. Long stacks are shortened in the middle. */
    public final List<GuestFrame> guestStack() {
        return GuestFrame.parse(traceback);
    }

    /** The same as Lua writes it, beginning with {@code stack traceback:}; empty if not known. */
    public final String guestTraceback() {
        return traceback;
    }

    /** The innermost line of a program in a traceback, as {@code at chunk:line}; empty if there is none. */
    static String place(String traceback) {
        GuestFrame frame = GuestFrame.innermost(traceback);
        return frame.line() < 0 ? "" : " at " + frame.source() + ":" + frame.line();
    }
}
