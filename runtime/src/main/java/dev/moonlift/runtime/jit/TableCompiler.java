package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Node;
import dev.moonlift.runtime.kernel.Layout.Str;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Layout.Upvalue;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.heap.Color;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.WasmOp;

/**
 * Reads and writes of tables: elements of the array part, and fields whose node is where the search begins. The kernel
 * does the rest.
 */
final class TableCompiler {
    private final Emission at;

    TableCompiler(Emission at) {
        this.at = at;
    }

    private Value upvalue(int index) {
        Value closure = at.addAt(WasmOp.I32_LOAD, 0, at.add(WasmOp.I32_SUB, at.base(), at.constant(Layout.SLOT)));
        return at.loadInt(closure, Closure.UPVALUES + Integer.BYTES * index);
    }

    /** Address of an upvalue's slot. */
    Value upvalueSlot(int index) {
        return at.loadInt(upvalue(index), Upvalue.SLOT_ADDRESS);
    }

    /** Stores a register in an upvalue; if the collector's barrier may be needed, the interpreter does. */
    void setUpvalue(int index, int from, int pc) {
        Value upvalue = upvalue(index);
        requireNotBlack(upvalue, at.exitTo(pc));
        Value slot = at.loadInt(upvalue, Upvalue.SLOT_ADDRESS);
        write(from, slot, 0, slot, Layout.TAG);
    }

    void translate(int i, int pc) {
        Block join = at.newJoin();
        Block slow = at.generalThen(pc + 1, pc + 1, join);
        int a = Instruction.a(i);
        int b = Instruction.b(i);
        int c = Instruction.c(i);
        switch (i & 0xFF) {
            case Op.GETTABUP -> {
                Value slot = upvalueSlot(b);
                getField(tableAt(slot, 0, slow), c, a, slow);
            }
            case Op.GETFIELD -> getField(table(b, slow), c, a, slow);
            case Op.GETI -> getElement(table(b, slow), at.constant((long) c), a, slow);
            case Op.GETTABLE -> getElement(table(b, slow), index(c, slow), a, slow);
            case Op.SETFIELD -> setField(table(a, slow), b, c, slow);
            case Op.SETI -> setElement(table(a, slow), at.constant((long) b), c, slow);
            default -> setElement(table(a, slow), index(b, slow), c, slow);
        }
        at.join(join);
    }

    private Value table(int register, Block slow) {
        at.flush(register);
        return tableAt(at.base(), Emission.offset(register), slow);
    }

    private Value tableAt(Value slot, int offset, Block slow) {
        Value tag = at.loadByte(slot, offset + Layout.TAG);
        at.require(at.add(WasmOp.I32_EQ, tag, at.constant(Tag.TABLE)), slow);
        return at.loadInt(slot, offset);
    }

    private Value index(int register, Block slow) {
        if (at.registers().kind(register) == Kind.INTEGER) {
            return at.registers().value(register);
        }
        at.flush(register);
        at.require(at.add(WasmOp.I32_EQ, at.loadTag(register), at.constant(Tag.INTEGER)), slow);
        return at.loadPayload(register, Kind.INTEGER);
    }

    // --- elements ---

    /** Address of an element's tag less its index: where the array's middle is, one lower. */
    private Value array(Value table, Value key, Block slow) {
        Value offset = at.add(WasmOp.I64_SUB, key, at.constant(1L));
        Value capacity = at.add(WasmOp.I64_EXTEND_I32_U, at.loadInt(table, Table.CAPACITY));
        at.require(at.add(WasmOp.I64_LT_U, offset, capacity), slow);
        return at.loadInt(table, Table.ARRAY);
    }

    private Value tagAddress(Value array, Value index) {
        return at.add(WasmOp.I32_SUB, at.add(WasmOp.I32_ADD, array, index), at.constant(1));
    }

    private Value payloadAddress(Value array, Value index) {
        return at.add(WasmOp.I32_SUB, array, at.add(WasmOp.I32_SHL, index, at.constant(3)));
    }

    private void getElement(Value table, Value key, int to, Block slow) {
        Value array = array(table, key, slow);
        Value index = at.add(WasmOp.I32_WRAP_I64, key);
        Value tag = at.loadByte(tagAddress(array, index), 0);
        at.require(at.add(WasmOp.I32_GT_S, tag, at.constant(Tag.NIL)), slow);
        store(to, at.addAt(WasmOp.I64_LOAD, 0, payloadAddress(array, index)), tag);
    }

    private void setElement(Value table, Value key, int from, Block slow) {
        Value array = array(table, key, slow);
        Value index = at.add(WasmOp.I32_WRAP_I64, key);
        Value tagAddress = tagAddress(array, index);
        at.require(at.add(WasmOp.I32_GT_S, at.loadByte(tagAddress, 0), at.constant(Tag.NIL)), slow);
        requireNotBlack(table, slow);
        Value payloadAddress = payloadAddress(array, index);
        write(from, payloadAddress, 0, tagAddress, 0);
    }

    /** A store into a black table may need the collector's barrier, which is the kernel's. */
    private void requireNotBlack(Value table, Block slow) {
        Value black = at.add(WasmOp.I32_AND, at.loadByte(table, Header.MARK), at.constant(Color.BLACK));
        at.require(at.add(WasmOp.I32_EQZ, black), slow);
    }

    private void write(int from, Value payload, int payloadOffset, Value tag, int tagOffset) {
        Kind kind = at.registers().kind(from);
        if (kind == Kind.ANY) {
            at.addAt(WasmOp.I64_STORE, payloadOffset, payload, at.loadPayload(from, Kind.INTEGER));
            at.addAt(WasmOp.I32_STORE8, tagOffset, tag, at.loadTag(from));
        } else {
            Value value = at.registers().value(from);
            at.addAt(kind == Kind.FLOAT ? WasmOp.F64_STORE : WasmOp.I64_STORE, payloadOffset, payload, value);
            at.addAt(WasmOp.I32_STORE8, tagOffset, tag, at.constant(kind.tag()));
        }
    }

    // --- fields ---

    /** The node where the search for a short string begins, if it is the string's. */
    private Value node(Value table, int constant, Block slow) {
        Value key = at.loadInt(at.constants(), Emission.offset(constant));
        Value size = at.add(WasmOp.I32_SHL, at.constant(1), at.loadByte(table, Header.EXTRA2));
        Value mask = at.add(WasmOp.I32_SUB, size, at.constant(1));
        Value position = at.add(WasmOp.I32_AND, at.loadInt(key, Str.HASH), mask);
        Value offset = at.add(WasmOp.I32_MUL, position, at.constant(Node.BYTES));
        Value node = at.add(WasmOp.I32_ADD, at.loadInt(table, Table.NODES), offset);
        at.require(at.add(WasmOp.I32_EQ, at.loadInt(node, Node.KEY), key), slow);
        Value keyTag = at.loadByte(node, Node.KEY_TAG);
        at.require(at.add(WasmOp.I32_EQ, keyTag, at.constant(Tag.SHORT_STRING)), slow);
        return node;
    }

    private void getField(Value table, int constant, int to, Block slow) {
        Value node = node(table, constant, slow);
        Value tag = at.loadByte(node, Node.VALUE_TAG);
        at.require(at.add(WasmOp.I32_GT_S, tag, at.constant(Tag.NIL)), slow);
        store(to, at.addAt(WasmOp.I64_LOAD, Node.VALUE, node), tag);
    }

    private void setField(Value table, int constant, int from, Block slow) {
        Value node = node(table, constant, slow);
        Value old = at.loadByte(node, Node.VALUE_TAG);
        at.require(at.add(WasmOp.I32_GT_S, old, at.constant(Tag.NIL)), slow);
        requireNotBlack(table, slow);
        write(from, node, Node.VALUE, node, Node.VALUE_TAG);
    }

    private void store(int to, Value payload, Value tag) {
        at.registers().forget(to);
        at.addAt(WasmOp.I64_STORE, Emission.offset(to), at.base(), payload);
        at.addAt(WasmOp.I32_STORE8, Emission.offset(to) + Layout.TAG, at.base(), tag);
    }
}
