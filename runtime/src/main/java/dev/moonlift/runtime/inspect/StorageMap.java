package dev.moonlift.runtime.inspect;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.heap.Block;
import dev.moonlift.runtime.kernel.heap.Heap;
import dev.moonlift.runtime.kernel.heap.PageWord;
import dev.moonlift.runtime.memory.Memory;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The allocator's side: what the page map, the lists of free runs and the blocks say is in use. Owners then claim what
 * is theirs; what nobody claims is lost.
 */
final class StorageMap {
    private final Memory memory;
    private final Consumer<String> problem;
    /** Places in use that nobody has claimed yet: address to room. */
    private final TreeMap<Integer, Integer> unclaimed = new TreeMap<>();

    private final Set<Integer> claimed = new HashSet<>();
    private final Set<Integer> freeRuns = new HashSet<>();
    private final Set<Integer> openBlocks = new HashSet<>();
    private final List<Integer> objectCells = new ArrayList<>();
    private long claimedBytes;
    private int pagesInUse;

    StorageMap(Memory memory, Consumer<String> problem) {
        this.memory = memory;
        this.problem = problem;
    }

    // --- survey ---

    void survey() {
        int end = memory.getInt(State.END_PAGE);
        boolean afterFree = false;
        int page = memory.getInt(State.FIRST_PAGE);
        while (page < end) {
            int word = word(page);
            int kind = word & PageWord.KIND;
            int length = kind == PageWord.SMALL ? 1 : word & PageWord.VALUE;
            if (kind == PageWord.NONE || length == 0 || page + length > end || word(page + length - 1) != word) {
                problem.accept("page map is broken at page " + page + ": " + Integer.toHexString(word));
                return;
            }
            if (kind == PageWord.FREE && afterFree) {
                problem.accept("free run at page " + page + " touches another");
            }
            afterFree = kind == PageWord.FREE;
            pagesInUse += afterFree ? 0 : length;
            surveyRun(page, length, kind);
            page += length;
        }
        if (memory.getInt(State.PAGES_IN_USE) != pagesInUse) {
            problem.accept("PAGES_IN_USE is " + memory.getInt(State.PAGES_IN_USE) + ", not " + pagesInUse);
        }
        surveyFreeLists();
        surveyBlockLists();
    }

    private int word(int page) {
        return memory.getInt(Layout.PAGE_MAP + 4 * page);
    }

    private void surveyRun(int page, int length, int kind) {
        int address = page << Layout.PAGE_SHIFT;
        switch (kind) {
            case PageWord.FREE -> freeRuns.add(page);
            case PageWord.LARGE -> unclaimed.put(address, length << Layout.PAGE_SHIFT);
            default -> surveyBlock(address, word(page) & PageWord.VALUE);
        }
    }

    private void surveyBlock(int block, int sizeClass) {
        int cellBytes = Heap.cellBytes(sizeClass);
        int count = (Layout.PAGE - Block.BYTES) / cellBytes;
        BitSet free = new BitSet(count);
        boolean holdsObjects = Heap.holdsObjects(PageWord.SMALL | sizeClass);
        for (int cell = memory.getInt(block + Block.FREE); cell != 0; cell = memory.getInt(cell)) {
            int offset = cell - block - Block.BYTES;
            int index = offset / cellBytes;
            if (offset < 0 || offset % cellBytes != 0 || index >= count || free.get(index)) {
                problem.accept("free list of block " + block + " is broken at " + cell);
                return;
            }
            if (holdsObjects && memory.getByte(cell + Header.KIND) != 0) {
                problem.accept("free cell " + cell + " looks like an object");
            }
            free.set(index);
        }
        if (memory.getInt(block + Block.LIVE) != count - free.cardinality()) {
            problem.accept("block " + block + " counts " + memory.getInt(block + Block.LIVE) + " cells in use, not "
                    + (count - free.cardinality()));
        }
        for (int i = free.nextClearBit(0); i < count; i = free.nextClearBit(i + 1)) {
            unclaimed.put(block + Block.BYTES + i * cellBytes, cellBytes);
            if (holdsObjects) {
                objectCells.add(block + Block.BYTES + i * cellBytes);
            }
        }
        if (!free.isEmpty()) {
            openBlocks.add(block);
        }
    }

    private void surveyFreeLists() {
        for (int log = 0; log < State.RUN_CLASSES; log++) {
            int previous = 0;
            int page = memory.getInt(State.RUN_LISTS + 4 * log);
            while (page != 0) {
                int address = page << Layout.PAGE_SHIFT;
                int length = word(page) & PageWord.VALUE;
                if (!freeRuns.remove(page) || length >> log != 1 || memory.getInt(address + 4) != previous) {
                    problem.accept("list " + log + " of free runs is broken at page " + page);
                    return;
                }
                previous = page;
                page = memory.getInt(address);
            }
        }
        freeRuns.forEach(page -> problem.accept("free run at page " + page + " is in no list"));
    }

    private void surveyBlockLists() {
        for (int sizeClass = 0; sizeClass < State.SMALL_CLASSES; sizeClass++) {
            int previous = 0;
            int block = memory.getInt(State.SMALL_LISTS + 4 * sizeClass);
            while (block != 0) {
                boolean right = word(block >> Layout.PAGE_SHIFT) == (PageWord.SMALL | sizeClass);
                if (!openBlocks.remove(block) || !right || memory.getInt(block + Block.PREVIOUS) != previous) {
                    problem.accept("list of blocks of class " + sizeClass + " is broken at " + block);
                    return;
                }
                previous = block;
                block = memory.getInt(block + Block.NEXT);
            }
        }
        openBlocks.forEach(block -> problem.accept("block " + block + " has free cells and is in no list"));
    }

    /** The cells in use that must hold an object. */
    List<Integer> objectCells() {
        return objectCells;
    }

    /** Bytes of the cell at an address. */
    int cellBytes(int cell) {
        return Heap.cellBytes(word(cell >> Layout.PAGE_SHIFT) & PageWord.VALUE);
    }

    // --- claims ---

    /** Whether storage in use begins here. */
    boolean isInUse(int address) {
        return unclaimed.containsKey(address) || claimed.contains(address);
    }

    /** An owner names its storage; false, and a problem, if the storage is not such, or another's. */
    boolean claim(int address, int bytes, String owner) {
        Integer room = unclaimed.get(address);
        if (room == null) {
            problem.accept(owner + " has storage at " + address
                    + (claimed.contains(address) ? " that another owns, too" : " that is not in use"));
            return false;
        }
        if (bytes < 0 || roomFor(bytes) != room) {
            problem.accept(owner + " has " + bytes + " bytes at " + address + ", where there is room for " + room);
            return false;
        }
        unclaimed.remove(address);
        claimed.add(address);
        claimedBytes += bytes;
        return true;
    }

    private static int roomFor(int bytes) {
        return bytes <= Heap.SMALL_LIMIT
                ? Heap.cellBytes(Heap.sizeClass(bytes))
                : (bytes + Layout.PAGE - 1) & -Layout.PAGE;
    }

    /** After all claims: nothing may be left over, and USED is their sum. */
    void finish() {
        unclaimed.forEach((address, room) -> problem.accept(room + " bytes at " + address + " are in use by nobody"));
        if (claimedBytes != memory.getInt(State.USED)) {
            problem.accept("USED is " + memory.getInt(State.USED) + ", the owners have " + claimedBytes);
        }
    }
}
