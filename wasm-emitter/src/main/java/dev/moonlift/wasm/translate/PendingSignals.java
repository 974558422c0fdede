package dev.moonlift.wasm.translate;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Callee;
import dev.moonlift.wasm.ir.DominatorTree;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.Predecessors;
import dev.moonlift.wasm.ir.ReversePostorder;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.ir.pass.Pass;
import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Spares the question whether a signal is pending where the answer is known. Behind a body that was inlined, the way
 * from a throw and the ways from its returns meet only to be told apart again: here they are led past that block.
 *
 * <p>A function begins without a pending signal, since its caller would not have gone on with one.
 */
final class PendingSignals implements Pass {
    private static final int UNVISITED = 0;
    private static final int CLEAR = 1;
    private static final int SET = 2;
    private static final int UNKNOWN = CLEAR | SET;

    private final Predicate<Callee> mayThrow;
    private int[] atEntry;
    private BitSet isZero;
    private BitSet isOtherConstant;

    PendingSignals(Predicate<Callee> mayThrow) {
        this.mayThrow = mayThrow;
    }

    @Override
    public boolean run(Graph graph) {
        findConstants(graph);
        findStates(graph);
        boolean changed = false;
        for (Block block : List.copyOf(graph.blocks())) {
            if (isQuestion(block) && atEntry[block.id()] != UNVISITED) {
                changed |= leadPast(graph, block);
            }
        }
        return changed;
    }

    // --- what is known ---

    private void findStates(Graph graph) {
        atEntry = new int[graph.blockCount()];
        atEntry[graph.entry().id()] = CLEAR;
        List<Block> order = ReversePostorder.of(graph).blocks();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Block block : order) {
                for (Edge edge : block.edges()) {
                    int known = atEntry[edge.target().id()];
                    int joined = known | along(block, edge);
                    changed |= joined != known;
                    atEntry[edge.target().id()] = joined;
                }
            }
        }
    }

    /** What is known when control takes an edge. */
    private int along(Block block, Edge edge) {
        int state = atEntry[block.id()];
        for (Instruction instruction : block.instructions()) {
            state = after(instruction, state);
        }
        Value asked = asked(block);
        if (asked != null && block.terminator() instanceof Terminator.Branch branch && branch.condition() == asked) {
            return edge == branch.ifTrue() ? SET : CLEAR;
        }
        return state;
    }

    private int after(Instruction instruction, int state) {
        return switch (instruction.op()) {
            case GLOBAL_SET -> MethodTranslator.PENDING.equals(instruction.target()) ? stored(instruction) : state;
            case CALL -> mayThrow.test(instruction.callee()) ? UNKNOWN : state;
            case CALL_INDIRECT -> UNKNOWN;
            default -> state;
        };
    }

    private int stored(Instruction store) {
        Value value = store.operands().get(0);
        if (isZero.get(value.id())) {
            return CLEAR;
        }
        return isOtherConstant.get(value.id()) ? SET : UNKNOWN;
    }

    private void findConstants(Graph graph) {
        isZero = new BitSet(graph.valueCount());
        isOtherConstant = new BitSet(graph.valueCount());
        for (Block block : graph.blocks()) {
            for (Instruction instruction : block.instructions()) {
                if (instruction.op() == WasmOp.I32_CONST) {
                    BitSet set = instruction.immediate() == 0 ? isZero : isOtherConstant;
                    set.set(instruction.result().id());
                }
            }
        }
    }

    /** The value that the block's last instruction reads from the global, or null. */
    private static Value asked(Block block) {
        if (block.instructions().isEmpty()) {
            return null;
        }
        Instruction last = block.instructions().get(block.instructions().size() - 1);
        return last.op() == WasmOp.GLOBAL_GET && MethodTranslator.PENDING.equals(last.target()) ? last.result() : null;
    }

    // --- leading past ---

    /** Whether a block does nothing but ask. */
    private static boolean isQuestion(Block block) {
        return block.instructions().size() == 1
                && block.terminator() instanceof Terminator.Branch branch
                && branch.condition() == asked(block);
    }

    /** Leads the edges to a question whose answer is known on to the answer's block. */
    private boolean leadPast(Graph graph, Block question) {
        Terminator.Branch branch = (Terminator.Branch) question.terminator();
        List<Predecessors.Incoming> incoming = Predecessors.of(graph).of(question);
        List<Predecessors.Incoming> known = new ArrayList<>();
        for (Predecessors.Incoming way : incoming) {
            if (along(way.source(), way.edge()) != UNKNOWN) {
                known.add(way);
            }
        }
        if (known.isEmpty() || !passOnParameters(graph, question, branch)) {
            return false;
        }
        Terminator.Branch passing = (Terminator.Branch) question.terminator();
        for (Predecessors.Incoming way : known) {
            Edge answer = along(way.source(), way.edge()) == SET ? passing.ifTrue() : passing.ifFalse();
            Edge direct = answer.mapArguments(value -> argument(question, way.edge(), value));
            Terminator end = way.source().terminator();
            way.source().setTerminator(end.map(value -> value, edge -> edge == way.edge() ? direct : edge));
        }
        return true;
    }

    /** What a value at the end of the question is on the way in over an edge. */
    private static Value argument(Block question, Edge edge, Value value) {
        int parameter = question.parameters().indexOf(value);
        return parameter < 0 ? value : edge.arguments().get(parameter);
    }

    /**
     * Gives the block where it goes on without a signal the question's parameters as its own, since the question will
     * no longer dominate it. False if they are used elsewhere too, or more ways lead to the blocks of the answers.
     */
    private boolean passOnParameters(Graph graph, Block question, Terminator.Branch branch) {
        Block next = branch.ifFalse().target();
        Predecessors predecessors = Predecessors.of(graph);
        if (predecessors.of(next).size() != 1
                || predecessors.of(branch.ifTrue().target()).size() != 1) {
            return false;
        }
        BitSet own = new BitSet();
        question.parameters().forEach(parameter -> own.set(parameter.id()));
        own.set(asked(question).id());
        DominatorTree dominators = DominatorTree.of(graph);
        for (Block block : ReversePostorder.of(graph).blocks()) {
            if (block != question && !dominators.dominates(next, block) && uses(block, own)) {
                return false;
            }
        }
        Map<Value, Value> renamed = new HashMap<>();
        List<Value> arguments = new ArrayList<>(branch.ifFalse().arguments());
        for (Value parameter : question.parameters()) {
            renamed.put(parameter, graph.addParameter(next, parameter.type()));
            arguments.add(parameter);
        }
        for (Block block : graph.blocks()) {
            if (block != question) {
                rename(block, renamed);
            }
        }
        question.setTerminator(new Terminator.Branch(branch.condition(), branch.ifTrue(), new Edge(next, arguments)));
        return true;
    }

    private static boolean uses(Block block, BitSet values) {
        for (Instruction instruction : block.instructions()) {
            if (contains(values, instruction.operands())) {
                return true;
            }
        }
        if (contains(values, block.terminator().operands())) {
            return true;
        }
        for (Edge edge : block.edges()) {
            if (contains(values, edge.arguments())) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(BitSet values, List<Value> operands) {
        for (Value operand : operands) {
            if (values.get(operand.id())) {
                return true;
            }
        }
        return false;
    }

    private static void rename(Block block, Map<Value, Value> renamed) {
        UnaryOperator<Value> renaming = value -> renamed.getOrDefault(value, value);
        block.instructions().replaceAll(instruction -> instruction.mapOperands(renaming));
        if (block.terminator() != null) {
            block.setTerminator(block.terminator().map(renaming, edge -> edge.mapArguments(renaming)));
        }
    }
}
