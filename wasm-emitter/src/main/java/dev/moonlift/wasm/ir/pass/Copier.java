package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Copies instructions and blocks, to the graph that they are of or to another one: what they compute are new values
 * there. Instructions have to be given in an order in which definitions come before uses.
 */
final class Copier {
    private final Graph target;
    private final UnaryOperator<Value> others;
    private final Map<Value, Value> values = new HashMap<>();
    private final Map<Block, Block> blocks = new HashMap<>();

    /** A copier within a graph: values and blocks of which there is no copy stand for themselves. */
    Copier(Graph graph) {
        this(graph, value -> value);
    }

    /**
     * A copier.
     *
     * @param target where copies belong
     * @param others what stands there for values of which there is no copy; asked once for each
     */
    Copier(Graph target, UnaryOperator<Value> others) {
        this.target = target;
        this.others = others;
    }

    /** Has a value of the target stand for one. */
    void put(Value value, Value copy) {
        values.put(value, copy);
    }

    /** Has a block of the target stand for one, and for its parameters what is put for them. */
    void put(Block block, Block copy) {
        blocks.put(block, copy);
    }

    /** Makes empty blocks, which stand for these. */
    void declare(Collection<Block> originals) {
        for (Block block : originals) {
            Block copy = target.newBlock();
            blocks.put(block, copy);
            block.parameters().forEach(value -> values.put(value, target.addParameter(copy, value.type())));
        }
    }

    Value copyOf(Value value) {
        return values.computeIfAbsent(value, others);
    }

    Block copyOf(Block block) {
        return blocks.getOrDefault(block, block);
    }

    Edge copyOf(Edge edge) {
        return new Edge(copyOf(edge.target()), edge.mapArguments(this::copyOf).arguments());
    }

    Instruction copyOf(Instruction instruction) {
        Instruction mapped = instruction.mapOperands(this::copyOf);
        List<Value> results = new ArrayList<>();
        for (Value result : instruction.results()) {
            Value copy = target.newValue(result.type());
            values.put(result, copy);
            results.add(copy);
        }
        return mapped.withResults(results);
    }

    Terminator copyOf(Terminator terminator) {
        return terminator.map(this::copyOf, this::copyOf);
    }
}
