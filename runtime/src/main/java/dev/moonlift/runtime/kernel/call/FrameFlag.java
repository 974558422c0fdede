package dev.moonlift.runtime.kernel.call;

/** Bits of {@link dev.moonlift.runtime.kernel.Layout.Frame#FLAGS}, of its lower half. */
public final class FrameFlag {
    /** The frame of a library or host function; without it the frame is of a Lua function. */
    public static final int BUILTIN = 1;
    /** Entered by the host: its return ends the interpreter's run. */
    public static final int ENTRY = 2;
    /** The function took the place of its caller (tail call). */
    public static final int TAIL = 4;
    /** An error thrown above stops here: pcall, xpcall, and the kernel's own protected calls. */
    public static final int PROTECTED = 8;
    /** Called as a finalizer, between two instructions of the frame below. */
    public static final int FINALIZER = 16;
    /** Runs the close methods of the variables of the frame below, which is leaving or unwinding. */
    public static final int CLOSING = 32;
    /** Called by an instruction that is not a call: a metamethod or an iterator; its results go where that says. */
    public static final int META = 64;
    /** The message handler of an error is running. */
    public static final int HANDLER = 128;
    /** Its variables are being closed before it returns; the results wait above. */
    public static final int RETURNING = 256;

    /** A concatenation that waited for a metamethod; its remaining operands are counted in RESULTS. */
    public static final int CONCATENATING = 512;
    /** A builtin has asked for a call which is not made yet. */
    public static final int CALLING = 1024;
    /** Called by a builtin, not by an instruction. */
    public static final int FROM_BUILTIN = 2048;

    /** The collector is to be told when the frame is left, see {@code StackGuard}. */
    public static final int GUARD = 4096;

    /**
     * Instead of META: called by compiled code, which takes the result itself as long as it has not left. Where the
     * code of a function begins in a frame that is there already, it has left.
     */
    public static final int META_DIRECT = 8192;

    private FrameFlag() {}
}
