package dev.moonlift.runtime.kernel.heap;

/** What {@link dev.moonlift.runtime.kernel.Layout.State#GC_PHASE} says: where the collector stands in its cycle. */
public final class Phase {
    /** Between two cycles: every object is white. */
    public static final int PAUSED = 0;
    /** Marking bit by bit while the guest runs; black never refers to white. */
    public static final int MARKING = 1;
    /** The end of marking, in one go; a safepoint never sees it. */
    public static final int ATOMIC = 2;
    /** Removing dead values from weak tables. From here on what is dead has the other white. */
    public static final int CLEARING_VALUES = 3;
    /** Looking for dead objects with a finalizer. */
    public static final int SEPARATING = 4;
    /** Marking what their finalizers may use. */
    public static final int REVIVING = 5;
    /** Removing entries whose key is still dead. */
    public static final int CLEARING_KEYS = 6;
    /** Freeing dead short strings, bucket by bucket. */
    public static final int SWEEPING_STRINGS = 7;
    /** Freeing all other dead objects. */
    public static final int SWEEPING_OBJECTS = 8;

    private Phase() {}
}
