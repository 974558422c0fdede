package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.WasmOp;

/** The length operator: of strings, and of tables without a metatable. */
final class LengthCompiler {
    private final Emission at;
    private final StringAccess strings;

    LengthCompiler(Emission at) {
        this.at = at;
        this.strings = new StringAccess(at);
    }

    /** LEN; false if the kernel is to do it. */
    boolean translate(int i, int pc) {
        int to = Instruction.a(i);
        int from = Instruction.b(i);
        Kind kind = at.registers().kind(from);
        if (at.unit().function().captured().get(to) || kind != Kind.ANY && kind != Kind.TABLE) {
            return false;
        }
        Block join = at.newJoin(Kind.INTEGER);
        Block slow = at.generalThen(pc + 1, pc + 1, to, Kind.INTEGER, join);
        if (kind == Kind.ANY) {
            Block other = at.graph().newBlock();
            Block table = at.graph().newBlock();
            Value isTable = at.isOfKind(at.loadTag(from), Kind.TABLE);
            at.end(new Terminator.Branch(isTable, Edge.to(table), Edge.to(other)));
            at.moveTo(other);
            at.jumpTo(join, strings.length(strings.in(from, slow)));
            at.moveTo(table);
        }
        Value object = kind == Kind.TABLE ? at.registers().value(from) : at.loadPayload(from, Kind.TABLE);
        ofTable(object, slow, join);
        at.moveTo(join);
        at.afterJoin(join, to, Kind.INTEGER);
        return true;
    }

    private void ofTable(Value table, Block slow, Block join) {
        at.mark(table, Part.OBJECT);
        at.require(at.add(WasmOp.I32_EQZ, at.loadInt(table, Table.METATABLE)), slow);
        if (!at.isShort()) {
            byHint(table, join);
        }
        Value length = at.call(KernelFunction.LENGTH, table);
        at.require(at.add(WasmOp.I32_GE_S, length, at.constant(0)), slow);
        at.jumpTo(join, at.add(WasmOp.I64_EXTEND_I32_U, length));
    }

    /**
     * The border is where it was last, or one higher, if both are within the array: as {@code TableArray} finds it.
     * Goes on where that is not so.
     */
    private void byHint(Value table, Block join) {
        Block other = at.escape(at.graph().newBlock());
        Value hint = at.loadInt(table, Table.BORDER);
        Value next = at.add(WasmOp.I32_ADD, hint, at.constant(1));
        at.require(at.add(WasmOp.I32_LT_U, next, at.loadInt(table, Table.CAPACITY)), other);
        Value behind = at.add(WasmOp.I32_ADD, at.loadInt(table, Table.ARRAY), hint);
        at.mark(behind, Part.ELEMENT_TAG);
        Value last = at.mark(at.add(WasmOp.I32_SUB, behind, at.constant(1)), Part.ELEMENT_TAG);
        Value isThere = at.add(WasmOp.I32_GT_S, at.loadByte(last, 0), at.constant(Tag.NIL));
        at.require(at.add(WasmOp.I32_OR, isThere, at.add(WasmOp.I32_EQZ, hint)), other);
        Value tag = at.loadByte(behind, 0);
        Block more = at.graph().newBlock();
        at.requireDone(tag, border(hint, join));
        at.require(at.add(WasmOp.I32_GT_S, tag, at.constant(Tag.NIL)), other);
        at.end(new Terminator.Branch(at.loadByte(behind, 1), Edge.to(other), Edge.to(more)));
        at.moveTo(more);
        at.addAt(WasmOp.I32_STORE, Table.BORDER, table, next);
        at.jumpTo(join, at.add(WasmOp.I64_EXTEND_I32_U, next));
        at.moveTo(other);
    }

    private Block border(Value border, Block join) {
        Block here = at.block();
        Block found = at.graph().newBlock();
        at.moveTo(found);
        at.jumpTo(join, at.add(WasmOp.I64_EXTEND_I32_U, border));
        at.moveTo(here);
        return found;
    }
}
