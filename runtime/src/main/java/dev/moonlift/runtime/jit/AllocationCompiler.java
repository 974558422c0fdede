package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Node;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.heap.Heap;
import dev.moonlift.runtime.kernel.table.Tables;
import dev.moonlift.wasm.ir.AliasClass;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.List;

/**
 * New tables. Small ones, with their parts inside, are made where the code is: of the first block with a free cell of
 * their size, that is taken if there is another behind it, and no collection becomes due. The kernel makes all others.
 */
final class AllocationCompiler {
    private static final int FREE = dev.moonlift.runtime.kernel.heap.Block.FREE;
    private static final int LIVE = dev.moonlift.runtime.kernel.heap.Block.LIVE;

    private final Emission at;

    AllocationCompiler(Emission at) {
        this.at = at;
    }

    /**
     * An empty table, as NEWTABLE makes it.
     *
     * @param logNodesPlusOne binary logarithm of the number of nodes, plus 1; 0 for none
     * @param slow where to go, nothing having changed, if a collection is due or memory is full
     */
    Value newTable(int elements, int logNodesPlusOne, Block slow) {
        int nodes = logNodesPlusOne == 0 ? 0 : 1 << logNodesPlusOne - 1;
        int bytes = elements + nodes == 0 ? Table.BYTES : Tables.inlineBytes(elements, nodes);
        int list = bytes == 0 || at.isShort() ? 0 : Heap.objectList(bytes);
        if (list == 0) {
            return byKernel(elements, logNodesPlusOne, slow);
        }
        Block join = at.graph().newBlock();
        Value table = at.mark(at.graph().addParameter(join, ValueType.I32), Part.OBJECT);
        Block other = at.escape(at.graph().newBlock());
        Value cell = takeCell(list, bytes, other);
        begin(cell, elements, nodes, logNodesPlusOne);
        jump(join, cell);
        at.moveTo(other);
        jump(join, byKernel(elements, logNodesPlusOne, slow));
        at.moveTo(join);
        return table;
    }

    private void jump(Block join, Value table) {
        at.end(new Terminator.Jump(new Edge(join, List.of(table))));
    }

    private Value byKernel(int elements, int logNodesPlusOne, Block slow) {
        Value table = at.call(KernelFunction.NEW_TABLE, at.constant(elements), at.constant(logNodesPlusOne));
        at.requireDone(table, slow);
        return table;
    }

    /** A cell that is in use from now on; what is in it is undefined. */
    private Value takeCell(int list, int bytes, Block other) {
        Value state = at.constant(0);
        Value block = at.mark(at.loadInt(state, list), Part.BLOCK);
        at.require(block, other);
        Value cell = at.loadInt(block, FREE);
        Value next = at.loadInt(at.mark(cell, Part.BLOCK), 0);
        at.require(next, other);
        Value debt = at.add(WasmOp.I32_ADD, at.loadInt(state, State.DEBT), at.constant(bytes));
        at.require(at.add(WasmOp.I32_LE_S, debt, at.constant(0)), other);
        store(Part.STATE, state, State.DEBT, debt);
        Value used = at.add(WasmOp.I32_ADD, at.loadInt(state, State.USED), at.constant(bytes));
        store(Part.STATE, state, State.USED, used);
        store(Part.BLOCK, block, FREE, next);
        Value live = at.add(WasmOp.I32_ADD, at.loadInt(block, LIVE), at.constant(1));
        store(Part.BLOCK, block, LIVE, live);
        return at.mark(cell, Part.OBJECT);
    }

    /** Writes header, fields and parts, as {@link Tables#create} does. */
    private void begin(Value table, int elements, int nodes, int logNodesPlusOne) {
        Value white = at.loadInt(at.constant(0), State.CURRENT_WHITE);
        Value mark = at.add(WasmOp.I32_SHL, white, at.constant(Byte.SIZE * (Header.MARK - Header.KIND)));
        int log = Math.max(0, logNodesPlusOne - 1) << Byte.SIZE * (Header.EXTRA2 - Header.KIND);
        store(Part.FILTER, table, Table.FILTER, at.constant(0));
        store(Part.OBJECT, table, Header.KIND, at.add(WasmOp.I32_OR, mark, at.constant(Tag.TABLE | log)));
        store(Part.OBJECT, table, Table.METATABLE, at.constant(0));
        int hash = Table.BYTES + Node.STORAGE_HEADER;
        int end = nodes == 0 ? Table.BYTES : hash + nodes * Node.BYTES;
        int middle = end + Long.BYTES * elements;
        store(Part.OBJECT, table, Table.ARRAY, elements == 0 ? at.constant(0) : address(table, middle));
        store(Part.OBJECT, table, Table.CAPACITY, at.constant(elements));
        store(Part.OBJECT, table, Table.NODES, nodes == 0 ? at.constant(State.EMPTY_NODE) : address(table, hash));
        // BORDER, and behind it GRAY, which is 0.
        at.addAt(Part.OBJECT, WasmOp.I64_STORE, Table.BORDER, table, at.constant((long) elements));
        if (nodes > 0) {
            store(Part.KEY, table, hash + Node.FREE_POINTER, address(table, end));
        }
        for (int node = hash; node < hash + nodes * Node.BYTES; node += Node.BYTES) {
            at.addAt(Part.KEY, WasmOp.I64_STORE, node + Node.KEY, table, at.constant(0L));
            store(Part.KEY, table, node + Node.NEXT, at.constant(0));
            // VALUE_TAG, and behind it KEY_TAG.
            store(Part.FIELD, table, node + Node.VALUE_TAG, at.constant(0));
        }
        for (int n = 0; n < elements; n += Long.BYTES) {
            at.addAt(Part.ELEMENT_TAG, WasmOp.I64_STORE, middle + n, table, at.constant(0L));
        }
    }

    private Value address(Value table, int offset) {
        return at.add(WasmOp.I32_ADD, table, at.constant(offset));
    }

    private void store(AliasClass part, Value address, int offset, Value value) {
        at.addAt(part, WasmOp.I32_STORE, offset, address, value);
    }
}
