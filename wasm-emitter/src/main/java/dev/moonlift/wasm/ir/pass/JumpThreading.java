package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Leads edges past empty blocks: those that only jump, and those that only choose by a parameter for which the edge
 * passes a constant.
 *
 * <p>Only past blocks whose parameters nobody else uses, since an edge past them gives them no values. Other values
 * that such a block passes on are defined in blocks that dominate it without being it, so they dominate its
 * predecessors too.
 */
final class JumpThreading {
    /** How many blocks one edge is led past at a time; empty blocks can jump in a circle. */
    private static final int MAXIMAL_STEPS = 8;

    private final Definitions definitions;

    /** By number of the block: whether edges can be led past it. */
    private final boolean[] isEmpty;

    private boolean changed;

    private JumpThreading(Graph graph) {
        this.definitions = new Definitions(graph);
        this.isEmpty = new boolean[graph.blockCount()];
        Block[] homes = new Block[graph.valueCount()];
        for (Block block : graph.blocks().subList(1, graph.blocks().size())) {
            isEmpty[block.id()] = block.instructions().isEmpty();
            if (isEmpty[block.id()]) {
                block.parameters().forEach(parameter -> homes[parameter.id()] = block);
            }
        }
        for (Block block : graph.blocks()) {
            excludeUsed(block, homes);
        }
    }

    /** Returns whether anything has changed. */
    static boolean run(Graph graph) {
        JumpThreading threading = new JumpThreading(graph);
        for (Block block : graph.blocks()) {
            Terminator terminator = block.terminator();
            block.setTerminator(terminator.map(UnaryOperator.identity(), threading::thread));
        }
        return threading.changed;
    }

    private void excludeUsed(Block block, Block[] homes) {
        for (Instruction instruction : block.instructions()) {
            excludeUsed(block, instruction.operands(), homes);
        }
        excludeUsed(block, block.terminator().operands(), homes);
        for (Edge edge : block.edges()) {
            excludeUsed(block, edge.arguments(), homes);
        }
    }

    private void excludeUsed(Block block, List<Value> uses, Block[] homes) {
        for (int i = 0; i < uses.size(); i++) {
            Block home = homes[uses.get(i).id()];
            if (home != null && home != block) {
                isEmpty[home.id()] = false;
            }
        }
    }

    private Edge thread(Edge edge) {
        Edge current = edge;
        for (int steps = 0; steps < MAXIMAL_STEPS; steps++) {
            Edge next = isEmpty[current.target().id()] ? next(current) : null;
            if (next == null || next.target() == current.target()) {
                break;
            }
            current = next;
        }
        if (current.equals(edge)) {
            return edge;
        }
        changed = true;
        return current;
    }

    /** The edge that leads past the target of an edge, or null if that depends on what happens. */
    private Edge next(Edge edge) {
        Terminator terminator = edge.target().terminator();
        if (terminator instanceof Terminator.Jump jump) {
            return compose(edge, jump.edge());
        }
        if (terminator instanceof Terminator.Branch branch) {
            Value condition = argument(edge, branch.condition());
            if (definitions.isConstant(condition)) {
                return compose(edge, definitions.constant(condition) != 0 ? branch.ifTrue() : branch.ifFalse());
            }
        }
        if (terminator instanceof Terminator.Switch choice) {
            Value index = argument(edge, choice.index());
            if (definitions.isConstant(index)) {
                return compose(edge, ConstantFolding.target(choice, definitions.constant(index)));
            }
        }
        return null;
    }

    private static Edge compose(Edge edge, Edge next) {
        return next.mapArguments(value -> argument(edge, value));
    }

    /** What an edge passes for a parameter of its target; another value stands for itself. */
    private static Value argument(Edge edge, Value value) {
        int place = edge.target().parameters().indexOf(value);
        return place < 0 ? value : edge.arguments().get(place);
    }
}
