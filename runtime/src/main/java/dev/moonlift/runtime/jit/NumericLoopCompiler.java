package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.WasmOp;
import java.util.function.IntConsumer;

/**
 * The numeric {@code for} (manual §3.3.5). R[A] has the next number, R[A+1] the rounds that are left of a loop of
 * integers or the limit of floats, R[A+2] the step and R[A+3] the variable. The kernel prepares loops of which too
 * little is known.
 */
final class NumericLoopCompiler {
    private final Emission at;
    private final Flow flow;
    private final KindFlow kinds;
    private final IntConsumer goTo;
    private final IntConsumer goAround;

    /**
     * @param goTo ends the block with a jump to an instruction
     * @param goAround the same, and pays if that is back to an earlier one
     */
    NumericLoopCompiler(Emission at, KindFlow kinds, IntConsumer goTo, IntConsumer goAround) {
        this.at = at;
        this.flow = at.unit().flow();
        this.kinds = kinds;
        this.goTo = goTo;
        this.goAround = goAround;
    }

    /** FORPREP. */
    void prepare(int i, int pc) {
        Kind[] before = at.registers().kinds();
        int a = Instruction.a(i);
        if (before[a].isNumber() && before[a + 1] == before[a] && before[a + 2] == before[a]) {
            if (before[a] == Kind.INTEGER) {
                prepareIntegers(a, pc);
            } else {
                prepareFloats(a, pc);
            }
            return;
        }
        Kind known = KindFlow.loopKind(before, a);
        Kind kind = kinds.preparedKind(before, a, pc);
        at.general(pc + 1, pc + 1);
        for (int r = a; r < a + 4; r++) {
            at.registers().forget(r);
        }
        if (known != kind) {
            // The kernel has made all of them of one kind.
            at.require(at.isOfKind(at.loadTag(a + 2), kind), at.exitTo(pc + 1));
        }
        for (int r = a; r < a + 4; r++) {
            if (kind != Kind.ANY && !at.unit().function().captured().get(r)) {
                at.registers().load(r, kind, at.loadPayload(r, kind));
            }
        }
    }

    /** Counts the rounds before the first one: no number of the loop can overflow. */
    private void prepareIntegers(int a, int pc) {
        Registers registers = at.registers();
        Value start = registers.value(a);
        Value limit = registers.value(a + 1);
        Value step = registers.value(a + 2);
        Value upwards = at.add(WasmOp.I64_SUB, limit, start);
        Value isAbove = at.add(WasmOp.I64_GT_S, start, limit);
        Value rounds;
        // Folding would make the same of the general way: this saves compiling that for the most frequent loop.
        if (at.isConstant(step, 1)) {
            skipIf(isAbove, pc);
            rounds = upwards;
        } else {
            requireStep(at.add(WasmOp.I64_NE, step, at.constant(0L)), pc);
            Value downwards = at.add(WasmOp.I64_SUB, start, limit);
            Value isUp = at.add(WasmOp.I64_GT_S, step, at.constant(0L));
            Value isBelow = at.add(WasmOp.I64_LT_S, start, limit);
            skipIf(select(isAbove, isBelow, isUp), pc);
            Value distance = select(upwards, downwards, isUp);
            // Unsigned: the negative of the least integer is its magnitude, too.
            Value magnitude = select(step, at.add(WasmOp.I64_SUB, at.constant(0L), step), isUp);
            rounds = at.add(WasmOp.I64_DIV_U, distance, magnitude);
        }
        at.define(a + 1, Kind.INTEGER, rounds);
        at.define(a + 3, Kind.INTEGER, start);
    }

    private void prepareFloats(int a, int pc) {
        Registers registers = at.registers();
        Value start = registers.value(a);
        Value step = registers.value(a + 2);
        requireStep(at.add(WasmOp.F64_NE, step, at.constant(0.0)), pc);
        // With NaN, the loop is not skipped.
        Value limit = registers.value(a + 1);
        Value isAbove = at.add(WasmOp.F64_GT, start, limit);
        Value isBelow = at.add(WasmOp.F64_LT, start, limit);
        skipIf(select(isAbove, isBelow, at.add(WasmOp.F64_GT, step, at.constant(0.0))), pc);
        at.define(a + 3, Kind.FLOAT, start);
    }

    /** A step of 0 is an error, which the interpreter raises. */
    private void requireStep(Value condition, int pc) {
        at.require(condition, at.exitTo(pc));
    }

    private void skipIf(Value condition, int pc) {
        Block skips = at.graph().newBlock();
        Block runs = at.graph().newBlock();
        at.end(new Terminator.Branch(condition, Edge.to(skips), Edge.to(runs)));
        Registers registers = at.registers();
        at.moveTo(skips, registers.copy());
        goTo.accept(flow.successors(pc)[1]);
        at.moveTo(runs, registers);
    }

    private Value select(Value ifTrue, Value ifFalse, Value condition) {
        return at.graph().select(at.block(), ifTrue, ifFalse, condition);
    }

    /** FORLOOP. */
    void repeat(int i, int pc) {
        int a = Instruction.a(i);
        Registers registers = at.registers();
        Kind kind = registers.kind(a);
        if (!kind.isNumber() || registers.kind(a + 1) != kind || registers.kind(a + 2) != kind) {
            at.leaveTo(pc);
            return;
        }
        Block again = at.graph().newBlock();
        Block done = at.graph().newBlock();
        Value next = kind == Kind.INTEGER
                ? at.add(WasmOp.I64_ADD, registers.value(a), registers.value(a + 2))
                : at.add(WasmOp.F64_ADD, registers.value(a), registers.value(a + 2));
        Value isDone = kind == Kind.INTEGER
                ? at.add(WasmOp.I64_EQZ, registers.value(a + 1))
                : at.add(WasmOp.I32_EQZ, isWithin(next, registers.value(a + 1), registers.value(a + 2)));
        at.end(new Terminator.Branch(isDone, Edge.to(done), Edge.to(again)));
        at.moveTo(done, registers.copy());
        goTo.accept(pc + 1);
        at.moveTo(again, registers);
        at.define(a, kind, next);
        if (kind == Kind.INTEGER) {
            at.define(a + 1, kind, at.add(WasmOp.I64_SUB, registers.value(a + 1), at.constant(1L)));
        }
        at.define(a + 3, kind, next);
        goAround.accept(flow.successors(pc)[0]);
    }

    private Value isWithin(Value next, Value limit, Value step) {
        Value upwards = at.add(WasmOp.F64_LE, next, limit);
        Value downwards = at.add(WasmOp.F64_LE, limit, next);
        return select(upwards, downwards, at.add(WasmOp.F64_GT, step, at.constant(0.0)));
    }
}
