package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.kernel.FuelCost;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.call.FrameFlag;
import dev.moonlift.runtime.kernel.interp.CompiledStatus;
import dev.moonlift.runtime.kernel.interp.Exit;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.FunctionType;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * From the bytecode of a function to a graph that does the same, beginning at one instruction: the function's first or
 * the end of a loop. The graph takes a frame whose registers are in their slots.
 */
final class FunctionCompiler {
    private static final FunctionType TYPE = new FunctionType(List.of(ValueType.I32), List.of(ValueType.I32));

    private final FunctionCode function;
    private final Flow flow;
    private final KindFlow kinds;
    private final Emission at;
    private final ArithmeticCompiler arithmetic;
    private final ComparisonCompiler comparisons;
    private final TableCompiler tables;
    private final Map<Integer, Block> blocks = new HashMap<>();
    private final Deque<Integer> waiting = new ArrayDeque<>();

    private FunctionCompiler(FunctionCode function, String name, int entry, Kind[] entryKinds) {
        this.function = function;
        this.flow = new Flow(function.code());
        this.kinds = new KindFlow(function, flow, entry, entryKinds);
        this.at = new Emission(function, new Graph(name, TYPE));
        this.arithmetic = new ArithmeticCompiler(function, at);
        this.comparisons = new ComparisonCompiler(function, at);
        this.tables = new TableCompiler(at);
    }

    /**
     * The graph.
     *
     * @param entry number of the instruction to begin with
     * @param entryKinds what registers are expected to hold then; if they do not, the code declines
     */
    static Graph compile(FunctionCode function, String name, int entry, Kind[] entryKinds) {
        FunctionCompiler compiler = new FunctionCompiler(function, name, entry, entryKinds);
        compiler.run(entry);
        return compiler.at.graph();
    }

    private void run(int entry) {
        enter(entry);
        while (!waiting.isEmpty()) {
            int leader = waiting.remove();
            translateBlock(leader);
        }
    }

    private void enter(int entry) {
        at.moveTo(at.graph().entry(), new Registers(function.registers()));
        at.begin();
        Block declines = at.graph().newBlock();
        Kind[] expected = kinds.at(entry);
        for (int r = 0; r < expected.length; r++) {
            if (expected[r] != Kind.ANY) {
                at.require(at.add(WasmOp.I32_EQ, at.loadTag(r), at.constant(expected[r].tag())), declines);
                at.registers().load(r, expected[r], at.loadPayload(r, expected[r]));
            }
        }
        at.loadFuel();
        goTo(entry);
        at.moveTo(declines);
        at.leave(at.constant(CompiledStatus.DECLINED));
    }

    // --- blocks ---

    private Block blockAt(int leader) {
        Block block = blocks.get(leader);
        if (block == null) {
            block = at.graph().newBlock();
            blocks.put(leader, block);
            at.graph().addParameter(block, ValueType.I32);
            for (Kind kind : kinds.at(leader)) {
                if (kind != Kind.ANY) {
                    at.graph().addParameter(block, kind.type());
                }
            }
            waiting.add(leader);
        }
        return block;
    }

    /** The edge to the block at an instruction; registers that it expects in their slots are brought there. */
    private Edge edgeTo(int leader) {
        Block block = blockAt(leader);
        Kind[] expected = kinds.at(leader);
        for (int r = 0; r < expected.length; r++) {
            if (expected[r] == Kind.ANY) {
                at.flush(r);
            }
        }
        return at.registers().edgeTo(block, expected);
    }

    private void goTo(int leader) {
        at.end(new Terminator.Jump(edgeTo(leader)));
    }

    /** Branches to two instructions; the slots that one way needs are written on that way only. */
    private void branch(Value condition, int ifTrue, int ifFalse) {
        Block first = at.graph().newBlock();
        Block second = at.graph().newBlock();
        at.end(new Terminator.Branch(condition, Edge.to(first), Edge.to(second)));
        Registers before = at.registers();
        at.moveTo(first, before.copy());
        goAround(ifTrue);
        at.moveTo(second, before);
        goAround(ifFalse);
    }

    /** Goes to an instruction, and pays if that is back to an earlier one. */
    private void goAround(int target) {
        if (target < flow.next(at.pc())) {
            payBackEdge(target);
        }
        goTo(target);
    }

    private void payBackEdge(int target) {
        Value fuel = at.add(WasmOp.I32_SUB, at.registers().fuel(), at.constant(FuelCost.BACK_EDGE));
        at.registers().setFuel(fuel);
        at.require(at.add(WasmOp.I32_GE_S, fuel, at.constant(0)), at.exitTo(target, Exit.FUEL));
    }

    private void translateBlock(int leader) {
        Registers registers = new Registers(function.registers());
        Block block = blocks.get(leader);
        Kind[] expected = kinds.at(leader);
        int parameter = 0;
        registers.setFuel(block.parameters().get(parameter++));
        for (int r = 0; r < expected.length; r++) {
            if (expected[r] != Kind.ANY) {
                registers.define(r, expected[r], block.parameters().get(parameter++));
            }
        }
        at.moveTo(block, registers);
        int pc = leader;
        while (true) {
            at.setPc(pc);
            if (!translate(pc)) {
                return;
            }
            pc = flow.successors(pc)[0];
            if (flow.isLeader(pc)) {
                goTo(pc);
                return;
            }
        }
    }

    // --- instructions ---

    /** Translates an instruction; false if it ended the block. */
    private boolean translate(int pc) {
        int i = function.code()[pc];
        int a = Instruction.a(i);
        Registers registers = at.registers();
        switch (i & 0xFF) {
            case Op.MOVE:
                move(a, Instruction.b(i));
                return true;
            case Op.LOADI:
                define(a, Kind.INTEGER, at.constant((long) Instruction.sbx(i)));
                return true;
            case Op.LOADF:
                define(a, Kind.FLOAT, at.constant((double) Instruction.sbx(i)));
                return true;
            case Op.LOADK:
                loadConstant(a, Instruction.bx(i));
                return true;
            case Op.LOADFALSE, Op.LFALSESKIP:
                loadTag(a, Tag.FALSE);
                return true;
            case Op.LOADTRUE:
                loadTag(a, Tag.TRUE);
                return true;
            case Op.LOADNIL:
                for (int r = a; r <= a + Instruction.b(i); r++) {
                    registers.forget(r);
                    at.addAt(WasmOp.I32_STORE8, Emission.offset(r) + Layout.TAG, at.base(), at.constant(Tag.NIL));
                }
                return true;
            case Op.NOT:
                not(a, Instruction.b(i));
                return true;
            case Op.JMP:
                goAround(flow.jumpTarget(pc));
                return false;
            case Op.EQ, Op.LT, Op.LE, Op.EQK, Op.EQI, Op.LTI, Op.LEI, Op.GTI, Op.GEI, Op.TEST:
                test(i, pc);
                return false;
            case Op.TESTSET:
                testSet(i, pc);
                return false;
            case Op.FORPREP:
                prepareFor(i, pc);
                return true;
            case Op.FORLOOP:
                forLoop(i, pc);
                return false;
            case Op.TFORLOOP:
                genericForLoop(i, pc);
                return false;
            case Op.GETUPVAL:
                registers.forget(a);
                at.copySlot(a, tables.upvalueSlot(Instruction.b(i)), 0);
                return true;
            case Op.SETUPVAL:
                tables.setUpvalue(Instruction.b(i), a, pc);
                return true;
            case Op.GETTABUP, Op.GETTABLE, Op.GETI, Op.GETFIELD, Op.SETTABLE, Op.SETFIELD, Op.SETI:
                tables.translate(i, pc);
                return true;
            case Op.CALL:
                at.request(KernelFunction.CALL, at.constant(i), at.frame(), at.constant(function.address(pc + 1)));
                registers.forgetFrom(a);
                return true;
            case Op.RETURN0, Op.RETURN1:
                returnFast(i, pc);
                return false;
            case Op.TAILCALL, Op.RETURN, Op.VARARG, Op.CLOSE, Op.TBC, Op.TFORPREP:
                at.leaveTo(pc);
                return false;
            case Op.VARARGPREP:
                return true;
            default:
                return arithmetic.translate(i, pc) || general(i, pc);
        }
    }

    /** Has the kernel do it. */
    private boolean general(int i, int pc) {
        at.general(pc + 1, flow.next(pc));
        Kind[] after = new Kind[function.registers()];
        for (int r = 0; r < after.length; r++) {
            after[r] = at.registers().kind(r);
        }
        kinds.apply(pc, after);
        for (int r = 0; r < after.length; r++) {
            if (after[r] == Kind.ANY) {
                at.registers().forget(r);
            }
        }
        if ((i & 0xFF) == Op.LEN && after[Instruction.a(i)] != Kind.ANY) {
            expectResult(Instruction.a(i), after[Instruction.a(i)], flow.next(pc));
        }
        return true;
    }

    /** Takes a result out of its slot; if it is of another kind than expected, the interpreter goes on behind. */
    private void expectResult(int register, Kind kind, int next) {
        at.registers().forget(register);
        at.require(at.add(WasmOp.I32_EQ, at.loadTag(register), at.constant(kind.tag())), at.exitTo(next));
        at.registers().load(register, kind, at.loadPayload(register, kind));
    }

    /** A register's new value, unboxed unless closures may see the register. */
    private void define(int register, Kind kind, Value value) {
        at.registers().define(register, kind, value);
        if (function.captured().get(register)) {
            at.flush(register);
            at.registers().forget(register);
        }
    }

    private void move(int to, int from) {
        Registers registers = at.registers();
        if (registers.kind(from) != Kind.ANY) {
            define(to, registers.kind(from), registers.value(from));
        } else {
            registers.forget(to);
            at.copySlot(to, at.base(), Emission.offset(from));
        }
    }

    private void loadConstant(int to, int index) {
        switch (function.constantTags()[index]) {
            case Tag.INTEGER -> define(to, Kind.INTEGER, at.constant(function.constantPayloads()[index]));
            case Tag.FLOAT ->
                define(to, Kind.FLOAT, at.constant(Double.longBitsToDouble(function.constantPayloads()[index])));
            default -> {
                at.registers().forget(to);
                at.copySlot(to, at.constants(), Emission.offset(index));
            }
        }
    }

    private void loadTag(int register, int tag) {
        at.registers().forget(register);
        at.addAt(WasmOp.I64_STORE, Emission.offset(register), at.base(), at.constant(0L));
        at.addAt(WasmOp.I32_STORE8, Emission.offset(register) + Layout.TAG, at.base(), at.constant(tag));
    }

    private void not(int to, int from) {
        Value isFalse = at.add(WasmOp.I32_EQZ, comparisons.truth(from));
        Value tag = at.add(WasmOp.I32_ADD, isFalse, at.constant(Tag.FALSE));
        at.registers().forget(to);
        at.addAt(WasmOp.I64_STORE, Emission.offset(to), at.base(), at.constant(0L));
        at.addAt(WasmOp.I32_STORE8, Emission.offset(to) + Layout.TAG, at.base(), tag);
    }

    // --- control ---

    private void test(int i, int pc) {
        Value condition = comparisons.translate(i, pc);
        int[] successors = flow.successors(pc);
        boolean jumpsIfTrue = Instruction.c(i) != 0;
        branch(condition, successors[jumpsIfTrue ? 0 : 1], successors[jumpsIfTrue ? 1 : 0]);
    }

    private void testSet(int i, int pc) {
        Value truth = comparisons.truth(Instruction.b(i));
        Value jumps = Instruction.c(i) != 0 ? truth : at.add(WasmOp.I32_EQZ, truth);
        Block jump = at.graph().newBlock();
        Block skip = at.graph().newBlock();
        at.end(new Terminator.Branch(jumps, Edge.to(jump), Edge.to(skip)));
        Registers before = at.registers();
        at.moveTo(jump, before.copy());
        move(Instruction.a(i), Instruction.b(i));
        goAround(flow.successors(pc)[0]);
        at.moveTo(skip, before);
        goTo(flow.successors(pc)[1]);
    }

    private void prepareFor(int i, int pc) {
        at.general(pc + 1, pc + 1);
        int a = Instruction.a(i);
        boolean isInteger =
                at.registers().kind(a) == Kind.INTEGER && at.registers().kind(a + 2) == Kind.INTEGER;
        for (int r = a; r < a + 4; r++) {
            at.registers().forget(r);
            if (isInteger && !function.captured().get(r)) {
                at.registers().load(r, Kind.INTEGER, at.loadPayload(r, Kind.INTEGER));
            }
        }
    }

    private void forLoop(int i, int pc) {
        int a = Instruction.a(i);
        Registers registers = at.registers();
        if (registers.kind(a) != Kind.INTEGER
                || registers.kind(a + 1) != Kind.INTEGER
                || registers.kind(a + 2) != Kind.INTEGER) {
            at.leaveTo(pc);
            return;
        }
        Value left = registers.value(a + 1);
        Block again = at.graph().newBlock();
        Block done = at.graph().newBlock();
        Value isDone = at.add(WasmOp.I64_EQZ, left);
        at.end(new Terminator.Branch(isDone, Edge.to(done), Edge.to(again)));
        at.moveTo(done, registers.copy());
        goTo(pc + 1);
        at.moveTo(again, registers);
        Value next = at.add(WasmOp.I64_ADD, registers.value(a), registers.value(a + 2));
        define(a, Kind.INTEGER, next);
        define(a + 1, Kind.INTEGER, at.add(WasmOp.I64_SUB, left, at.constant(1L)));
        define(a + 3, Kind.INTEGER, next);
        goAround(flow.successors(pc)[0]);
    }

    private void genericForLoop(int i, int pc) {
        int a = Instruction.a(i);
        at.flush(a + 4);
        Block again = at.graph().newBlock();
        Block done = at.graph().newBlock();
        Value isNil = at.add(WasmOp.I32_EQ, at.loadTag(a + 4), at.constant(Tag.NIL));
        at.end(new Terminator.Branch(isNil, Edge.to(done), Edge.to(again)));
        Registers before = at.registers();
        at.moveTo(done, before.copy());
        goTo(pc + 1);
        at.moveTo(again, before);
        before.forget(a + 2);
        at.copySlot(a + 2, at.base(), Emission.offset(a + 4));
        goAround(flow.successors(pc)[0]);
    }

    /** Returns no or one value as the interpreter does fast; what needs more is left to it. */
    private void returnFast(int i, int pc) {
        boolean hasValue = (i & 0xFF) == Op.RETURN1;
        Block other = at.exitTo(pc);
        Value flags = at.add(WasmOp.I32_AND, at.loadInt(at.frame(), Frame.FLAGS), at.constant(~FrameFlag.TAIL));
        at.require(at.add(WasmOp.I32_EQZ, flags), other);
        Value wanted = at.loadInt(at.frame(), Frame.WANTED);
        at.require(at.add(WasmOp.I32_EQ, wanted, at.constant(1)), other);
        Value func = at.add(WasmOp.I32_SUB, at.base(), at.constant(Layout.SLOT));
        if (hasValue) {
            returnValue(func, Instruction.a(i));
        } else {
            at.addAt(WasmOp.I32_STORE8, Layout.TAG, func, at.constant(Tag.NIL));
        }
        at.storeFuel();
        Value caller = at.add(WasmOp.I32_SUB, at.frame(), at.constant(Frame.BYTES));
        at.addAt(WasmOp.I32_STORE, State.FRAME, at.constant(0), caller);
        at.leave(at.constant(CompiledStatus.RETURNED));
    }

    private void returnValue(Value func, int register) {
        Kind kind = at.registers().kind(register);
        if (kind == Kind.ANY) {
            Value payload = at.addAt(WasmOp.I64_LOAD, Emission.offset(register), at.base());
            at.addAt(WasmOp.I64_STORE, 0, func, payload);
            at.addAt(WasmOp.I32_STORE8, Layout.TAG, func, at.loadTag(register));
        } else {
            at.addAt(
                    kind == Kind.FLOAT ? WasmOp.F64_STORE : WasmOp.I64_STORE,
                    0,
                    func,
                    at.registers().value(register));
            at.addAt(WasmOp.I32_STORE8, Layout.TAG, func, at.constant(kind.tag()));
        }
    }
}
