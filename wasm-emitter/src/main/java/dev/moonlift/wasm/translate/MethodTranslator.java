package dev.moonlift.wasm.translate;

import static org.objectweb.asm.Opcodes.*;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Callee;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.GlobalVariable;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.FunctionType;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import dev.moonlift.wasm.restricted.Intrinsic;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * One method as a graph: the operand stack and the locals are followed by abstract interpretation, a block at a time,
 * so that only numbers remain, as values.
 */
final class MethodTranslator {
    /** Number of the kind of signal on its way out of a function, 0 if there is none. */
    static final GlobalVariable PENDING = new GlobalVariable("pending", ValueType.I32);

    private final Program program;
    private final ThrownSignals thrown;
    private final BlockOperations blockOperations;
    private final Origins origins;
    private final MethodRef method;
    private final MethodNode node;
    private final MethodCode code;
    private final Graph graph;
    private final GraphCursor at;
    private final IntrinsicTranslator intrinsics;

    private final Map<Integer, Block> blocks = new HashMap<>();
    private final Map<Integer, FrameState> entryStates = new HashMap<>();
    private final Deque<Integer> waiting = new ArrayDeque<>();
    private FrameState state;
    private int line;

    private MethodTranslator(
            Program program, ThrownSignals thrown, BlockOperations blockOperations, Origins origins, MethodRef method) {
        this.program = program;
        this.thrown = thrown;
        this.blockOperations = blockOperations;
        this.origins = origins;
        this.method = method;
        this.node = program.method(method);
        this.code = new MethodCode(node, thrown, program.signals());
        this.graph = new Graph(program.functionName(method), method.functionType());
        this.at = new GraphCursor(graph, origins.of(method, 0));
        this.intrinsics = new IntrinsicTranslator(at);
    }

    static Graph translate(
            Program program, ThrownSignals thrown, BlockOperations blockOperations, Origins origins, MethodRef method) {
        MethodTranslator translator = new MethodTranslator(program, thrown, blockOperations, origins, method);
        translator.run();
        return translator.graph;
    }

    private void run() {
        refuseOtherHandlers();
        state = parameters();
        at.end(new Terminator.Jump(edgeTo(0)));
        while (!waiting.isEmpty()) {
            int leader = waiting.remove();
            at.moveTo(blocks.get(leader));
            state = entryStates.get(leader).copy();
            translateBlock(leader);
        }
    }

    /** Nothing but signals can be caught, since nothing else is thrown. */
    private void refuseOtherHandlers() {
        for (TryCatchBlockNode block : node.tryCatchBlocks) {
            if (!program.signals().isSignal(block.type)) {
                line = lineBefore(code.indexOf(block.start) + 1);
                throw refused(block.type == null ? "finally" : "catch of " + block.type);
            }
        }
    }

    private FrameState parameters() {
        FrameState first = new FrameState(node.maxLocals);
        int local = 0;
        if ((node.access & ACC_STATIC) == 0) {
            first.setLocal(local++, new Operand.Reference(method.owner()));
        }
        for (Value parameter : graph.entry().parameters()) {
            Operand operand = new Operand.Number(parameter);
            first.setLocal(local, operand);
            local += operand.isWide() ? 2 : 1;
        }
        return first;
    }

    /** The edge from the present state to the block at a leader. */
    private Edge edgeTo(int leader) {
        return edge(state, leader);
    }

    private Edge edge(FrameState from, int leader) {
        Block block = blocks.get(leader);
        if (block == null) {
            block = graph.newBlock();
            blocks.put(leader, block);
            entryStates.put(leader, from.enter(graph, block, code.liveAt(leader)));
            waiting.add(leader);
        }
        return from.edgeTo(block, code.liveAt(leader));
    }

    private void translateBlock(int leader) {
        line = lineBefore(leader);
        at.setOrigin(origins.of(method, line));
        int index = leader;
        while (true) {
            AbstractInsnNode instruction = node.instructions.get(index);
            if (instruction instanceof LineNumberNode mark) {
                line = mark.line;
                at.setOrigin(origins.of(method, line));
            } else if (instruction.getOpcode() >= 0) {
                int last = translate(instruction, index);
                if (last < 0) {
                    return;
                }
                index = last;
            }
            index++;
            if (code.isLeader(index)) {
                at.end(new Terminator.Jump(edgeTo(index)));
                return;
            }
        }
    }

    private int lineBefore(int index) {
        for (int i = index; i >= 0; i--) {
            if (node.instructions.get(i) instanceof LineNumberNode mark) {
                return mark.line;
            }
        }
        return 0;
    }

    /** Translates an instruction; the index of the last one that this took care of, or -1 if it ended the block. */
    private int translate(AbstractInsnNode instruction, int index) {
        WasmOp simple = SimpleInstruction.of(instruction.getOpcode());
        if (simple != null) {
            simple(simple);
            return index;
        }
        if (instruction instanceof JumpInsnNode jump) {
            return jump(jump, index);
        }
        if (instruction instanceof MethodInsnNode call) {
            return call(call, index);
        }
        switch (instruction.getOpcode()) {
            case TABLESWITCH:
                tableSwitch((TableSwitchInsnNode) instruction);
                return -1;
            case LOOKUPSWITCH:
                lookupSwitch((LookupSwitchInsnNode) instruction);
                return -1;
            case IRETURN, LRETURN, DRETURN:
                at.end(new Terminator.Return(List.of(state.popValue())));
                return -1;
            case RETURN:
                at.end(new Terminator.Return(List.of()));
                return -1;
            case GETSTATIC:
                throwSignal((FieldInsnNode) instruction, index);
                return -1;
            case LCMP, DCMPL, DCMPG:
                return compare(instruction, index);
            default:
                other(instruction);
                return index;
        }
    }

    private void simple(WasmOp op) {
        Value[] operands = new Value[op.operands().size()];
        for (int i = operands.length - 1; i >= 0; i--) {
            operands[i] = state.popValue();
        }
        state.push(at.add(op, operands));
    }

    private void other(AbstractInsnNode instruction) {
        int opcode = instruction.getOpcode();
        switch (opcode) {
            case NOP -> {}
            case ICONST_M1, ICONST_0, ICONST_1, ICONST_2, ICONST_3, ICONST_4, ICONST_5 ->
                state.push(at.constant(opcode - ICONST_0));
            case LCONST_0, LCONST_1 -> state.push(at.constant((long) opcode - LCONST_0));
            case DCONST_0, DCONST_1 -> state.push(at.constant((double) opcode - DCONST_0));
            case BIPUSH, SIPUSH -> state.push(at.constant(((IntInsnNode) instruction).operand));
            case LDC -> state.push(constant(((LdcInsnNode) instruction).cst));
            case ILOAD, LLOAD, DLOAD, ALOAD -> state.push(state.local(((VarInsnNode) instruction).var));
            case ISTORE, LSTORE, DSTORE, ASTORE -> state.setLocal(((VarInsnNode) instruction).var, state.pop());
            case IINC -> increment((IincInsnNode) instruction);
            case GETFIELD -> collaborator((FieldInsnNode) instruction);
            case POP -> state.popTopWords(1);
            case POP2 -> state.popTopWords(2);
            case DUP -> state.duplicate(1, 0);
            case DUP_X1 -> state.duplicate(1, 1);
            case DUP_X2 -> state.duplicate(1, 2);
            case DUP2 -> state.duplicate(2, 0);
            case DUP2_X1 -> state.duplicate(2, 1);
            case DUP2_X2 -> state.duplicate(2, 2);
            case SWAP -> state.swap();
            case IDIV, LDIV -> divide(opcode == IDIV);
            case INEG -> state.push(at.add(WasmOp.I32_SUB, at.constant(0), state.popValue()));
            case LNEG -> state.push(at.add(WasmOp.I64_SUB, at.constant(0L), state.popValue()));
            case LSHL -> shiftLong(WasmOp.I64_SHL);
            case LSHR -> shiftLong(WasmOp.I64_SHR_S);
            case LUSHR -> shiftLong(WasmOp.I64_SHR_U);
            case I2C -> state.push(at.add(WasmOp.I32_AND, state.popValue(), at.constant(0xFFFF)));
            default -> throw refused("opcode " + opcode);
        }
    }

    private Value constant(Object constant) {
        if (constant instanceof Integer number) {
            return at.constant((int) number);
        }
        if (constant instanceof Long number) {
            return at.constant((long) number);
        }
        if (constant instanceof Double number) {
            return at.constant((double) number);
        }
        throw refused("constant " + constant);
    }

    private void increment(IincInsnNode increment) {
        Value old = ((Operand.Number) state.local(increment.var)).value();
        Value sum = at.add(WasmOp.I32_ADD, old, at.constant(increment.incr));
        state.setLocal(increment.var, new Operand.Number(sum));
    }

    private void collaborator(FieldInsnNode access) {
        state.popReference();
        String type = Type.getType(access.desc).getInternalName();
        if (!program.isComponent(type) && !program.isMemory(type) && !program.isCodeTable(type)) {
            throw refused("field " + access.name + " of type " + type);
        }
        state.push(new Operand.Reference(type));
    }

    private void shiftLong(WasmOp op) {
        Value distance = at.add(WasmOp.I64_EXTEND_I32_U, state.popValue());
        state.push(at.add(op, state.popValue(), distance));
    }

    /** WebAssembly traps where Java wraps around: the smallest number divided by -1. */
    private void divide(boolean isInt) {
        Value divisor = state.popValue();
        Value dividend = state.popValue();
        ValueType type = isInt ? ValueType.I32 : ValueType.I64;
        Value minusOne = isInt ? at.constant(-1) : at.constant(-1L);
        Value isMinusOne = at.add(isInt ? WasmOp.I32_EQ : WasmOp.I64_EQ, divisor, minusOne);
        state.push(at.choose(
                isMinusOne,
                type,
                () -> at.add(isInt ? WasmOp.I32_SUB : WasmOp.I64_SUB, at.zero(type), dividend),
                () -> at.add(isInt ? WasmOp.I32_DIV_S : WasmOp.I64_DIV_S, dividend, divisor)));
    }

    // --- jumps ---

    private int jump(JumpInsnNode jump, int index) {
        int opcode = jump.getOpcode();
        if (opcode == GOTO) {
            at.end(new Terminator.Jump(edgeTo(code.indexOf(jump.label))));
            return -1;
        }
        if (opcode >= IF_ICMPEQ && opcode <= IF_ICMPLE) {
            Value b = state.popValue();
            return branch(Comparison.ofInts(opcode), state.popValue(), b, jump.label, index);
        }
        if (opcode == IFNE || opcode == IFEQ) {
            Value condition = state.popValue();
            return branch(condition, opcode == IFEQ, jump.label, index);
        }
        if (opcode >= IFEQ && opcode <= IFLE) {
            return branch(Comparison.withZero(opcode), state.popValue(), at.constant(0), jump.label, index);
        }
        throw refused("opcode " + opcode);
    }

    private int branch(Comparison comparison, Value a, Value b, LabelNode target, int index) {
        return branch(at.add(comparison.op(), a, b), comparison.negated(), target, index);
    }

    private int branch(Value condition, boolean negated, LabelNode target, int index) {
        Edge taken = edgeTo(code.indexOf(target));
        Edge next = edgeTo(index + 1);
        at.end(negated ? new Terminator.Branch(condition, next, taken) : new Terminator.Branch(condition, taken, next));
        return -1;
    }

    /** A three-way comparison: fused with the jump that follows, if one does. */
    private int compare(AbstractInsnNode instruction, int index) {
        int opcode = instruction.getOpcode();
        int jump = jumpAfter(index);
        Value b = state.popValue();
        Value a = state.popValue();
        if (jump >= 0) {
            int condition = opcodeAt(jump);
            return branch(
                    opcode == LCMP ? Comparison.ofLongs(condition) : Comparison.ofDoubles(opcode, condition),
                    a,
                    b,
                    jump);
        }
        if (opcode == LCMP) {
            state.push(intrinsics.threeWay(WasmOp.I64_GT_S, WasmOp.I64_LT_S, a, b));
            return index;
        }
        throw refused("three-way comparison of doubles without a jump");
    }

    /** The index of the comparison with zero that follows an instruction in its block, or -1. */
    private int jumpAfter(int index) {
        int next = index + 1;
        while (!code.isLeader(next) && opcodeAt(next) < 0) {
            next++;
        }
        int opcode = code.isLeader(next) ? -1 : opcodeAt(next);
        return opcode >= IFEQ && opcode <= IFLE ? next : -1;
    }

    private int opcodeAt(int index) {
        return node.instructions.get(index).getOpcode();
    }

    private int branch(Comparison comparison, Value a, Value b, int jump) {
        LabelNode target = ((JumpInsnNode) node.instructions.get(jump)).label;
        return branch(comparison, a, b, target, jump);
    }

    private void tableSwitch(TableSwitchInsnNode table) {
        Value index = state.popValue();
        if (table.min != 0) {
            index = at.add(WasmOp.I32_SUB, index, at.constant(table.min));
        }
        List<Edge> cases = new ArrayList<>();
        for (LabelNode label : table.labels) {
            cases.add(edgeTo(code.indexOf(label)));
        }
        at.end(new Terminator.Switch(index, cases, edgeTo(code.indexOf(table.dflt))));
    }

    /** A search by halves, down to comparisons for equality. */
    private void lookupSwitch(LookupSwitchInsnNode lookup) {
        search(lookup, state.popValue(), 0, lookup.keys.size());
    }

    private void search(LookupSwitchInsnNode lookup, Value key, int from, int to) {
        if (from == to) {
            at.end(new Terminator.Jump(edgeTo(code.indexOf(lookup.dflt))));
            return;
        }
        Block first = graph.newBlock();
        Block second = graph.newBlock();
        int middle = from + to >>> 1;
        boolean isLast = to - from == 1;
        Value pivot = at.constant(lookup.keys.get(middle));
        Value condition = at.add(isLast ? WasmOp.I32_EQ : WasmOp.I32_LT_S, key, pivot);
        at.end(new Terminator.Branch(condition, Edge.to(first), Edge.to(second)));
        at.moveTo(first);
        if (isLast) {
            at.end(new Terminator.Jump(edgeTo(code.indexOf(lookup.labels.get(middle)))));
        } else {
            search(lookup, key, from, middle);
        }
        at.moveTo(second);
        search(lookup, key, isLast ? to : middle, to);
    }

    // --- calls ---

    private int call(MethodInsnNode call, int index) {
        Value[] arguments = new Value[Type.getArgumentCount(call.desc)];
        for (int i = arguments.length - 1; i >= 0; i--) {
            arguments[i] = state.popValue();
        }
        Intrinsic intrinsic = call.getOpcode() == INVOKESTATIC ? Intrinsic.of(call.owner, call.name, call.desc) : null;
        if (intrinsic != null) {
            return intrinsic(intrinsic, arguments, index);
        }
        if (call.getOpcode() != INVOKESTATIC) {
            state.popReference();
        }
        if (program.isMemory(call.owner)) {
            memory(call, arguments);
            return index;
        }
        if (program.isCodeTable(call.owner)) {
            indirect(new MethodRef(call.owner, call.name, call.desc), arguments);
            return index;
        }
        if (!program.isComponent(call.owner)) {
            throw refused("call of " + call.owner + "." + call.name);
        }
        return component(new MethodRef(call.owner, call.name, call.desc), arguments, index);
    }

    /** The first argument is the number of the function. */
    private void indirect(MethodRef called, Value[] arguments) {
        FunctionType type = called.functionType();
        List<ValueType> parameters = type.parameters().subList(1, arguments.length);
        List<Value> operands = new ArrayList<>(List.of(arguments).subList(1, arguments.length));
        operands.add(arguments[0]);
        graph.callIndirect(at.block(), new FunctionType(parameters, type.results()), at.origin(), operands)
                .forEach(state::push);
    }

    private int intrinsic(Intrinsic intrinsic, Value[] arguments, int index) {
        int jump = jumpAfter(index);
        if (jump >= 0 && intrinsic == Intrinsic.COMPARE_UNSIGNED_INT) {
            return branch(Comparison.unsignedInts(opcodeAt(jump)), arguments[0], arguments[1], jump);
        }
        if (jump >= 0 && intrinsic == Intrinsic.COMPARE_UNSIGNED_LONG) {
            return branch(Comparison.unsignedLongs(opcodeAt(jump)), arguments[0], arguments[1], jump);
        }
        state.push(intrinsics.translate(intrinsic, arguments));
        return index;
    }

    private void memory(MethodInsnNode call, Value[] arguments) {
        WasmOp access = MemoryAccess.of(call.name);
        Value result = access != null ? at.add(access, arguments) : blockOperation(call, arguments);
        if (result != null) {
            state.push(result);
        }
    }

    private Value blockOperation(MethodInsnNode call, Value[] arguments) {
        WasmOp op = blockOperations.instruction(method.owner(), call.name);
        if (op != null) {
            return at.add(op, arguments);
        }
        Callee callee = blockOperations.callee(call.name, call.desc);
        if (callee == null) {
            throw refused("call of the memory's " + call.name);
        }
        List<Value> results = graph.call(at.block(), callee, at.origin(), List.of(arguments));
        return results.isEmpty() ? null : results.get(0);
    }

    private int component(MethodRef callee, Value[] arguments, int index) {
        Callee function = new Callee(program.functionName(callee), callee.functionType());
        List<Value> results = graph.call(at.block(), function, at.origin(), List.of(arguments));
        int kinds = thrown.of(callee);
        if (kinds != 0) {
            leaveIfPending(kinds, index);
        }
        results.forEach(state::push);
        return index;
    }

    // --- signals ---

    private void throwSignal(FieldInsnNode access, int index) {
        int kind = program.signals().ofField(access.owner, access.name);
        if (kind == 0) {
            throw refused("static field " + access.name);
        }
        List<TryCatchBlockNode> handlers = code.handlersAt(index, 1 << kind);
        if (handlers.isEmpty()) {
            graph.setGlobal(at.block(), PENDING, at.origin(), at.constant(kind));
            returnZero();
        } else {
            at.end(new Terminator.Jump(handlerEdge(handlers.get(0))));
        }
    }

    /** Behind a call that may throw: where a signal is pending, control goes to its handler or out. */
    private void leaveIfPending(int kinds, int index) {
        Block raised = graph.newBlock();
        Block next = graph.newBlock();
        Value pending = graph.getGlobal(at.block(), PENDING, at.origin());
        at.end(new Terminator.Branch(pending, Edge.to(raised), Edge.to(next)));
        at.moveTo(raised);
        dispatch(kinds, index);
        at.moveTo(next);
    }

    private void dispatch(int kinds, int index) {
        int left = kinds;
        for (TryCatchBlockNode handler : code.handlersAt(index, kinds)) {
            int caught = left & program.signals().caughtBy(handler.type);
            left &= ~caught;
            if (left != 0) {
                Block here = graph.newBlock();
                Block further = graph.newBlock();
                Value pending = graph.getGlobal(at.block(), PENDING, at.origin());
                Value bit = at.add(WasmOp.I32_SHL, at.constant(1), pending);
                Value isCaught = at.add(WasmOp.I32_AND, bit, at.constant(caught));
                at.end(new Terminator.Branch(isCaught, Edge.to(here), Edge.to(further)));
                at.moveTo(here);
                enterHandler(handler);
                at.moveTo(further);
            } else {
                enterHandler(handler);
                return;
            }
        }
        returnZero();
    }

    private void enterHandler(TryCatchBlockNode handler) {
        graph.setGlobal(at.block(), PENDING, at.origin(), at.constant(0));
        at.end(new Terminator.Jump(handlerEdge(handler)));
    }

    private Edge handlerEdge(TryCatchBlockNode handler) {
        return edge(state.caught(handler.type), code.indexOf(handler.handler));
    }

    /** Nobody looks at the results while a signal is pending. */
    private void returnZero() {
        List<Value> zeros = new ArrayList<>();
        graph.type().results().forEach(type -> zeros.add(at.zero(type)));
        at.end(new Terminator.Return(zeros));
    }

    private UntranslatableException refused(String construct) {
        return new UntranslatableException(method, line, construct);
    }
}
