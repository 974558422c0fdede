package dev.moonlift.runtime.kernel;

/**
 * The only things that kernel code throws. Each is preallocated and carries nothing: what there is to say lies in
 * linear memory. The translator to Wasm lowers a throw to a pending flag and early returns; a catch of one kind to a
 * test of that flag.
 */
public abstract sealed class Signal extends RuntimeException {
    /** A Lua error; the error value lies in {@link Layout.State#ERROR_VALUE}. */
    public static final Signal GUEST_ERROR = new GuestError();

    /** An allocation found no room. The interpreter collects and repeats the instruction once. */
    public static final Signal OUT_OF_MEMORY = new OutOfMemory();

    /** The guest was told to stop in the middle of a long operation; {@link Layout.State#STOP_REASON} says why. */
    public static final Signal STOP = new Stop();

    private static final long serialVersionUID = 1L;

    private Signal(String name) {
        super(name, null, false, false);
    }

    /** Of {@link #GUEST_ERROR}. */
    public static final class GuestError extends Signal {
        private static final long serialVersionUID = 1L;

        private GuestError() {
            super("guest error");
        }
    }

    /** Of {@link #OUT_OF_MEMORY}. */
    public static final class OutOfMemory extends Signal {
        private static final long serialVersionUID = 1L;

        private OutOfMemory() {
            super("out of memory");
        }
    }

    /** Of {@link #STOP}. */
    public static final class Stop extends Signal {
        private static final long serialVersionUID = 1L;

        private Stop() {
            super("stop");
        }
    }
}
