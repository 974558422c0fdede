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
    private final Predecessors predecessors;
    private final Set<Block> body;
    private final Set<Value> inside;

    /** By block behind the loop: the block to which the loop is left that every way there leads through. */
    private final Map<Block, Block> exits = new LinkedHashMap<>();

    /** By block to which the loop is left: what becomes of values of the loop there. */
    private final Map<Block, Map<Value, Value>> parameters = new HashMap<>();

    private LoopClosing(Graph graph, Set<Block> body) {
        this.graph = graph;
        this.predecessors = Predecessors.of(graph);
        this.body = body;
        this.inside = LoopForest.valuesOf(body);
    }

    /** Changes the graph. */
    static void close(Graph graph, Block header, Set<Block> body) {
        LoopClosing closing = new LoopClosing(graph, body);
        closing.findExits(header);
        closing.exits.forEach(closing::replace);
        closing.passOn();
    }

    private void findExits(Block header) {
        DominatorTree dominators = DominatorTree.of(graph);
        List<Block> preorder = dominators.preorder();
        int first = preorder.indexOf(header);
        for (Block block : preorder.subList(first, first + dominators.size(header))) {
            if (!body.contains(block)) {
                Block dominator = dominators.immediateDominator(block);
                exits.put(block, body.contains(dominator) ? block : exits.get(dominator));
            }
        }
    }

    private void replace(Block block, Block exit) {
        UnaryOperator<Value> put = value -> inside.contains(value) ? valueAt(exit, value) : value;
        List<Instruction> instructions = block.instructions();
        instructions.replaceAll(instruction -> instruction.mapOperands(put));
        block.setTerminator(block.terminator().map(put, edge -> edge.mapArguments(put)));
    }

    /**
     * What a block to which the loop is left has for a value of the loop. Ways out of the loop may meet there, and
     * those from blocks that are behind the loop already have it from where these do.
     */
    private Value valueAt(Block exit, Value value) {
        Map<Value, Value> known = parameters.computeIfAbsent(exit, target -> new LinkedHashMap<>());
        Value parameter = known.get(value);
        if (parameter == null) {
            parameter = graph.addParameter(exit, value.type());
            known.put(value, parameter);
            predecessors.of(exit).stream()
                    .map(Predecessors.Incoming::source)
                    .filter(exits::containsKey)
                    .forEach(source -> valueAt(exits.get(source), value));
        }
        return parameter;
    }

    private void passOn() {
        for (Block block : body) {
            block.setTerminator(block.terminator().map(UnaryOperator.identity(), edge -> with(edge, value -> value)));
        }
        exits.forEach((block, exit) -> block.setTerminator(block.terminator()
                .map(UnaryOperator.identity(), edge -> with(edge, value -> valueAt(exit, value)))));
    }

    private Edge with(Edge edge, UnaryOperator<Value> atSource) {
        Map<Value, Value> wanted = parameters.get(edge.target());
        if (wanted == null) {
            return edge;
        }
        List<Value> arguments = new ArrayList<>(edge.arguments());
        wanted.keySet().forEach(value -> arguments.add(atSource.apply(value)));
        return new Edge(edge.target(), arguments);
    }
}
