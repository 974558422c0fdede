package dev.moonlift.runtime.kernel.call;

/** The status of a coroutine, in EXTRA of its header. */
public final class CoroutineStatus {
    /** Waits to be resumed, for the first time or after a yield. */
    public static final int SUSPENDED = 0;

    public static final int RUNNING = 1;
    /** Has resumed another. */
    public static final int NORMAL = 2;

    public static final int DEAD = 3;

    private CoroutineStatus() {}
}
