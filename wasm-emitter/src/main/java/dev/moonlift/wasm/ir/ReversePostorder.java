package dev.moonlift.wasm.ir;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * The blocks of a graph that can be reached, each before its successors except along edges that lead back. Of two
 * successors the one whose edge comes first stands first where nothing else decides.
 *
 * <p>Holds until blocks or edges change.
 */
public final class ReversePostorder {
    private final List<Block> blocks;
    private final int[] indexes;

    private ReversePostorder(List<Block> blocks, int[] indexes) {
        this.blocks = blocks;
        this.indexes = indexes;
    }

    public static ReversePostorder of(Graph graph) {
        return graph.analyses().order();
    }

    static ReversePostorder compute(Graph graph) {
        int[] indexes = new int[graph.blockCount()];
        Arrays.fill(indexes, -1);
        Block[] order = new Block[graph.blocks().size()];
        int first = walk(graph, new boolean[graph.blockCount()], order);
        List<Block> blocks = Arrays.asList(order).subList(first, order.length);
        for (int i = 0; i < blocks.size(); i++) {
            indexes[blocks.get(i).id()] = i;
        }
        return new ReversePostorder(Collections.unmodifiableList(blocks), indexes);
    }

    /** Fills the order from its end. Returns where it begins. */
    private static int walk(Graph graph, boolean[] seen, Block[] order) {
        int first = order.length;
        Deque<Visit> stack = new ArrayDeque<>();
        stack.push(new Visit(graph.entry()));
        seen[graph.entry().id()] = true;
        while (!stack.isEmpty()) {
            Block next = stack.peek().next();
            if (next == null) {
                order[--first] = stack.pop().block;
            } else if (!seen[next.id()]) {
                seen[next.id()] = true;
                stack.push(new Visit(next));
            }
        }
        return first;
    }

    /** A block on the current path. The last edge is followed first, so that its target ends up behind the others. */
    private static final class Visit {
        private final Block block;
        private final List<Edge> edges;
        private int left;

        Visit(Block block) {
            this.block = block;
            this.edges = block.edges();
            this.left = edges.size();
        }

        Block next() {
            return left == 0 ? null : edges.get(--left).target();
        }
    }

    /** The blocks in order, the entry first. */
    public List<Block> blocks() {
        return blocks;
    }

    public int size() {
        return blocks.size();
    }

    /** The place of a block in the order, or -1 if it cannot be reached. */
    public int indexOf(Block block) {
        return indexes[block.id()];
    }

    public boolean isReachable(Block block) {
        return indexes[block.id()] >= 0;
    }
}
