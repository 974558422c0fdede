package dev.moonlift.runtime.kernel.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.inspect.HeapVerifier;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Node;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Tag;
import org.junit.jupiter.api.Test;

/** The verifier must see what it is there for: each test breaks one thing in a sound heap. */
class HeapVerifierTest {
    private final TestHeap t = new TestHeap(TestHeap.MIB);
    private final int table = t.tables.create(4, 4);

    HeapVerifierTest() {
        t.put(t.globals(), t.string("table"), table);
        t.put(table, t.string("key"), t.string("value"));
        t.verify();
    }

    private void finds(String part) {
        assertThat(HeapVerifier.verify(t.mem)).anyMatch(problem -> problem.contains(part));
    }

    @Test
    void storageFreedTooEarly() {
        t.heap.free(table, Table.BYTES);
        finds("which is no object");
    }

    @Test
    void storageThatNobodyOwns() {
        t.heap.allocate(100);
        finds("in use by nobody");
    }

    @Test
    void wrongSums() {
        t.mem.putInt(State.USED, t.used() + 1);
        finds("USED is");
    }

    @Test
    void aBrokenPageMap() {
        t.mem.putInt(Layout.PAGE_MAP + 4 * t.mem.getInt(State.FIRST_PAGE), 0);
        finds("page map is broken");
    }

    @Test
    void aBrokenFreeList() {
        int block = table & -Layout.PAGE;
        t.mem.putInt(block + Block.FREE, table + 1);
        finds("free list of block " + block);
    }

    @Test
    void aFreeCellThatLooksLikeAnObject() {
        int free = t.mem.getInt((table & -Layout.PAGE) + Block.FREE);
        t.mem.putByte(free + Header.KIND, Tag.TABLE);
        finds("free cell " + free);
    }

    @Test
    void aFilterWithoutAKey() {
        t.mem.putInt(table + Table.FILTER, 0);
        finds("that its filter lacks");
    }

    @Test
    void aReferenceToNoObject() {
        t.mem.putInt(table + Table.METATABLE, table + 16);
        finds("which is no object");
    }

    @Test
    void aReferenceOfTheWrongKind() {
        t.mem.putInt(table + Table.METATABLE, t.string("key"));
        finds("as kind " + Tag.TABLE);
    }

    @Test
    void aWrongColour() {
        t.mem.putByte(table + Header.MARK, Color.BLACK);
        finds("between two cycles");
    }

    @Test
    void aMissingBarrier() {
        while (!t.collector.isBlack(table)) {
            t.step();
        }
        t.mem.putInt(table + Table.METATABLE, t.table());
        finds("is black and refers to white");
    }

    @Test
    void aKeyThatASearchDoesNotFind() {
        int nodes = t.mem.getInt(table + Table.NODES);
        for (int i = 0; i < 4; i++) {
            t.mem.putInt(nodes + Node.BYTES * i + Node.NEXT, 0);
            int from = nodes + Node.BYTES * i;
            int to = nodes + Node.BYTES * ((i + 1) % 4);
            if (t.mem.getByte(from + Node.KEY_TAG) == Tag.SHORT_STRING) {
                t.mem.copy(to, from, Node.BYTES);
                t.mem.putByte(from + Node.KEY_TAG, Tag.NIL);
                t.mem.putByte(from + Node.VALUE_TAG, Tag.NIL);
                break;
            }
        }
        finds("that a search does not find");
    }

    @Test
    void aStringInTheWrongBucket() {
        int string = t.string("key");
        t.mem.putInt(string + Layout.Str.HASH, t.mem.getInt(string + Layout.Str.HASH) + 1);
        finds("wrong bucket");
    }

    @Test
    void aLostFinalizer() {
        t.collector.trackFinalizer(table);
        t.mem.putInt(State.FINALIZABLE, 0);
        finds("finalizable objects");
    }
}
