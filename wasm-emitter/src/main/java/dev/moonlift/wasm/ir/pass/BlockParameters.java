package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Value;
import java.util.ArrayList;
import java.util.List;

/** Removes parameters of blocks, and what edges pass for them. */
final class BlockParameters {
    private final boolean[] isRemoved;
    private final boolean[] isAffected;

    private BlockParameters(Graph graph, boolean[] isRemoved) {
        this.isRemoved = isRemoved;
        this.isAffected = new boolean[graph.blockCount()];
    }

    /** By number of the value. None may be used any more, or be of the entry. */
    static void remove(Graph graph, boolean[] isRemoved) {
        new BlockParameters(graph, isRemoved).run(graph);
    }

    private void run(Graph graph) {
        for (Block block : graph.blocks()) {
            for (Value parameter : block.parameters()) {
                isAffected[block.id()] |= isRemoved[parameter.id()];
            }
        }
        for (Block block : graph.blocks()) {
            block.setTerminator(block.terminator().map(value -> value, this::shorten));
        }
        for (Block block : graph.blocks()) {
            if (isAffected[block.id()]) {
                block.parameters().removeIf(parameter -> isRemoved[parameter.id()]);
            }
        }
    }

    private Edge shorten(Edge edge) {
        if (!isAffected[edge.target().id()]) {
            return edge;
        }
        List<Value> parameters = edge.target().parameters();
        List<Value> arguments = new ArrayList<>(parameters.size());
        for (int i = 0; i < parameters.size(); i++) {
            if (!isRemoved[parameters.get(i).id()]) {
                arguments.add(edge.arguments().get(i));
            }
        }
        return new Edge(edge.target(), arguments);
    }
}
