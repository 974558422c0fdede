package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.kernel.FuelCost;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.interp.CompiledStatus;
import dev.moonlift.runtime.kernel.interp.Exit;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Callee;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * From the bytecode of a function to a graph that does the same: from the function's beginning on, called directly or
 * with a frame whose registers are in their slots, or from the end of a loop on, with such a frame.
 */
final class FunctionCompiler {
    private final CodeUnit unit;
    private final FunctionCode function;
    private final Flow flow;
    private final KindFlow kinds;
    private final Emission at;
    private final ArithmeticCompiler arithmetic;
    private final ComparisonCompiler comparisons;
    private final LengthCompiler lengths;
    private final ConcatenationCompiler concatenations;
    private final IterationCompiler iterations;
    private final TableCompiler tables;
    private final NumericLoopCompiler loops;
    private final ClosingCompiler closings;
    private final ReturnCompiler returns;
    private final CallCompiler calls;
    private final TailCallCompiler tailCalls;
    private final MetamethodCompiler metamethods;
    private final StringMethodCompiler stringMethods;
    private final VarargCompiler varargs;
    private final ClosureCompiler closures;
    private final Map<KindFlow.Version, Block> blocks = new HashMap<>();
    private final Deque<KindFlow.Version> waiting = new ArrayDeque<>();
    /** By instructions, other code of the function, which goes on where this ends. */
    private final Map<Integer, Callee> onwards;

    private FunctionCompiler(CodeUnit unit, String name, KindFlow kinds, boolean isDirect, Spills spills) {
        this(unit, name, kinds, isDirect, Map.of(), spills);
    }

    private FunctionCompiler(
            CodeUnit unit, String name, KindFlow kinds, boolean isDirect, Map<Integer, Callee> onwards, Spills spills) {
        this.onwards = onwards;
        this.unit = unit;
        this.function = unit.function();
        this.flow = unit.flow();
        this.kinds = kinds;
        this.at = new Emission(
                unit,
                new Graph(name, isDirect ? unit.signature().graphType() : Signature.OF_FRAMED_CODE),
                isDirect,
                spills);
        ConstantDivision divisions = new ConstantDivision(at);
        this.arithmetic = new ArithmeticCompiler(function, at, divisions);
        this.comparisons = new ComparisonCompiler(function, at, divisions);
        this.lengths = new LengthCompiler(at);
        this.concatenations = new ConcatenationCompiler(at);
        this.loops = new NumericLoopCompiler(at, kinds, this::goTo, this::goAround);
        this.closings = new ClosingCompiler(at);
        this.returns = new ReturnCompiler(at, closings);
        this.calls = new CallCompiler(at, returns);
        this.iterations = new IterationCompiler(at, calls);
        this.tailCalls = new TailCallCompiler(at, calls, returns, this::goTo);
        this.metamethods = new MetamethodCompiler(at, calls, returns);
        this.tables = new TableCompiler(at, metamethods);
        this.stringMethods = new StringMethodCompiler(at);
        this.varargs = new VarargCompiler(at);
        this.closures = new ClosureCompiler(at);
    }

    /**
     * The code that begins at an instruction, with a frame, and is left where the flow of kinds ends. If the registers
     * are not of the kinds expected there, it declines.
     */
    static Graph compile(CodeUnit unit, String name, KindFlow kinds, Spills spills) {
        FunctionCompiler compiler = new FunctionCompiler(unit, name, kinds, false, spills);
        compiler.at.moveTo(
                compiler.at.graph().entry(), new Registers(unit.function().registers()));
        compiler.at.begin();
        compiler.enter(true);
        return compiler.run();
    }

    /**
     * The code that begins where another coroutine has run. Where the flow of kinds ends, other code of the function
     * goes on, if there is any for that instruction.
     */
    static Graph compileContinuation(
            CodeUnit unit, String name, KindFlow kinds, Map<Integer, Callee> onwards, Spills spills) {
        FunctionCompiler compiler = new FunctionCompiler(unit, name, kinds, false, onwards, spills);
        compiler.at.moveTo(
                compiler.at.graph().entry(), new Registers(unit.function().registers()));
        compiler.at.begin();
        compiler.enter(false);
        return compiler.run();
    }

    /** The code that goes on at the frame's PC: calls what there is for that, or declines. */
    static Graph goOn(CodeUnit unit, String name, Map<Integer, Callee> code, Spills spills) {
        Emission at = new FunctionCompiler(unit, name, null, false, spills).at;
        at.moveTo(at.graph().entry(), new Registers(0));
        Value pc = at.loadInt(at.frame(), Frame.PC);
        code.forEach((instruction, callee) -> {
            Block here = at.graph().newBlock();
            Block other = at.graph().newBlock();
            Value address = at.constant(unit.function().address(instruction));
            at.end(new Terminator.Branch(at.add(WasmOp.I32_EQ, pc, address), Edge.to(here), Edge.to(other)));
            at.moveTo(here);
            at.leave(at.callCode(callee));
            at.moveTo(other);
        });
        at.leave(at.constant(CompiledStatus.DECLINED));
        return at.graph();
    }

    /**
     * The code that is called directly.
     *
     * @throws ImpureException if the unit's signature says pure, and it cannot be
     */
    static Graph compileDirect(CodeUnit unit, String name, KindFlow kinds, Spills spills) {
        FunctionCompiler compiler = new FunctionCompiler(unit, name, kinds, true, spills);
        compiler.at.moveTo(
                compiler.at.graph().entry(), new Registers(unit.function().registers()));
        compiler.at.begin();
        compiler.wrapper().beginDirect();
        compiler.goTo(0);
        return compiler.run();
    }

    /** The code that is entered with a frame, and calls the direct code. */
    static Graph compileWrapper(CodeUnit unit, String name, CallTarget direct, Spills spills) {
        FunctionCompiler compiler = new FunctionCompiler(unit, name, null, false, spills);
        compiler.at.moveTo(
                compiler.at.graph().entry(), new Registers(unit.function().registers()));
        compiler.at.begin();
        compiler.wrapper().wrap(direct);
        return compiler.at.graph();
    }

    private WrapperCompiler wrapper() {
        return new WrapperCompiler(at, calls, returns);
    }

    /** Code for a function's beginning that leaves all to the interpreter. */
    static Graph decline(String name) {
        Graph graph = new Graph(name, Signature.OF_FRAMED_CODE);
        Value declined = graph.constant(graph.entry(), CompiledStatus.DECLINED);
        graph.entry().setTerminator(new Terminator.Return(List.of(declined)));
        return graph;
    }

    private Graph run() {
        while (!waiting.isEmpty()) {
            translateBlock(waiting.remove());
        }
        return at.graph();
    }

    private void enter(boolean isReported) {
        Block declines = at.escape(at.graph().newBlock());
        Kind[] expected = kinds.entry().kinds();
        for (int r = 0; r < expected.length; r++) {
            if (expected[r] != Kind.ANY) {
                at.require(at.isOfKind(at.loadTag(r), expected[r]), declines);
                at.registers().load(r, expected[r], at.loadPayload(r, expected[r]));
            }
        }
        at.loadFuel();
        goTo(kinds.entry().leader());
        at.moveTo(declines);
        at.setPc(kinds.entry().leader());
        if (isReported) {
            at.report();
        }
        at.leave(at.constant(CompiledStatus.DECLINED));
    }

    // --- blocks ---

    private Block blockAt(KindFlow.Version version) {
        Block block = blocks.get(version);
        if (block == null) {
            block = at.graph().newBlock();
            blocks.put(version, block);
            at.graph().addParameter(block, ValueType.I32);
            for (Kind kind : version.kinds()) {
                if (kind != Kind.ANY) {
                    at.graph().addParameter(block, kind.type());
                }
            }
            waiting.add(version);
        }
        return block;
    }

    /**
     * The edge to the block at an instruction; live registers that it expects in their slots are brought there, and
     * those that a loop leaves as they are.
     */
    private Edge edgeTo(int leader) {
        KindFlow.Version version = kinds.version(leader, at.registers().kinds());
        Block block = blockAt(version);
        Kind[] expected = version.kinds();
        BitSet constant = unit.loopConstants().around(leader);
        for (int r = 0; r < expected.length; r++) {
            if ((expected[r] == Kind.ANY || constant.get(r)) && unit.liveness().isLive(r, leader)) {
                at.flush(r);
            }
        }
        return at.registers().edgeTo(block, expected);
    }

    private void goTo(int leader) {
        if (!kinds.isWithin(leader)) {
            if (onwards.containsKey(leader)) {
                at.leaveInto(leader, onwards.get(leader));
            } else {
                at.leaveTo(leader);
            }
            return;
        }
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

    /** JMP; true if that is to the next instruction, in the same block. */
    private boolean jump(int target) {
        if (!flow.isLeader(target)) {
            return true;
        }
        goAround(target);
        return false;
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

    private void translateBlock(KindFlow.Version version) {
        Registers registers = new Registers(function.registers());
        Block block = blocks.get(version);
        Kind[] expected = version.kinds();
        BitSet constant = unit.loopConstants().around(version.leader());
        int parameter = 0;
        registers.setFuel(block.parameters().get(parameter++));
        for (int r = 0; r < expected.length; r++) {
            if (expected[r] != Kind.ANY) {
                registers.define(r, expected[r], block.parameters().get(parameter++));
                if (constant.get(r)) {
                    registers.clean(r);
                }
            }
        }
        at.moveTo(block, registers);
        int pc = version.leader();
        tables.forgetNodes();
        while (true) {
            at.setPc(pc);
            if (!translate(pc)) {
                return;
            }
            if (!keepsNodes(pc)) {
                tables.forgetNodes();
            }
            pc = flow.successors(pc)[0];
            if (flow.isLeader(pc)) {
                goTo(pc);
                return;
            }
        }
    }

    /** Whether an instruction that has been translated asks the kernel for nothing, nor does it call a function. */
    private boolean keepsNodes(int pc) {
        int i = function.code()[pc];
        return switch (i & 0xFF) {
            case Op.MOVE, Op.LOADI, Op.LOADF, Op.LOADK, Op.LOADFALSE, Op.LOADTRUE, Op.LOADNIL, Op.GETUPVAL -> true;
            case Op.GETFIELD, Op.SETFIELD, Op.SETFIELDK -> !tables.isUnusual(pc);
            case Op.ADDI, Op.SUBI, Op.ADD, Op.ADDK, Op.SUB, Op.SUBK, Op.MUL, Op.MULK, Op.DIV, Op.DIVK ->
                at.registers().kind(Instruction.a(i)).isNumber();
            default -> false;
        };
    }

    // --- instructions ---

    /** Translates an instruction; false if it ended the block. */
    private boolean translate(int pc) {
        int i = function.code()[pc];
        int a = Instruction.a(i);
        Registers registers = at.registers();
        switch (i & 0xFF) {
            case Op.MOVE, Op.LOADI, Op.LOADF, Op.LOADK, Op.LOADFALSE, Op.LFALSESKIP, Op.LOADTRUE, Op.LOADNIL:
                load(i);
                return true;
            case Op.NOT:
                at.define(a, Kind.BOOLEAN, at.add(WasmOp.I32_EQZ, comparisons.truth(Instruction.b(i))));
                return true;
            case Op.JMP:
                return jump(flow.jumpTarget(pc));
            case Op.EQ, Op.LT, Op.LE, Op.EQK, Op.EQI, Op.LTI, Op.LEI, Op.GTI, Op.GEI, Op.TEST:
                test(i, pc);
                return false;
            case Op.TESTSET:
                testSet(i, pc);
                return false;
            case Op.FORPREP:
                loops.prepare(i, pc);
                return true;
            case Op.FORLOOP:
                loops.repeat(i, pc);
                return false;
            case Op.TFORCALL:
                iterate(i, pc);
                return true;
            case Op.TFORLOOP:
                genericForLoop(i, pc);
                return false;
            case Op.GETUPVAL:
                tables.getUpvalue(a, Instruction.b(i), pc);
                return true;
            case Op.SETUPVAL:
                tables.setUpvalue(Instruction.b(i), a, pc);
                return true;
            case Op.GETTABUP, Op.GETTABLE, Op.GETI, Op.GETFIELD:
                tables.read(i, pc);
                return true;
            case Op.SETTABUP, Op.SETTABLE, Op.SETFIELD, Op.SETI:
            case Op.SETTABUPK, Op.SETTABLEK, Op.SETFIELDK, Op.SETIK:
                tables.write(i, pc);
                return true;
            case Op.NEWTABLE:
                return tables.create(i, pc) || general(i, pc);
            case Op.SETLIST:
                return tables.setList(i, pc) || setOpenList(i, pc) || general(i, pc);
            case Op.SELF:
                return tables.self(i, pc) || generalSelf(i, pc);
            case Op.CALL:
                if (!metamethods.callTable(i, pc) && !varargs.select(i, pc) && !iterations.begin(i, pc)) {
                    calls.call(i, pc);
                }
                return true;
            case Op.RETURN0, Op.RETURN1, Op.RETURN:
                returns.translate(i, pc);
                return false;
            case Op.TAILCALL:
                tailCalls.translate(i, pc);
                return false;
            case Op.CLOSURE, Op.CLOSE, Op.VARARG, Op.VARARGPREP, Op.TFORPREP:
                beginOrEnd(i, pc);
                return true;
            case Op.CONCAT:
                return operate(i, pc) || concatenations.translate(i, pc) || general(i, pc);
            case Op.LEN:
                return lengths.translate(i, pc) || general(i, pc);
            default:
                return operate(i, pc) || general(i, pc);
        }
    }

    /** Translates an instruction that gives registers values that are there already, or constants. */
    private void load(int i) {
        int a = Instruction.a(i);
        switch (i & 0xFF) {
            case Op.MOVE -> move(a, Instruction.b(i));
            case Op.LOADI -> at.define(a, Kind.INTEGER, at.constant((long) Instruction.sbx(i)));
            case Op.LOADF -> at.define(a, Kind.FLOAT, at.constant((double) Instruction.sbx(i)));
            case Op.LOADK -> loadConstant(a, Instruction.bx(i));
            case Op.LOADTRUE -> at.define(a, Kind.BOOLEAN, at.constant(1));
            case Op.LOADNIL -> {
                for (int r = a; r <= a + Instruction.b(i); r++) {
                    at.registers().forget(r);
                    at.addAt(WasmOp.I32_STORE8, Emission.offset(r) + Layout.TAG, at.base(), at.constant(Tag.NIL));
                }
            }
            default -> at.define(a, Kind.BOOLEAN, at.constant(0));
        }
    }

    private boolean setOpenList(int i, int pc) {
        at.storeTop(pc);
        return varargs.list(i, pc);
    }

    /** Translates an instruction with which the life of values begins or ends. */
    private void beginOrEnd(int i, int pc) {
        switch (i & 0xFF) {
            case Op.CLOSURE -> closures.create(i, pc);
            case Op.CLOSE -> closings.close(i, pc);
            case Op.VARARG -> varargs.copy(i, pc);
            case Op.TFORPREP -> iterations.prepare(i, pc, flow.successors(pc)[0]);
            default -> {}
        }
    }

    /** Translates an operator; false if the kernel is to do it. */
    private boolean operate(int i, int pc) {
        return unit.expectations().isHandled(pc) ? metamethods.translate(i, pc) : arithmetic.translate(i, pc);
    }

    /** Has the kernel do it. */
    private boolean general(int i, int pc) {
        at.general(pc + 1, flow.next(pc));
        Kind[] after = at.registers().kinds();
        Kind before = after[Instruction.a(i)];
        kinds.apply(pc, after);
        for (int r = 0; r < after.length; r++) {
            if (after[r] == Kind.ANY) {
                at.registers().forget(r);
            }
        }
        int a = Instruction.a(i);
        if (writes(i) && after[a] != Kind.ANY) {
            at.expectResult(a, after[a], flow.next(pc));
        } else if (after[a] != before) {
            at.registers().forget(a);
        }
        return true;
    }

    /** The kernel finds a method; the object is where it was, too. */
    private boolean generalSelf(int i, int pc) {
        int a = Instruction.a(i);
        Registers registers = at.registers();
        Kind kind = registers.kind(Instruction.b(i));
        Value self = registers.value(Instruction.b(i));
        boolean isShort = unit.expectations().profile().isShort(pc);
        if (kind == Kind.ANY && !isShort && function.constants().tag(Instruction.c(i)) == Tag.SHORT_STRING) {
            stringMethods.find(i, pc);
        } else {
            at.general(pc + 1, pc + 1);
        }
        at.registers().forget(a);
        at.registers().forget(a + 1);
        if (kind != Kind.ANY && !function.captured().get(a + 1)) {
            at.registers().load(a + 1, kind, self);
        }
        Kind[] after = at.registers().kinds();
        kinds.apply(pc, after);
        if (after[a] != Kind.ANY) {
            at.expectResult(a, after[a], pc + 1);
        }
        return true;
    }

    /** Whether an instruction that the kernel does gives a result in R[A], and none elsewhere. */
    private static boolean writes(int i) {
        int op = i & 0xFF;
        return op >= Op.ADDI && op <= Op.LEN || op == Op.NEWTABLE;
    }

    private void move(int to, int from) {
        Registers registers = at.registers();
        if (registers.kind(from) != Kind.ANY) {
            at.define(to, registers.kind(from), registers.value(from));
        } else {
            registers.forget(to);
            at.copySlot(to, at.base(), Emission.offset(from));
        }
    }

    private void loadConstant(int to, int index) {
        switch (function.constants().tag(index)) {
            case Tag.INTEGER ->
                at.define(to, Kind.INTEGER, at.constant(function.constants().payload(index)));
            case Tag.FLOAT ->
                at.define(
                        to,
                        Kind.FLOAT,
                        at.constant(Double.longBitsToDouble(function.constants().payload(index))));
            default -> {
                at.registers().forget(to);
                at.copySlot(to, at.constants(), Emission.offset(index));
            }
        }
    }

    // --- control ---

    private void test(int i, int pc) {
        Value handled = metamethods.test(i, pc);
        Value condition = handled != null ? handled : comparisons.translate(i, pc);
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

    /** Calls the iterator; the loop ends here if it gives nil. */
    private void iterate(int i, int pc) {
        int a = Instruction.a(i);
        iterations.iterate(i, pc);
        Block goesOn = at.graph().newBlock();
        Block done = at.graph().newBlock();
        Value isNil = at.add(WasmOp.I32_EQ, at.loadTag(a + 4), at.constant(Tag.NIL));
        at.end(new Terminator.Branch(isNil, Edge.to(done), Edge.to(goesOn)));
        Registers before = at.registers();
        at.moveTo(done, before.copy());
        at.setPc(pc + 1);
        goTo(pc + 2);
        at.setPc(pc);
        at.moveTo(goesOn, before);
        Kind[] after = before.kinds();
        kinds.apply(pc, after);
        for (int r = a + 4; r < a + 6 && r < after.length; r++) {
            if (after[r] != Kind.ANY) {
                at.expectResult(r, after[r], pc + 1);
            }
        }
    }

    private void genericForLoop(int i, int pc) {
        int a = Instruction.a(i);
        if (at.registers().kind(a + 4) == Kind.ANY) {
            Block again = at.graph().newBlock();
            Block done = at.graph().newBlock();
            Value isNil = at.add(WasmOp.I32_EQ, at.loadTag(a + 4), at.constant(Tag.NIL));
            at.end(new Terminator.Branch(isNil, Edge.to(done), Edge.to(again)));
            Registers before = at.registers();
            at.moveTo(done, before.copy());
            goTo(pc + 1);
            at.moveTo(again, before);
        }
        move(a + 2, a + 4);
        goAround(flow.successors(pc)[0]);
    }
}
