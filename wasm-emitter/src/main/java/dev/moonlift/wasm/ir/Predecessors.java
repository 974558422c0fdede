package dev.moonlift.wasm.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * For every block, the edges that lead to it from blocks that can be reached. Two edges from one block to another count
 * twice.
 *
 * <p>Holds until blocks or edges change.
 */
public final class Predecessors {
    private final List<List<Incoming>> incoming;

    private Predecessors(List<List<Incoming>> incoming) {
        this.incoming = incoming;
    }

    public static Predecessors of(Graph graph) {
        return graph.analyses().predecessors();
    }

    static Predecessors compute(Graph graph, ReversePostorder order) {
        List<List<Incoming>> incoming = new ArrayList<>(graph.blockCount());
        for (int i = 0; i < graph.blockCount(); i++) {
            incoming.add(new ArrayList<>(2));
        }
        for (Block source : order.blocks()) {
            for (Edge edge : source.edges()) {
                incoming.get(edge.target().id()).add(new Incoming(source, edge));
            }
        }
        return new Predecessors(incoming);
    }

    /** The edges to this block, in reverse postorder of their sources. */
    public List<Incoming> of(Block block) {
        return incoming.get(block.id());
    }

    /** An edge and the block that it leaves. */
    public record Incoming(Block source, Edge edge) {}
}
