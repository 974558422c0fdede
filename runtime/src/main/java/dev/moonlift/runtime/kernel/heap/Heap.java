package dev.moonlift.runtime.kernel.heap;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Signal;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.restricted.Inline;

/**
 * Storage of any size. Small requests are met with a cell from a page that holds cells of one size class, larger ones
 * with a run of pages; the package's description has the pictures.
 *
 * <p>Whoever frees storage says how large it is, so nothing but the owner's bytes is stored in a cell.
 */
public final class Heap {
    /** Cells are counted in units; a page has so many behind the header of a block. */
    private static final int UNIT_SHIFT = 4;

    private static final int UNITS = (Layout.PAGE >> UNIT_SHIFT) - 1;
    /** Up to this many units, each number of units has a size class of its own. */
    private static final int EXACT = 16;
    /** Cells of objects and of raw storage lie apart: the classes of the former are higher by this. */
    private static final int OBJECTS = 32;
    /** The largest cell: half a page. */
    public static final int SMALL_LIMIT = UNITS / 2 << UNIT_SHIFT;

    private static final int LARGE_LIMIT = Integer.MAX_VALUE - Layout.PAGE;

    private final Memory mem;
    private final Pages pages;

    public Heap(Memory mem, Pages pages) {
        this.mem = mem;
        this.pages = pages;
    }

    /**
     * Makes an empty heap, and the collector's initial state, in a memory of zeros.
     *
     * @param maximumBytes the guest's quota: memory grows no further
     * @throws Signal OUT_OF_MEMORY when that is too little for any heap
     */
    public void boot(int maximumBytes) {
        pages.boot(maximumBytes);
        mem.putInt(State.CURRENT_WHITE, Color.WHITE0);
        mem.putInt(State.PAUSE, 200);
        mem.putInt(State.STEP_MULTIPLIER, 100);
        mem.putInt(State.STEP_SIZE, 13);
        mem.putInt(State.GC_MODE, 1);
        mem.putInt(State.DEBT, -Pace.LEAST_PAUSE);
    }

    // --- size classes ---

    /**
     * Up to 256 bytes the class is the number of units, above that a cell is the k-th part of a page, k from 15 down to
     * 2, and the class is 32 - k.
     */
    public static int sizeClass(int bytes) {
        int units = Math.max(1, (bytes + 15) >> UNIT_SHIFT);
        return units <= EXACT ? units : 2 * EXACT - UNITS / units;
    }

    /** Bytes of the cells of a class, be they for objects or for raw storage. */
    public static int cellBytes(int sizeClass) {
        int size = sizeClass & ~OBJECTS;
        return (size <= EXACT ? size : UNITS / (2 * EXACT - size)) << UNIT_SHIFT;
    }

    /** Whether a word of the page map says that the page holds cells of objects. */
    public static boolean holdsObjects(int word) {
        return (word & (PageWord.KIND | OBJECTS)) == (PageWord.SMALL | OBJECTS);
    }

    public static int firstCell(int block) {
        return block + Block.BYTES;
    }

    /** The last cell of a block; the others lie below it, without gaps. */
    public static int lastCell(int block, int cellBytes) {
        return firstCell(block) + (Layout.PAGE - Block.BYTES) / cellBytes * cellBytes - cellBytes;
    }

    private static boolean isSmall(int bytes) {
        return bytes >= 0 && bytes <= SMALL_LIMIT;
    }

    private static int pageCount(int bytes) {
        return (bytes + Layout.PAGE - 1) >> Layout.PAGE_SHIFT;
    }

    // --- raw storage ---

    /**
     * Storage, aligned to 16 bytes, its contents undefined.
     *
     * @throws Signal OUT_OF_MEMORY, nothing changed; also for a size that is negative or too large for any memory
     */
    public int allocate(int bytes) {
        return allocateExact(bytes);
    }

    /** First the way of most requests, where no call is made: a cell of the exact size, from a block that has one. */
    @Inline
    private int allocateExact(int bytes) {
        int last = bytes - 1 >>> UNIT_SHIFT;
        int block = last < EXACT ? mem.getInt(list(1 + last)) : 0;
        if (block == 0) {
            return allocateOther(bytes);
        }
        int cell = takeCell(block, list(1 + last));
        account(bytes);
        return cell;
    }

    private int allocateOther(int bytes) {
        int address = isSmall(bytes) ? allocateCell(sizeClass(bytes)) : allocateRun(bytes);
        account(bytes);
        return address;
    }

    private void account(int bytes) {
        mem.putInt(State.USED, mem.getInt(State.USED) + bytes);
        mem.putInt(State.DEBT, mem.getInt(State.DEBT) + bytes);
    }

    /** That USED was never higher counts when it becomes less. */
    private void unaccount(int bytes) {
        mem.putInt(State.PEAK, peak());
        account(-bytes);
    }

    /** The most bytes that have been in use. */
    public int peak() {
        return Math.max(mem.getInt(State.PEAK), mem.getInt(State.USED));
    }

    /** The second int of a run is cleared: {@link Tracer} tells by it that storage is new. */
    private int allocateRun(int bytes) {
        if (bytes < 0 || bytes > LARGE_LIMIT) {
            throw Signal.OUT_OF_MEMORY;
        }
        int run = allocatePages(pageCount(bytes));
        mem.putInt((run << Layout.PAGE_SHIFT) + Tracer.STAMP, 0);
        return run << Layout.PAGE_SHIFT;
    }

    private int allocatePages(int count) {
        int run = pages.allocate(count);
        if (run == 0) {
            releaseEmptyBlocks();
            run = pages.allocate(count);
        }
        if (run == 0) {
            throw Signal.OUT_OF_MEMORY;
        }
        return run;
    }

    /** Takes storage back. {@code bytes} is the size that was asked for. */
    public void free(int address, int bytes) {
        unaccount(bytes);
        if (isSmall(bytes)) {
            freeCell(address);
        } else {
            pages.free(address >> Layout.PAGE_SHIFT, pageCount(bytes));
        }
    }

    /**
     * Storage of another size with the same contents as far as both go. Address 0 with 0 bytes is no storage yet.
     *
     * @throws Signal OUT_OF_MEMORY, nothing changed
     */
    public int reallocate(int address, int oldBytes, int newBytes) {
        if (address == 0) {
            return allocate(newBytes);
        }
        if (newBytes >= 0 && fitsInPlace(address, oldBytes, newBytes)) {
            unaccount(oldBytes - newBytes);
            return address;
        }
        int moved = allocate(newBytes);
        mem.copy(moved, address, Math.min(oldBytes, newBytes));
        free(address, oldBytes);
        return moved;
    }

    private boolean fitsInPlace(int address, int oldBytes, int newBytes) {
        if (isSmall(oldBytes) || isSmall(newBytes)) {
            return isSmall(oldBytes) && isSmall(newBytes) && sizeClass(oldBytes) == sizeClass(newBytes);
        }
        return newBytes <= LARGE_LIMIT
                && resizeRun(address >> Layout.PAGE_SHIFT, pageCount(oldBytes), pageCount(newBytes));
    }

    private boolean resizeRun(int page, int count, int newCount) {
        if (newCount > count) {
            return pages.extend(page, count, newCount);
        }
        if (newCount < count) {
            pages.shrink(page, count, newCount);
        }
        return true;
    }

    // --- cells ---

    private static int list(int sizeClass) {
        return State.SMALL_LISTS + 4 * sizeClass;
    }

    /**
     * Address of the list of blocks with free cells for objects of a size; 0 for sizes that have no class of their own.
     */
    public static int objectList(int bytes) {
        int last = bytes - 1 >>> UNIT_SHIFT;
        return last < EXACT ? list(OBJECTS + 1 + last) : 0;
    }

    @Inline
    private int allocateCell(int sizeClass) {
        int block = mem.getInt(list(sizeClass));
        if (block == 0) {
            block = newBlock(sizeClass);
        }
        return takeCell(block, list(sizeClass));
    }

    /** The first free cell of the first block in a list. */
    @Inline
    private int takeCell(int block, int list) {
        int cell = mem.getInt(block + Block.FREE);
        int next = mem.getInt(cell);
        mem.putInt(block + Block.FREE, next);
        mem.putInt(block + Block.LIVE, mem.getInt(block + Block.LIVE) + 1);
        if (next == 0) {
            unlist(block, list);
        }
        return cell;
    }

    private void freeCell(int cell) {
        int block = cell & -Layout.PAGE;
        int free = mem.getInt(block + Block.FREE);
        int live = mem.getInt(block + Block.LIVE) - 1;
        markFree(cell, free);
        mem.putInt(block + Block.FREE, cell);
        mem.putInt(block + Block.LIVE, live);
        if (free == 0) {
            enlist(block);
        } else if (live == 0) {
            emptied(block);
        }
    }

    /** Links a cell to the next free one, and says to whom looks for objects that it is none. */
    private void markFree(int cell, int next) {
        mem.putLong(cell, next);
    }

    /**
     * A block has been swept, and its free cells are linked.
     *
     * @param bytes the sum of what the owners of cells asked for that have become free
     */
    void swept(int block, int live, int bytes, boolean wasFull) {
        unaccount(bytes);
        mem.putInt(block + Block.LIVE, live);
        if (mem.getInt(block + Block.FREE) == 0) {
            return;
        }
        if (wasFull) {
            enlist(block);
        }
        if (live == 0) {
            emptied(block);
        }
    }

    private int listOf(int block) {
        return list(pages.word(block >> Layout.PAGE_SHIFT) & PageWord.VALUE);
    }

    private int newBlock(int sizeClass) {
        int page = allocatePages(1);
        int block = page << Layout.PAGE_SHIFT;
        pages.labelSmall(page, sizeClass);
        carve(block, cellBytes(sizeClass));
        mem.putInt(block + Block.LIVE, 0);
        mem.putInt(block + Block.NEXT, 0);
        mem.putInt(block + Block.PREVIOUS, 0);
        mem.putInt(list(sizeClass), block);
        return block;
    }

    /** Chains all cells, by rising address. */
    private void carve(int block, int cellBytes) {
        int last = lastCell(block, cellBytes);
        for (int cell = firstCell(block); cell < last; cell += cellBytes) {
            markFree(cell, cell + cellBytes);
        }
        markFree(last, 0);
        mem.putInt(block + Block.FREE, firstCell(block));
    }

    /**
     * Of each class, an empty block is kept while it is the only one with free cells, lest a program that allocates and
     * frees at a boundary carve a page each time.
     */
    private void emptied(int block) {
        if ((mem.getInt(block + Block.NEXT) | mem.getInt(block + Block.PREVIOUS)) != 0) {
            release(block, listOf(block));
        }
    }

    private void release(int block, int list) {
        unlist(block, list);
        pages.free(block >> Layout.PAGE_SHIFT, 1);
    }

    private void enlist(int block) {
        int list = listOf(block);
        int head = mem.getInt(list);
        mem.putInt(block + Block.NEXT, head);
        mem.putInt(block + Block.PREVIOUS, 0);
        mem.putInt(list, block);
        if (head != 0) {
            mem.putInt(head + Block.PREVIOUS, block);
            releaseIfEmpty(head, list);
        }
    }

    private void unlist(int block, int list) {
        int next = mem.getInt(block + Block.NEXT);
        int previous = mem.getInt(block + Block.PREVIOUS);
        if (next != 0) {
            mem.putInt(next + Block.PREVIOUS, previous);
        }
        if (previous != 0) {
            mem.putInt(previous + Block.NEXT, next);
        } else {
            mem.putInt(list, next);
        }
    }

    private void releaseIfEmpty(int block, int list) {
        if (mem.getInt(block + Block.LIVE) == 0) {
            release(block, list);
        }
    }

    private void releaseEmptyBlocks() {
        for (int sizeClass = 0; sizeClass < State.SMALL_CLASSES; sizeClass++) {
            int block = mem.getInt(list(sizeClass));
            if (block != 0) {
                releaseIfEmpty(block, list(sizeClass));
            }
        }
    }

    // --- objects ---

    /**
     * A heap object, white. What follows its header is undefined: the caller fills all of it in before it allocates
     * again, since a collection after a failed allocation may free the object and what its fields name.
     *
     * @throws Signal OUT_OF_MEMORY, nothing changed
     */
    public int newObject(int tag, int bytes) {
        int last = bytes - 1 >>> UNIT_SHIFT;
        int block = last < EXACT ? mem.getInt(list(OBJECTS + 1 + last)) : 0;
        if (block == 0) {
            return newOtherObject(tag, bytes);
        }
        int object = takeCell(block, list(OBJECTS + 1 + last));
        account(bytes);
        begin(object, 0, tag);
        return object;
    }

    /** An object for whose size there is no class of its own, or no block with a free cell. */
    private int newOtherObject(int tag, int bytes) {
        if (!isSmall(bytes)) {
            return newLargeObject(tag, bytes);
        }
        int object = allocateCell(OBJECTS | sizeClass(bytes));
        account(bytes);
        begin(object, 0, tag);
        return object;
    }

    private int newLargeObject(int tag, int bytes) {
        int object = allocate(bytes);
        begin(object, mem.getInt(State.LARGE_OBJECTS), tag);
        mem.putInt(State.LARGE_OBJECTS, object);
        return object;
    }

    /** Writes the header. */
    private void begin(int object, int next, int tag) {
        mem.putInt(object + Header.NEXT, next);
        mem.putInt(object + Header.KIND, tag | mem.getInt(State.CURRENT_WHITE) << 8);
    }

    /** As {@link #newObject}, for a short string, which the intern table finds: the caller links it in there. */
    public int newShortString(int bytes) {
        int string = allocateExact(bytes);
        begin(string, 0, Tag.SHORT_STRING);
        return string;
    }
}
