package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.runtime.kernel.FuelCost;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.interp.Exit;
import dev.moonlift.runtime.kernel.lib.Builtin;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.WasmOp;

/**
 * Steps of generic loops: those of {@code ipairs} and {@code pairs} over a table are done as the kernel does them where
 * no metatable has a say; the kernel calls other iterators, and finds the ends of sequences.
 */
final class IterationCompiler {
    /** Registers of a loop: the iterator, what it iterates over, where it is, and behind one more what it gives. */
    private static final int STATE = 1;

    private static final int CONTROL = 2;
    private static final int KEY = 4;
    private static final int VALUE = 5;

    /** Results that such an iterator gives. */
    private static final int RESULTS = 2;

    private final Expectations expectations;
    private final Emission at;
    private final CallCompiler calls;

    IterationCompiler(Emission at, CallCompiler calls) {
        this.expectations = at.unit().expectations();
        this.at = at;
        this.calls = calls;
    }

    /** A CALL of ipairs or pairs in front of a loop; false if it is none, or a metamethod may have a say. */
    boolean begin(int i, int pc) {
        int a = Instruction.a(i);
        int builtin = expectations.builtin(pc);
        int wanted = Instruction.c(i) - 1;
        boolean isKnown = builtin == Builtin.IPAIRS || builtin == Builtin.PAIRS;
        boolean isBeforeLoop = Instruction.b(i) == 2 && wanted > CONTROL && wanted <= CONTROL + 2;
        if (!isKnown || !isBeforeLoop || at.isPure() || at.registers().kind(a) != Kind.ANY) {
            return false;
        }
        Block join = at.newJoin(Kind.ANY);
        Block slow = calls.slowWay(i, pc, join);
        calls.requireBuiltin(a, builtin, 1, slow);
        Value table = at.table(a + STATE, slow);
        if (builtin == Builtin.PAIRS) {
            at.require(at.add(WasmOp.I32_EQZ, at.loadInt(table, Table.METATABLE)), slow);
        }
        at.flush(a + STATE);
        Value fuel = calls.payCall();
        boolean isOfElements = builtin == Builtin.IPAIRS;
        storeBuiltin(a, isOfElements ? Builtin.IPAIRS_NEXT : Builtin.NEXT);
        if (isOfElements) {
            at.store(a + CONTROL, Kind.INTEGER, at.constant(0L));
        }
        for (int r = isOfElements ? CONTROL + 1 : CONTROL; r < wanted; r++) {
            at.addAt(WasmOp.I32_STORE8, Emission.offset(a + r) + Layout.TAG, at.base(), at.constant(Tag.NIL));
        }
        at.registers().forgetFrom(a);
        at.requireDone(at.add(WasmOp.I32_GE_S, fuel, at.constant(0)), at.exitTo(pc + 1, Exit.FUEL));
        at.join(join);
        return true;
    }

    private void storeBuiltin(int register, int builtin) {
        int slot = Emission.offset(register);
        at.addAt(WasmOp.I64_STORE, slot, at.base(), at.constant((long) builtin));
        at.addAt(WasmOp.I32_STORE8, slot + Layout.TAG, at.base(), at.constant(Tag.BUILTIN));
    }

    /** TFORCALL; the loop's variables are in their slots behind it, and the key may be nil. */
    void iterate(int i, int pc) {
        int a = Instruction.a(i);
        if (expectations.builtin(pc) == Builtin.COROUTINE_WRAP_CALL) {
            at.request(
                    KernelFunction.RESUME_NEXT,
                    at.constant(i),
                    at.frame(),
                    at.constant(at.unit().function().address(pc + 1)));
            at.registers().forgetFrom(a + KEY);
            return;
        }
        int builtin = Instruction.c(i) <= RESULTS ? expectations.builtin(pc) : -1;
        if (builtin != Builtin.IPAIRS_NEXT && builtin != Builtin.NEXT || at.isPure()) {
            at.general(pc + 1, pc + 1);
            at.registers().forgetFrom(a + KEY);
            return;
        }
        Block join = at.newJoin(Kind.ANY);
        Block slow = slowWay(a, pc, join);
        requireBuiltin(a, builtin, slow);
        Value table = at.table(a + STATE, slow);
        if (builtin == Builtin.NEXT) {
            next(a, table, slow);
        } else {
            nextElement(a, table, slow);
        }
        Value fuel = at.add(WasmOp.I32_SUB, at.registers().fuel(), at.constant(FuelCost.CALL));
        at.registers().setFuel(fuel);
        at.registers().forgetFrom(a + KEY);
        at.requireDone(at.add(WasmOp.I32_GE_S, fuel, at.constant(0)), at.exitTo(pc + 1, Exit.FUEL));
        at.join(join);
    }

    private Block slowWay(int a, int pc, Block join) {
        Block here = at.block();
        Registers before = at.registers();
        Block slow = at.escape(at.graph().newBlock());
        at.moveTo(slow, before.copy());
        at.general(pc + 1, pc + 1);
        at.registers().forgetFrom(a + KEY);
        at.jumpTo(join);
        at.moveTo(here, before);
        return slow;
    }

    private void requireBuiltin(int a, int builtin, Block slow) {
        if (at.registers().kind(a) != Kind.ANY) {
            at.require(at.constant(0), slow);
            return;
        }
        at.requireBuiltin(a, builtin, slow);
    }

    /** The next key and value of a table, or nil. */
    private void next(int a, Value table, Block slow) {
        at.flush(a + CONTROL);
        at.copySlot(a + KEY, at.base(), Emission.offset(a + CONTROL));
        Value key = at.add(WasmOp.I32_ADD, at.base(), at.constant(Emission.offset(a + KEY)));
        Value found = at.call(KernelFunction.NEXT, table, key);
        at.requireDone(at.add(WasmOp.I32_GE_S, found, at.constant(0)), slow);
    }

    /** The next element of the array part, if there is one. */
    private void nextElement(int a, Value table, Block slow) {
        Value index = control(a, slow);
        Value capacity = at.add(WasmOp.I64_EXTEND_I32_U, at.loadInt(table, Table.CAPACITY));
        at.require(at.add(WasmOp.I64_LT_U, index, capacity), slow);
        Value array = at.loadInt(table, Table.ARRAY);
        Value place = at.add(WasmOp.I32_WRAP_I64, index);
        Value tag = at.loadByte(Part.ELEMENT_TAG, at.add(WasmOp.I32_ADD, array, place), 0);
        at.require(at.add(WasmOp.I32_GT_S, tag, at.constant(Tag.NIL)), slow);
        at.store(a + KEY, Kind.INTEGER, at.add(WasmOp.I64_ADD, index, at.constant(1L)));
        Value behind = at.add(WasmOp.I32_SHL, at.add(WasmOp.I32_ADD, place, at.constant(1)), at.constant(3));
        Value payload = at.addAt(Part.ELEMENT, WasmOp.I64_LOAD, 0, at.add(WasmOp.I32_SUB, array, behind));
        int value = Emission.offset(a + VALUE);
        at.addAt(WasmOp.I64_STORE, value, at.base(), payload);
        at.addAt(WasmOp.I32_STORE8, value + Layout.TAG, at.base(), tag);
    }

    private Value control(int a, Block slow) {
        int register = a + CONTROL;
        if (at.registers().kind(register) == Kind.INTEGER) {
            return at.registers().value(register);
        }
        at.flush(register);
        at.require(at.isOfKind(at.loadTag(register), Kind.INTEGER), slow);
        return at.loadPayload(register, Kind.INTEGER);
    }

    /** TFORPREP; the kernel does it where there is something to close. */
    void prepare(int i, int pc, int next) {
        int closing = Instruction.a(i) + CONTROL + 1;
        if (at.registers().kind(closing) != Kind.ANY) {
            at.general(pc + 1, next);
            return;
        }
        Block join = at.newJoin(Kind.ANY);
        Block slow = at.generalThen(pc + 1, next, -1, Kind.ANY, join);
        at.require(at.add(WasmOp.I32_LE_S, at.loadTag(closing), at.constant(Tag.FALSE)), slow);
        at.join(join);
    }
}
