package dev.moonlift.runtime.kernel.heap;

/**
 * The bits of {@link dev.moonlift.runtime.kernel.Layout.Header#MARK}.
 *
 * <p>An object with neither a white bit nor {@link #BLACK} is gray: reached, and still to be visited.
 */
public final class Color {
    /** Not reached. There are two whites: after marking, the one in use is what died, the other is for what is new. */
    public static final int WHITE0 = 1;

    public static final int WHITE1 = 2;
    public static final int WHITES = WHITE0 | WHITE1;
    /** Reached, and so is all that it refers to: while marking, no black object refers to a white one. */
    public static final int BLACK = 4;
    /** The colour proper; the other bits stay when it changes. */
    public static final int COLORS = WHITES | BLACK;

    /** Has a finalizer that has not been called. */
    public static final int FINALIZED = 8;
    /** A white key for which entries of ephemeron tables wait, or did: the list of them may have become empty. */
    public static final int AWAITED = 16;
    /** A dead open upvalue that is swept already; its coroutine, dead too, frees it. */
    public static final int ORPHAN = 32;

    private Color() {}
}
