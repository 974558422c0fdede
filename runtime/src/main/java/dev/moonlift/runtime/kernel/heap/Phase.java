package dev.moonlift.runtime.kernel.heap;

/** What {@link dev.moonlift.runtime.kernel.Layout.State#GC_PHASE} says: where the collector stands in its cycle. */
public final class Phase {
    /** Between two cycles: every object is white. */
    public static final int PAUSED = 0;
    /** Marking bit by bit while the guest runs; black never refers to white. */
    public static final int MARKING = 1;
    /** The end of marking, in one go; a safepoint never sees it. */
    public static final int ATOMIC = 2;
    /** Freeing dead short strings, bucket by bucket. */
    public static final int SWEEPING_STRINGS = 3;
    /** Freeing all other dead objects. */
    public static final int SWEEPING_OBJECTS = 4;

    private Phase() {}
}
