package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.Predecessors;
import dev.moonlift.wasm.ir.ReversePostorder;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Removes parameters of blocks that are always the same as another value, also where such parameters pass each other on
 * in circles, and selections between equal values.
 *
 * <p>Optimistic: a parameter counts as a copy of the first value that arrives, until another one does; then it is a
 * value of its own for good. Every way to a copy leads past its original, so the original dominates the copy.
 */
public final class CopyPropagation implements Pass {

    @Override
    public boolean run(Graph graph) {
        boolean changed = UnreachableBlocks.remove(graph);
        ReversePostorder order = ReversePostorder.of(graph);
        Value[] originals = new Originals(graph, order).originals;
        Substitution substitution = new Substitution(graph);
        boolean[] isRemoved = new boolean[graph.valueCount()];
        for (Block block : order.blocks()) {
            for (Value parameter : block.parameters()) {
                Value original = originals[parameter.id()];
                if (original != parameter) {
                    substitution.replace(parameter, original);
                    isRemoved[parameter.id()] = true;
                }
            }
        }
        boolean hasCopies = !substitution.isEmpty();
        removeSelections(order, substitution);
        substitution.apply(graph);
        if (hasCopies) {
            BlockParameters.remove(graph, isRemoved);
        }
        return changed || !substitution.isEmpty();
    }

    private static void removeSelections(ReversePostorder order, Substitution substitution) {
        for (Block block : order.blocks()) {
            block.instructions().removeIf(instruction -> isCopy(instruction, substitution));
        }
    }

    private static boolean isCopy(Instruction instruction, Substitution substitution) {
        if (instruction.op() != WasmOp.SELECT) {
            return false;
        }
        Value ifTrue = substitution.get(instruction.operands().get(0));
        if (ifTrue != substitution.get(instruction.operands().get(1))) {
            return false;
        }
        substitution.replace(instruction.result(), ifTrue);
        return true;
    }

    /** What each parameter is a copy of. */
    private static final class Originals {
        private final ReversePostorder order;
        private final Predecessors predecessors;

        /** By number of the value; null until something arrives, the value itself if it is no copy. */
        private final Value[] originals;

        /** By number of a parameter: places in the order of the blocks that it is passed to. */
        private final List<List<Integer>> users = new ArrayList<>();

        private final BitSet unvisited = new BitSet();

        Originals(Graph graph, ReversePostorder order) {
            this.order = order;
            this.predecessors = Predecessors.of(graph);
            this.originals = new Value[graph.valueCount()];
            for (int i = 0; i < graph.valueCount(); i++) {
                users.add(null);
            }
            collect(graph);
            unvisited.set(1, order.size());
            while (!unvisited.isEmpty()) {
                sweep();
            }
        }

        /**
         * Goes through all blocks before it comes back to one, so that a loop with many ends is not visited for each.
         */
        private void sweep() {
            for (int next = unvisited.nextSetBit(0); next >= 0; next = unvisited.nextSetBit(next + 1)) {
                unvisited.clear(next);
                visit(order.blocks().get(next));
            }
        }

        /** All but parameters stand for themselves, and so do the function's own parameters. */
        private void collect(Graph graph) {
            for (Block block : order.blocks()) {
                for (Value parameter : block.parameters()) {
                    originals[parameter.id()] = block == graph.entry() ? parameter : null;
                    users.set(parameter.id(), new ArrayList<>(2));
                }
            }
            for (Block block : order.blocks()) {
                for (Predecessors.Incoming incoming : predecessors.of(block)) {
                    for (Value argument : incoming.edge().arguments()) {
                        if (users.get(argument.id()) != null) {
                            users.get(argument.id()).add(order.indexOf(block));
                        }
                    }
                }
            }
        }

        private void visit(Block block) {
            for (int i = 0; i < block.parameters().size(); i++) {
                Value parameter = block.parameters().get(i);
                Value original = originals[parameter.id()];
                if (original != parameter) {
                    Value merged = merge(block, i);
                    if (merged != original) {
                        originals[parameter.id()] = merged;
                        users.get(parameter.id()).forEach(unvisited::set);
                    }
                }
            }
        }

        /** What arrives for a parameter: one value, or the parameter as a value of its own, or nothing yet. */
        private Value merge(Block block, int place) {
            Value merged = null;
            for (Predecessors.Incoming incoming : predecessors.of(block)) {
                Edge edge = incoming.edge();
                Value argument = edge.arguments().get(place);
                Value original = users.get(argument.id()) == null ? argument : originals[argument.id()];
                if (original != null && merged != null && original != merged) {
                    return block.parameters().get(place);
                }
                merged = original == null ? merged : original;
            }
            return merged;
        }
    }
}
