package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Node;
import dev.moonlift.runtime.kernel.Layout.Str;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds nodes of short strings, in a table and in those that its metatables lead to, where they were seen. What is
 * found has the key as a number; that it is the tag of a string as well is left to {@link #requireTag} and
 * {@link #requireValue}.
 */
final class FieldFinder {
    /** Of a node's tags as one number, with that of the value in its lower byte. */
    private static final int STRING_KEY = Tag.SHORT_STRING << Byte.SIZE;

    private final Emission at;

    FieldFinder(Emission at) {
        this.at = at;
    }

    /**
     * The node of a key along one of some paths; tables that all paths share are looked at once.
     *
     * @param hash of the key
     */
    Value find(Value table, Value key, int hash, List<List<Integer>> paths, Block otherwise) {
        at.mark(table, Part.OBJECT);
        if (paths.size() == 1 && paths.get(0).size() == 1) {
            return findAt(paths.get(0).get(0), table, key, otherwise);
        }
        Block found = at.graph().newBlock();
        Value node = at.mark(at.graph().addParameter(found, ValueType.I32), Part.FIELD);
        find(table, new Key(key, hash), paths, found, otherwise);
        at.moveTo(found);
        return node;
    }

    /** The node of a key that is expected at a place in the table itself. */
    Value findAt(int place, Value table, Value key, Block otherwise) {
        Value node = node(table, place, otherwise);
        requireKey(node, key, otherwise);
        return node;
    }

    private record Key(Value string, int hash) {}

    private void find(Value table, Key key, List<List<Integer>> paths, Block found, Block otherwise) {
        List<Integer> members = new ArrayList<>();
        Map<Integer, List<List<Integer>>> further = new LinkedHashMap<>();
        for (List<Integer> path : paths) {
            if (path.size() == 1) {
                members.add(path.get(0));
            } else {
                further.computeIfAbsent(path.get(0), place -> new ArrayList<>()).add(path.subList(1, path.size()));
            }
        }
        for (int n = 0; n < members.size(); n++) {
            boolean isLast = n == members.size() - 1 && further.isEmpty();
            Block next = isLast ? otherwise : at.graph().newBlock();
            Value node = findAt(members.get(n), table, key.string, next);
            at.end(new Terminator.Jump(new Edge(found, List.of(node))));
            at.moveTo(next);
        }
        if (!further.isEmpty()) {
            requireAbsent(table, key, otherwise);
            findFurther(table, key, further, found, otherwise);
        }
    }

    private void findFurther(
            Value table, Key key, Map<Integer, List<List<Integer>>> further, Block found, Block otherwise) {
        Value metatable = at.mark(at.loadInt(table, Table.METATABLE), Part.OBJECT);
        at.require(metatable, otherwise);
        int left = further.size();
        for (Map.Entry<Integer, List<List<Integer>>> way : further.entrySet()) {
            left--;
            Block next = left == 0 ? otherwise : at.graph().newBlock();
            Value index = event(metatable, way.getKey(), Name.INDEX, next);
            requireTag(index, Tag.TABLE, next);
            find(at.mark(at.loadInt(index, Node.VALUE), Part.OBJECT), key, way.getValue(), found, otherwise);
            at.moveTo(next);
        }
    }

    /** The node of a metatable's event, if that is at a place. */
    Value event(Value metatable, int place, int event, Block otherwise) {
        Value node = node(metatable, place, otherwise);
        requireKey(node, at.loadInt(at.constant(0), Layout.NAMES + Integer.BYTES * event), otherwise);
        return node;
    }

    /** Goes on if a table itself has no node for a short string, which its filter tells mostly. */
    private void requireAbsent(Value table, Key key, Block otherwise) {
        Block search = at.graph().newBlock();
        Block chain = at.graph().newBlock();
        Block next = at.graph().newBlock();
        Value filter = at.addAt(Part.FILTER, WasmOp.I32_LOAD, Table.FILTER, table);
        Value bit = at.add(WasmOp.I32_AND, filter, at.constant(Table.filterBit(key.hash)));
        at.end(new Terminator.Branch(bit, Edge.to(search), Edge.to(next)));
        at.moveTo(search);
        final Value node = at.graph().addParameter(chain, ValueType.I32);
        at.end(new Terminator.Jump(new Edge(chain, List.of(mainPosition(table, at.constant(key.hash))))));
        at.moveTo(chain);
        at.require(at.add(WasmOp.I32_NE, at.loadInt(Part.KEY, node, Node.KEY), key.string), otherwise);
        Value behind = at.loadInt(Part.KEY, node, Node.NEXT);
        at.end(new Terminator.Branch(behind, new Edge(chain, List.of(behind)), Edge.to(next)));
        at.moveTo(next);
    }

    /** The node where a search for a short string begins. */
    private Value mainPosition(Value table, Value hash) {
        Value nodes = at.loadInt(table, Table.NODES);
        Value size = at.add(WasmOp.I32_SHL, at.constant(1), at.loadByte(table, Header.EXTRA2));
        Value mask = at.add(WasmOp.I32_SUB, size, at.constant(1));
        Value position = at.add(WasmOp.I32_AND, hash, mask);
        Value offset = at.add(WasmOp.I32_MUL, position, at.constant(Node.BYTES));
        return at.mark(at.add(WasmOp.I32_ADD, nodes, offset), Part.FIELD);
    }

    /** The node at a place, if the hash part is as large as it was. */
    private Value node(Value table, int place, Block otherwise) {
        at.require(at.add(WasmOp.I32_EQ, at.loadByte(table, Header.EXTRA2), at.constant(place & 31)), otherwise);
        Value offset = at.constant((place >> 5) * Node.BYTES);
        return at.mark(at.add(WasmOp.I32_ADD, at.loadInt(table, Table.NODES), offset), Part.FIELD);
    }

    private void requireKey(Value node, Value key, Block otherwise) {
        at.require(at.add(WasmOp.I32_EQ, at.loadInt(Part.KEY, node, Node.KEY), key), otherwise);
    }

    /** The node where a search for a short string begins, if it is there. */
    Value findFirst(Value table, Value key, int hash, Block otherwise) {
        Value node = mainPosition(table, at.constant(hash));
        requireKey(node, key, otherwise);
        return node;
    }

    /** The node of a short string in a table itself, wherever it is. */
    Value findAnywhere(Value table, Value key, Block otherwise) {
        return findAnywhere(table, key, at.loadInt(Part.OBJECT, key, Str.HASH), otherwise);
    }

    /** As {@link #findAnywhere(Value, Value, Block)} with the hash of the key. */
    Value findAnywhere(Value table, Value key, int hash, Block otherwise) {
        return findAnywhere(table, key, at.constant(hash), otherwise);
    }

    private Value findAnywhere(Value table, Value key, Value hash, Block otherwise) {
        Block chain = at.graph().newBlock();
        Block further = at.graph().newBlock();
        Block found = at.graph().newBlock();
        final Value node = at.mark(at.graph().addParameter(chain, ValueType.I32), Part.FIELD);
        at.end(new Terminator.Jump(new Edge(chain, List.of(mainPosition(table, hash)))));
        at.moveTo(chain);
        Value isHere = at.add(WasmOp.I32_EQ, at.loadInt(Part.KEY, node, Node.KEY), key);
        at.end(new Terminator.Branch(isHere, Edge.to(found), Edge.to(further)));
        at.moveTo(further);
        Value next = at.loadInt(Part.KEY, node, Node.NEXT);
        at.end(new Terminator.Branch(next, new Edge(chain, List.of(next)), Edge.to(otherwise)));
        at.moveTo(found);
        return node;
    }

    /**
     * Goes on if the key of a node, which is as a number that of a short string, is one, and its value has a tag. Both
     * tags are looked at together.
     */
    void requireTag(Value node, int tag, Block otherwise) {
        at.require(at.add(WasmOp.I32_EQ, tags(node), at.constant(STRING_KEY | tag)), otherwise);
    }

    /** As {@link #requireTag} for any tag but that of nil; answers the tag. */
    Value requireValue(Value node, Block otherwise) {
        Value aboveNil = at.add(WasmOp.I32_SUB, tags(node), at.constant(STRING_KEY | Tag.NIL + 1));
        at.require(at.add(WasmOp.I32_LT_U, aboveNil, at.constant(Byte.MAX_VALUE - Tag.NIL)), otherwise);
        return at.add(WasmOp.I32_ADD, aboveNil, at.constant(Tag.NIL + 1));
    }

    private Value tags(Value node) {
        return at.addAt(Part.FIELD, WasmOp.I32_LOAD16_U, Node.VALUE_TAG, node);
    }
}
