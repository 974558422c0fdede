package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.DominatorTree;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.LoopForest;
import dev.moonlift.wasm.ir.Predecessors;
import dev.moonlift.wasm.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Has the values of a loop leave it only as what its edges pass on ("loop-closed SSA form"), so that there can be a
 * second loop that leads to the same blocks.
 */
final class LoopClosing {
    private final Graph graph;
    private final Set<Block> body;
    private final Set<Value> inside;

    /** By block behind the loop: the block to which the loop is left that every way there leads through. */
    private final Map<Block, Block> exits = new LinkedHashMap<>();

    /** By block to which the loop is left: what becomes of values of the loop there. */
    private final Map<Block, Map<Value, Value>> parameters = new HashMap<>();

    private LoopClosing(Graph graph, Set<Block> body) {
        this.graph = graph;
        this.body = body;
        this.inside = LoopForest.valuesOf(body);
    }

    /** Changes the graph; false, and it does not, if values are used where several ways out of the loop meet. */
    static boolean close(Graph graph, Block header, Set<Block> body) {
        LoopClosing closing = new LoopClosing(graph, body);
        if (!closing.find(header)) {
            return false;
        }
        closing.exits.forEach(closing::replace);
        closing.passOn();
        return true;
    }

    /** Finds where values of the loop are used behind it; false if there is no one way to one of these. */
    private boolean find(Block header) {
        DominatorTree dominators = DominatorTree.of(graph);
        List<Block> preorder = dominators.preorder();
        int first = preorder.indexOf(header);
        for (Block block : preorder.subList(first, first + dominators.size(header))) {
            if (!body.contains(block) && usesLoop(block)) {
                Block exit = block;
                while (!body.contains(dominators.immediateDominator(exit))) {
                    exit = dominators.immediateDominator(exit);
                }
                boolean isOnlyLeftTo =
                        Predecessors.of(graph).of(exit).stream().allMatch(incoming -> body.contains(incoming.source()));
                if (!isOnlyLeftTo) {
                    return false;
                }
                exits.put(block, exit);
            }
        }
        return true;
    }

    private boolean usesLoop(Block block) {
        boolean[] uses = new boolean[1];
        UnaryOperator<Value> look = value -> {
            uses[0] |= inside.contains(value);
            return value;
        };
        block.instructions().forEach(instruction -> instruction.mapOperands(look));
        block.terminator().map(look, edge -> edge.mapArguments(look));
        return uses[0];
    }

    private void replace(Block block, Block exit) {
        Map<Value, Value> known = parameters.computeIfAbsent(exit, target -> new LinkedHashMap<>());
        UnaryOperator<Value> put = value -> inside.contains(value)
                ? known.computeIfAbsent(value, used -> graph.addParameter(exit, used.type()))
                : value;
        List<Instruction> instructions = block.instructions();
        instructions.replaceAll(instruction -> instruction.mapOperands(put));
        block.setTerminator(block.terminator().map(put, edge -> edge.mapArguments(put)));
    }

    private void passOn() {
        for (Block block : body) {
            block.setTerminator(block.terminator().map(UnaryOperator.identity(), this::withValues));
        }
    }

    private Edge withValues(Edge edge) {
        Map<Value, Value> wanted = parameters.get(edge.target());
        if (wanted == null) {
            return edge;
        }
        List<Value> arguments = new ArrayList<>(edge.arguments());
        arguments.addAll(wanted.keySet());
        return new Edge(edge.target(), arguments);
    }
}
