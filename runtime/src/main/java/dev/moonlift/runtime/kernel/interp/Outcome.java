package dev.moonlift.runtime.kernel.interp;

/** What a builtin answers when it does not answer a number of results (0 or more). */
public final class Outcome {
    /** A call was set up by {@code Calls.callFromBuiltin}; the builtin goes on at its step afterwards. */
    public static final int CALL = -1;
    /** The builtin's frame ends; the value at its function slot is called in its place with the arguments counted. */
    public static final int TAIL_CALL = -2;
    /** The running coroutine changed, or was suspended: the interpreter reloads its registers. */
    public static final int SWITCHED = -3;
    /** The host is to do it: leave with the request in the mailbox. */
    public static final int HOST = -4;

    private Outcome() {}
}
