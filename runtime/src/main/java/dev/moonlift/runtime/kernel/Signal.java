package dev.moonlift.runtime.kernel;

/**
 * The only things that kernel code throws. Each is preallocated and carries nothing: what there is to say lies in linear
 * memory. The translator to Wasm lowers a throw to a pending flag and early returns.
 */
public final class Signal extends RuntimeException {
    /** A Lua error; the error value lies in {@link Layout.State#ERROR_VALUE}. */
    public static final Signal GUEST_ERROR = new Signal("guest error");

    /** An allocation found no room. The interpreter collects and repeats the instruction once. */
    public static final Signal OUT_OF_MEMORY = new Signal("out of memory");

    /** The guest was told to stop in the middle of a long operation; {@link Layout.State#STOP_REASON} says why. */
    public static final Signal STOP = new Signal("stop");

    private static final long serialVersionUID = 1L;

    private Signal(String name) {
        super(name, null, false, false);
    }
}
