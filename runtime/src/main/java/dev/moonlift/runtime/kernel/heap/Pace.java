package dev.moonlift.runtime.kernel.heap;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.memory.Memory;

/**
 * How much the collector works, and when.
 *
 * <p>Work is counted in bytes: of a visited object about its size, of a swept one {@link Sweeper#OBJECT}. For every
 * byte that the guest allocates during a cycle the collector does {@link #RATIO} bytes of work, at the default
 * multiplier. A cycle over a heap of n bytes is at most about 1.5 n of work, so it ends after n / 40 more bytes at the
 * latest.
 */
public final class Pace {
    /** Bytes of work per byte allocated, at a STEP_MULTIPLIER of 100. */
    public static final int RATIO = 64;
    /** A step stops when it has done so much work, however much is due: some tenths of a millisecond. */
    private static final int LONGEST_STEP = 128 * 1024;
    /** The same where the guest has allocated so much more than the work has kept up with, as by long strings. */
    private static final int LONGEST_STEP_BEHIND = 4 * LONGEST_STEP;

    private static final int FAR_BEHIND = 64 * 1024;

    /** Bytes that may be allocated between two cycles, however small the heap is. */
    public static final int LEAST_PAUSE = 64 * 1024;

    /** As many where there is room: what is live in a small heap is not marked over and over. */
    private static final int USUAL_PAUSE = 512 * 1024;

    /**
     * In a larger heap more may be allocated than it has: so many times what is in use, less this, which leaves small
     * heaps in the processor's cache, ...
     */
    private static final int ROOMY = 3;

    private static final int ROOMY_FROM = 1024 * 1024;
    /** ... but not more than this part of what is left of the quota. */
    private static final int ROOM_SHARE = 8;

    private static final int LARGEST_STEP_SIZE = 24;

    private final Memory mem;

    public Pace(Memory mem) {
        this.mem = mem;
    }

    /** Bytes that may be allocated between two steps. */
    public int stepBytes() {
        return 1 << Math.max(0, Math.min(LARGEST_STEP_SIZE, mem.getInt(State.STEP_SIZE)));
    }

    private long ratio() {
        return Math.max(1, (long) RATIO * mem.getInt(State.STEP_MULTIPLIER) / 100);
    }

    /** The work due for bytes allocated. */
    public long work(long bytes) {
        return bytes * ratio();
    }

    /** The work of a step for a debt: it must end soon, but not fall behind for long. */
    public long stepWork(int debt) {
        return Math.min(work((long) debt + stepBytes()), debt > FAR_BEHIND ? LONGEST_STEP_BEHIND : LONGEST_STEP);
    }

    /** Sets DEBT after a step that began with a debt. What the step freed is no merit: it changes the heap only. */
    public void worked(int debt, long work) {
        long rest = debt - work / ratio();
        mem.putInt(State.DEBT, (int) Math.max(rest, -stepBytes()));
    }

    /**
     * Sets DEBT so that the next cycle begins when memory in use has grown by PAUSE - 100 percent, or a multiple of
     * that in a small heap, and in a larger one with room; yet long before the quota is used up: the cycle needs room
     * to end in, and not every byte of a page can be used.
     */
    public void pause() {
        long used = mem.getInt(State.USED);
        mem.putInt(State.ESTIMATE, (int) used);
        long usual = Math.max(Math.max(USUAL_PAUSE, used), Math.min(ROOMY * used - ROOMY_FROM, room() / ROOM_SHARE));
        long growth = usual * Math.max(0, mem.getInt(State.PAUSE) - 100) / 100;
        long cautious = Math.max(room() / 3, used / 32);
        mem.putInt(State.DEBT, (int) -Math.max(LEAST_PAUSE, Math.min(growth, cautious)));
    }

    private long room() {
        int pages = mem.getInt(State.LIMIT_PAGE) - mem.getInt(State.FIRST_PAGE) - mem.getInt(State.PAGES_IN_USE);
        return (long) pages << Layout.PAGE_SHIFT;
    }
}
