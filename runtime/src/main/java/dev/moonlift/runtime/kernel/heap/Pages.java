package dev.moonlift.runtime.kernel.heap;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Signal;
import dev.moonlift.runtime.memory.Memory;

/**
 * Runs of pages. Pages are named by their number, which is their address divided by {@link Layout#PAGE}; 0 is none.
 *
 * <p>Both ends of every run say in the page map what the run is, so its neighbours find out without a search, and two
 * free runs never touch (boundary tags: Knuth, The Art of Computer Programming, 2.5). Free runs lie in doubly linked
 * lists by the logarithm of their length; the links are in their first page.
 *
 * <p>What is handed out depends on the order of requests alone, not on what the host or the engine does.
 */
public final class Pages {
    /** Memory grows by this many pages at least: a page of WebAssembly. */
    private static final int GROWTH = 16;
    /** Runs looked at, in the one list where some are too short, before a longer run is split. */
    private static final int TRIALS = 32;

    /** In the first page of a free run: number of the next and of the previous run in the list. */
    private static final int NEXT = 0;

    private static final int PREVIOUS = 4;

    private final Memory mem;

    public Pages(Memory mem) {
        this.mem = mem;
    }

    /**
     * Makes a heap without pages for a memory of zeros.
     *
     * @throws Signal OUT_OF_MEMORY when not even the page map fits
     */
    public void boot(int maximumBytes) {
        int limit = (maximumBytes - Layout.TAIL_GUARD) >> Layout.PAGE_SHIFT;
        int mapEnd = Layout.PAGE_MAP + 4 * (limit + 1);
        int first = (mapEnd + Layout.PAGE - 1) >> Layout.PAGE_SHIFT;
        if (first >= limit || mem.grow(bytes(first)) == 0) {
            throw Signal.OUT_OF_MEMORY;
        }
        mem.putInt(State.FIRST_PAGE, first);
        mem.putInt(State.END_PAGE, first);
        mem.putInt(State.LIMIT_PAGE, limit);
    }

    private static int bytes(int endPage) {
        return (endPage << Layout.PAGE_SHIFT) + Layout.TAIL_GUARD;
    }

    // --- the page map ---

    /** What the page map says of a page; of a run, only its first and its last page say something. */
    public int word(int page) {
        return mem.getInt(Layout.PAGE_MAP + 4 * page);
    }

    private void putWord(int page, int word) {
        mem.putInt(Layout.PAGE_MAP + 4 * page, word);
    }

    /** A sweep that was to go on within the run goes on behind it: nothing in it is older than the sweep. */
    private void label(int page, int count, int kind) {
        int sweep = mem.getInt(State.SWEEP_PAGE);
        if (sweep > page && sweep < page + count) {
            mem.putInt(State.SWEEP_PAGE, page + count);
        }
        putWord(page, kind | count);
        putWord(page + count - 1, kind | count);
    }

    /** Says that a page, allocated alone, holds cells of a size class; {@link #free} takes it back as any other. */
    public void labelSmall(int page, int sizeClass) {
        putWord(page, PageWord.SMALL | sizeClass);
    }

    private static boolean isFree(int word) {
        return (word & PageWord.KIND) == PageWord.FREE;
    }

    private static int length(int word) {
        return word & PageWord.VALUE;
    }

    // --- lists of free runs ---

    private static int log(int count) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(count);
    }

    private static int list(int log) {
        return State.RUN_LISTS + 4 * log;
    }

    private static int address(int page) {
        return page << Layout.PAGE_SHIFT;
    }

    private void countInUse(int change) {
        mem.putInt(State.PAGES_IN_USE, mem.getInt(State.PAGES_IN_USE) + change);
    }

    private void addFree(int page, int count) {
        countInUse(-count);
        int head = list(log(count));
        int next = mem.getInt(head);
        label(page, count, PageWord.FREE);
        mem.putInt(address(page) + NEXT, next);
        mem.putInt(address(page) + PREVIOUS, 0);
        if (next != 0) {
            mem.putInt(address(next) + PREVIOUS, page);
        }
        mem.putInt(head, page);
    }

    private void removeFree(int page, int count) {
        countInUse(count);
        int next = mem.getInt(address(page) + NEXT);
        int previous = mem.getInt(address(page) + PREVIOUS);
        if (next != 0) {
            mem.putInt(address(next) + PREVIOUS, previous);
        }
        if (previous != 0) {
            mem.putInt(address(previous) + NEXT, next);
        } else {
            mem.putInt(list(log(count)), next);
        }
    }

    // --- allocation ---

    /**
     * The first of {@code count} adjacent pages, at least one; 0 if there is no room, and nothing changed. A number of
     * pages that cannot be in memory is no problem.
     */
    public int allocate(int count) {
        int run = find(count);
        if (run == 0 && grow(count)) {
            run = find(count);
        }
        if (run == 0) {
            run = findInList(log(count), count, Integer.MAX_VALUE);
        }
        if (run != 0) {
            take(run, count);
        }
        return run;
    }

    /** A free run of sufficient length: from the list where all are long enough, if not from the one below. */
    private int find(int count) {
        int log = log(count);
        int run = findInList(log, count, TRIALS);
        while (run == 0 && ++log < State.RUN_CLASSES) {
            run = mem.getInt(list(log));
        }
        return run;
    }

    private int findInList(int log, int count, int trials) {
        int run = log < State.RUN_CLASSES ? mem.getInt(list(log)) : 0;
        for (int i = 0; run != 0 && length(word(run)) < count; i++) {
            run = i < trials ? mem.getInt(address(run) + NEXT) : 0;
        }
        return run;
    }

    private void take(int run, int count) {
        int length = length(word(run));
        removeFree(run, length);
        if (length > count) {
            addFree(run + count, length - count);
        }
        label(run, count, PageWord.LARGE);
    }

    /** Makes memory larger, so that a free run of {@code count} pages lies at its end. */
    private boolean grow(int count) {
        int end = mem.getInt(State.END_PAGE);
        int last = word(end - 1);
        int missing = isFree(last) ? count - length(last) : count;
        int room = mem.getInt(State.LIMIT_PAGE) - end;
        return missing <= room && (growTo(end, Math.min(room, Math.max(missing, GROWTH))) || growTo(end, missing));
    }

    private boolean growTo(int end, int count) {
        if (mem.grow(bytes(end + count)) == 0) {
            return false;
        }
        mem.putInt(State.END_PAGE, end + count);
        countInUse(count);
        free(end, count);
        return true;
    }

    // --- release ---

    /** Takes pages back. They may be part of what was allocated together, if its rest is labelled anew. */
    public void free(int page, int count) {
        int start = page;
        int length = count;
        int before = word(page - 1);
        if (isFree(before)) {
            start -= length(before);
            length += length(before);
            removeFree(start, length(before));
        }
        int after = word(page + count);
        if (isFree(after)) {
            length += length(after);
            removeFree(page + count, length(after));
        }
        addFree(start, length);
    }

    /** Gives back the end of a run. */
    public void shrink(int page, int count, int newCount) {
        label(page, newCount, PageWord.LARGE);
        free(page + newCount, count - newCount);
    }

    /** Whether a run could be made longer where it stands. */
    public boolean extend(int page, int count, int newCount) {
        int after = word(page + count);
        int missing = newCount - count;
        if (!isFree(after) || length(after) < missing) {
            return false;
        }
        take(page + count, missing);
        label(page, newCount, PageWord.LARGE);
        return true;
    }
}
