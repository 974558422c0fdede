package dev.moonlift.runtime.inspect;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.heap.Heap;
import dev.moonlift.runtime.kernel.heap.PageWord;
import dev.moonlift.runtime.memory.Memory;
import java.util.function.IntConsumer;

/** Finds the objects of a guest that is not running, but for short strings, which the intern table leads to. */
public final class HeapObjects {
    private HeapObjects() {}

    /** Names the addresses of all objects, dead ones too: those in cells in their order, then the large ones. */
    public static void forEach(Memory memory, IntConsumer action) {
        int end = memory.getInt(State.END_PAGE);
        int page = memory.getInt(State.FIRST_PAGE);
        while (page < end) {
            int word = memory.getInt(Layout.PAGE_MAP + 4 * page);
            if (Heap.holdsObjects(word)) {
                inBlock(memory, page << Layout.PAGE_SHIFT, Heap.cellBytes(word & PageWord.VALUE), action);
            }
            page += (word & PageWord.KIND) == PageWord.SMALL ? 1 : Math.max(1, word & PageWord.VALUE);
        }
        for (int object = memory.getInt(State.LARGE_OBJECTS); object != 0; ) {
            action.accept(object);
            object = memory.getInt(object + Header.NEXT);
        }
    }

    private static void inBlock(Memory memory, int block, int cellBytes, IntConsumer action) {
        int last = Heap.lastCell(block, cellBytes);
        for (int cell = Heap.firstCell(block); cell <= last; cell += cellBytes) {
            if (memory.getByte(cell + Header.KIND) != 0) {
                action.accept(cell);
            }
        }
    }
}
