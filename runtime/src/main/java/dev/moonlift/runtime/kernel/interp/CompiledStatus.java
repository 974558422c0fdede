package dev.moonlift.runtime.kernel.interp;

/**
 * What compiled code answers. Besides these it answers an {@link Exit}, with the running frame's PC where to go on, or
 * what {@link Interpreter} is to do about a signal.
 */
public final class CompiledStatus {
    /**
     * Its function has returned: its frame is gone, its results are where its caller expects them. If that is a
     * builtin, it is still to go on at its step.
     */
    public static final int RETURNED = 0;
    /** The interpreter is to go on at the running frame's PC. */
    public static final int INTERPRET = Invocation.RELOAD;
    /** Memory ran out: collect, and repeat the instruction before the running frame's PC. */
    public static final int COLLECT = -2;
    /** An error is on its way. */
    public static final int UNWIND = -3;
    /** The interpreter is to go on, at a safepoint that is due. */
    public static final int SAFEPOINT = -6;
    /** Nothing has happened: what it was compiled for is not the case, or there is no such code here. */
    public static final int DECLINED = -7;

    /** Of a direct call: there is no room for it; the caller is to have it done otherwise. */
    public static final int RETRY = -8;

    /** Of a direct call for a frame that the interpreter made: the kernel has returned from it; there is no result. */
    public static final int DELIVERED = -9;

    private CompiledStatus() {}
}
