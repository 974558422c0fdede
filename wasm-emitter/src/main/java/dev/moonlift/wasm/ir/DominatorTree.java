package dev.moonlift.wasm.ir;

import java.util.Arrays;
import java.util.List;

/**
 * Which blocks every way from the entry to a block leads through: K. Cooper, T. Harvey, K. Kennedy, "A Simple, Fast
 * Dominance Algorithm", 2001. Only of blocks that can be reached.
 *
 * <p>Holds until blocks or edges change.
 */
public final class DominatorTree {
    private final ReversePostorder order;

    /** By place in the order: the place of the immediate dominator, smaller than its own but for the entry. */
    private final int[] parents;

    /** By place in the order: the place in a preorder walk of the tree. */
    private final int[] preorder;

    /** By place in the order: how many blocks it dominates, itself included. */
    private final int[] sizes;

    private DominatorTree(ReversePostorder order, int[] parents) {
        this.order = order;
        this.parents = parents;
        this.sizes = sizes(parents);
        this.preorder = preorder(parents, sizes);
    }

    public static DominatorTree of(Graph graph) {
        return graph.analyses().dominators();
    }

    static DominatorTree compute(ReversePostorder order, Predecessors predecessors) {
        int[][] sources = sources(order, predecessors);
        int[] parents = new int[order.size()];
        Arrays.fill(parents, 1, parents.length, -1);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int block = 1; block < parents.length; block++) {
                int parent = commonDominator(sources[block], parents);
                changed |= parent != parents[block];
                parents[block] = parent;
            }
        }
        return new DominatorTree(order, parents);
    }

    private static int[][] sources(ReversePostorder order, Predecessors predecessors) {
        int[][] sources = new int[order.size()][];
        for (int i = 0; i < sources.length; i++) {
            List<Predecessors.Incoming> incoming =
                    predecessors.of(order.blocks().get(i));
            sources[i] = new int[incoming.size()];
            for (int j = 0; j < sources[i].length; j++) {
                sources[i][j] = order.indexOf(incoming.get(j).source());
            }
        }
        return sources;
    }

    /** Of the sources that have been reached; at least one has, since the order puts it before the block. */
    private static int commonDominator(int[] sources, int[] parents) {
        int common = -1;
        for (int source : sources) {
            if (parents[source] >= 0) {
                common = common < 0 ? source : intersect(common, source, parents);
            }
        }
        return common;
    }

    private static int intersect(int a, int b, int[] parents) {
        int left = a;
        int right = b;
        while (left != right) {
            if (left > right) {
                left = parents[left];
            } else {
                right = parents[right];
            }
        }
        return left;
    }

    private static int[] sizes(int[] parents) {
        int[] sizes = new int[parents.length];
        for (int block = parents.length - 1; block >= 0; block--) {
            sizes[block]++;
            if (block > 0) {
                sizes[parents[block]] += sizes[block];
            }
        }
        return sizes;
    }

    private static int[] preorder(int[] parents, int[] sizes) {
        int[] preorder = new int[parents.length];
        int[] next = new int[parents.length];
        next[0] = 1;
        for (int block = 1; block < parents.length; block++) {
            preorder[block] = next[parents[block]];
            next[parents[block]] += sizes[block];
            next[block] = preorder[block] + 1;
        }
        return preorder;
    }

    /** The order that this was computed from. */
    public ReversePostorder order() {
        return order;
    }

    /** The closest block that dominates this one and is another, or null for the entry. */
    public Block immediateDominator(Block block) {
        int index = order.indexOf(block);
        return index == 0 ? null : order.blocks().get(parents[index]);
    }

    /** Whether every way from the entry to b leads through a. Every block dominates itself. */
    public boolean dominates(Block a, Block b) {
        int distance = preorder[order.indexOf(b)] - preorder[order.indexOf(a)];
        return distance >= 0 && distance < sizes[order.indexOf(a)];
    }

    /** How many blocks it dominates, itself included. */
    public int size(Block block) {
        return sizes[order.indexOf(block)];
    }

    /** The blocks in a walk of the tree, each before those that it dominates, siblings in reverse postorder. */
    public List<Block> preorder() {
        Block[] blocks = new Block[preorder.length];
        for (int i = 0; i < preorder.length; i++) {
            blocks[preorder[i]] = order.blocks().get(i);
        }
        return List.of(blocks);
    }
}
