package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.Predecessors;
import dev.moonlift.wasm.ir.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Removes blocks that cannot be reached, instructions that only compute what nobody uses, and parameters of blocks that
 * nobody uses: also those that only pass each other on in circles.
 */
public final class DeadCode implements Pass {

    @Override
    public boolean run(Graph graph) {
        boolean changed = UnreachableBlocks.remove(graph);
        boolean[] isLive = new Liveness(graph).isLive;
        return removeInstructions(graph, isLive) | removeParameters(graph, isLive) | changed;
    }

    private static boolean removeInstructions(Graph graph, boolean[] isLive) {
        boolean changed = false;
        for (Block block : graph.blocks()) {
            changed |= block.instructions().removeIf(instruction -> isDead(instruction, isLive));
        }
        return changed;
    }

    private static boolean isDead(Instruction instruction, boolean[] isLive) {
        if (!instruction.isRemovable()) {
            return false;
        }
        for (Value result : instruction.results()) {
            if (isLive[result.id()]) {
                return false;
            }
        }
        return true;
    }

    private static boolean removeParameters(Graph graph, boolean[] isLive) {
        boolean[] isRemoved = new boolean[graph.valueCount()];
        boolean changed = false;
        for (Block block : graph.blocks().subList(1, graph.blocks().size())) {
            for (Value parameter : block.parameters()) {
                isRemoved[parameter.id()] = !isLive[parameter.id()];
                changed |= !isLive[parameter.id()];
            }
        }
        if (changed) {
            BlockParameters.remove(graph, isRemoved);
        }
        return changed;
    }

    /** Values that something is done with, directly or by way of other values. */
    private static final class Liveness {
        private final boolean[] isLive;

        /** By number of the value: what computes it, or null for parameters. */
        private final Instruction[] definitions;

        /** By number of the value: the block that it is a parameter of, and its place there. */
        private final Block[] blocks;

        private final int[] places;
        private final Predecessors predecessors;
        private final Deque<Value> unvisited = new ArrayDeque<>();

        Liveness(Graph graph) {
            isLive = new boolean[graph.valueCount()];
            definitions = new Instruction[graph.valueCount()];
            blocks = new Block[graph.valueCount()];
            places = new int[graph.valueCount()];
            predecessors = Predecessors.of(graph);
            for (Block block : graph.blocks()) {
                collect(block);
            }
            while (!unvisited.isEmpty()) {
                visit(unvisited.pop());
            }
        }

        private void collect(Block block) {
            for (int i = 0; i < block.parameters().size(); i++) {
                int id = block.parameters().get(i).id();
                blocks[id] = block;
                places[id] = i;
            }
            for (Instruction instruction : block.instructions()) {
                for (Value result : instruction.results()) {
                    definitions[result.id()] = instruction;
                }
                if (!instruction.isRemovable()) {
                    mark(instruction.operands());
                }
            }
            mark(block.terminator().operands());
        }

        private void mark(List<Value> values) {
            for (int i = 0; i < values.size(); i++) {
                mark(values.get(i));
            }
        }

        private void mark(Value value) {
            if (!isLive[value.id()]) {
                isLive[value.id()] = true;
                unvisited.push(value);
            }
        }

        private void visit(Value value) {
            Instruction definition = definitions[value.id()];
            if (definition != null) {
                mark(definition.operands());
                return;
            }
            for (Predecessors.Incoming incoming : predecessors.of(blocks[value.id()])) {
                Edge edge = incoming.edge();
                mark(edge.arguments().get(places[value.id()]));
            }
        }
    }
}
