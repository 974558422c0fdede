package dev.moonlift.wasm.ir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The natural loops of a graph: a header, and all blocks from which an edge back to the header can be reached without
 * passing it. Loops with the same header are one. Circles that can be entered at several blocks are no loops; a graph
 * with such is not reducible.
 *
 * <p>Holds until blocks or edges change.
 */
public final class LoopForest {
    private final DominatorTree dominators;
    private final Predecessors predecessors;

    /** The innermost loop of each block, by its number. */
    private final Loop[] innermost;

    private final List<Loop> loops = new ArrayList<>();
    private final boolean isReducible;

    /** A natural loop. */
    public static final class Loop {
        private final Block header;
        private Loop parent;

        private Loop(Block header) {
            this.header = header;
        }

        public Block header() {
            return header;
        }

        /** The innermost loop around it, or null. */
        public Loop parent() {
            return parent;
        }

        /** Whether another is this one, or within it. */
        public boolean contains(Loop other) {
            Loop current = other;
            while (current != null && current != this) {
                current = current.parent;
            }
            return current != null;
        }

        /** How many loops it is in, itself included. */
        public int depth() {
            return parent == null ? 1 : parent.depth() + 1;
        }

        @Override
        public String toString() {
            return "loop at " + header;
        }
    }

    LoopForest(DominatorTree dominators, Predecessors predecessors, int blockCount) {
        this.dominators = dominators;
        this.predecessors = predecessors;
        this.innermost = new Loop[blockCount];
        List<Block> order = dominators.order().blocks();
        boolean reducible = true;
        for (int i = order.size() - 1; i >= 0; i--) {
            reducible &= find(order.get(i));
        }
        Collections.reverse(loops);
        this.isReducible = reducible;
    }

    public static LoopForest of(Graph graph) {
        return graph.analyses().loops();
    }

    /** Finds the loop of a header, after all loops within it. Returns whether all edges that lead back make loops. */
    private boolean find(Block header) {
        boolean reducible = true;
        Deque<Block> ends = new ArrayDeque<>();
        for (Predecessors.Incoming incoming : predecessors.of(header)) {
            if (dominators.dominates(header, incoming.source())) {
                ends.push(incoming.source());
            } else {
                reducible &= !leadsBack(incoming.source(), header);
            }
        }
        if (!ends.isEmpty()) {
            Loop loop = new Loop(header);
            loops.add(loop);
            fill(loop, ends);
        }
        return reducible;
    }

    private boolean leadsBack(Block source, Block target) {
        return dominators.order().indexOf(target) <= dominators.order().indexOf(source);
    }

    /** Walks against the edges. A loop that is found on the way is passed as a whole. */
    private void fill(Loop loop, Deque<Block> reached) {
        while (!reached.isEmpty()) {
            Block block = reached.pop();
            Loop inner = outermost(block);
            if (inner == null) {
                innermost[block.id()] = loop;
            } else if (inner != loop) {
                inner.parent = loop;
            }
            Block entry = inner == null ? block : inner.header;
            if (entry != loop.header && inner != loop) {
                predecessors.of(entry).forEach(incoming -> reached.push(incoming.source()));
            }
        }
        innermost[loop.header.id()] = loop;
    }

    private Loop outermost(Block block) {
        Loop loop = innermost[block.id()];
        while (loop != null && loop.parent != null) {
            loop = loop.parent;
        }
        return loop;
    }

    /** All loops, outer ones before those within them. */
    public List<Loop> loops() {
        return Collections.unmodifiableList(loops);
    }

    /** The blocks of a loop and of those within it, each after its dominators: the header comes first. */
    public Set<Block> blocksOf(Loop loop) {
        Set<Block> blocks = new LinkedHashSet<>();
        for (Block block : dominators.order().blocks()) {
            if (loop.contains(of(block))) {
                blocks.add(block);
            }
        }
        return blocks;
    }

    /** What blocks compute, or are passed on. */
    public static Set<Value> valuesOf(Set<Block> blocks) {
        Set<Value> values = new HashSet<>();
        for (Block block : blocks) {
            values.addAll(block.parameters());
            block.instructions().forEach(instruction -> values.addAll(instruction.results()));
        }
        return values;
    }

    /** Whether no other loop is within a loop. */
    public boolean isInnermost(Loop loop) {
        return loops.stream().noneMatch(other -> other.parent == loop);
    }

    /** The innermost loop that a block is in, or null: of a block that is newer than this, too. */
    public Loop of(Block block) {
        return block.id() < innermost.length ? innermost[block.id()] : null;
    }

    /** Whether every edge that leads back leads to the header of a natural loop. */
    public boolean isReducible() {
        return isReducible;
    }
}
