package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.DominatorTree;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Predecessors;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Has the blocks behind a choice take what they use of the parameters of the empty block that makes it, so that
 * {@link JumpThreading} can lead edges past that: where the block chooses by one of its parameters, for which some edge
 * passes a constant, as what follows an inlined call does that asks whether the call has succeeded.
 *
 * <pre>
 *   b1(x, failed): branch failed b2, b3         b1(x, failed): branch failed b2, b3(x)
 *   b2: return                                  b2: return
 *   b3: use x                                   b3(y): use y
 * </pre>
 *
 * <p>Only if nothing but the choice leads to the blocks behind it, and the parameters are used where just one of the
 * two comes before.
 */
final class BranchParameters {
    private final Graph graph;
    private final DominatorTree dominators;
    private final Predecessors predecessors;

    /** By parameter of a block that may be led past: the other blocks that use it. */
    private final Map<Value, Set<Block>> users = new HashMap<>();

    private BranchParameters(Graph graph) {
        this.graph = graph;
        this.dominators = DominatorTree.of(graph);
        this.predecessors = Predecessors.of(graph);
    }

    /** Returns whether anything has changed. */
    static boolean passOn(Graph graph) {
        Definitions definitions = new Definitions(graph);
        List<Block> choices = graph.blocks().stream()
                .filter(block -> block != graph.entry() && isDecided(block, Predecessors.of(graph), definitions))
                .toList();
        return !choices.isEmpty() && new BranchParameters(graph).passOn(choices);
    }

    private static boolean isDecided(Block block, Predecessors predecessors, Definitions definitions) {
        if (!block.instructions().isEmpty() || !(block.terminator() instanceof Terminator.Branch branch)) {
            return false;
        }
        int place = block.parameters().indexOf(branch.condition());
        return place >= 0
                && predecessors.of(block).stream()
                        .anyMatch(incoming -> definitions.isConstant(
                                incoming.edge().arguments().get(place)));
    }

    private boolean passOn(List<Block> choices) {
        choices.forEach(block -> block.parameters().forEach(value -> users.put(value, new LinkedHashSet<>())));
        for (Block block : dominators.order().blocks()) {
            UnaryOperator<Value> note = value -> {
                Set<Block> known = users.get(value);
                if (known != null && !block.parameters().contains(value)) {
                    known.add(block);
                }
                return value;
            };
            block.instructions().forEach(instruction -> instruction.mapOperands(note));
            block.terminator().map(note, edge -> edge.mapArguments(note));
        }
        boolean changed = false;
        for (Block block : choices) {
            changed |= passOn(block, (Terminator.Branch) block.terminator());
        }
        return changed;
    }

    private boolean passOn(Block block, Terminator.Branch branch) {
        Edge first = branch.ifTrue();
        Edge second = branch.ifFalse();
        // A choice before may have given the block more parameters: those stay.
        List<Value> used = block.parameters().stream()
                .filter(value -> !users.getOrDefault(value, Set.of()).isEmpty())
                .toList();
        boolean areItsOwn = predecessors.of(first.target()).size() == 1
                && predecessors.of(second.target()).size() == 1;
        boolean areSeparate = used.stream()
                .allMatch(value -> users.get(value).stream()
                        .allMatch(user -> dominators.dominates(first.target(), user)
                                || dominators.dominates(second.target(), user)));
        if (used.isEmpty() || !areItsOwn || !areSeparate) {
            return false;
        }
        block.setTerminator(new Terminator.Branch(branch.condition(), passOn(first, used), passOn(second, used)));
        return true;
    }

    /** The edge with those of the values that are used behind it. */
    private Edge passOn(Edge edge, List<Value> used) {
        List<Value> arguments = new ArrayList<>(edge.arguments());
        for (Value value : used) {
            List<Block> behind = users.get(value).stream()
                    .filter(user -> dominators.dominates(edge.target(), user))
                    .toList();
            if (!behind.isEmpty()) {
                Value parameter = graph.addParameter(edge.target(), value.type());
                UnaryOperator<Value> put = other -> other == value ? parameter : other;
                behind.forEach(user -> replace(user, put));
                arguments.add(value);
            }
        }
        return new Edge(edge.target(), arguments);
    }

    private static void replace(Block block, UnaryOperator<Value> values) {
        block.instructions().replaceAll(instruction -> instruction.mapOperands(values));
        block.setTerminator(block.terminator().map(values, edge -> edge.mapArguments(values)));
    }
}
