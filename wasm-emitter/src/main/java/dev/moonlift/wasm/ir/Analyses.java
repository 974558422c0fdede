package dev.moonlift.wasm.ir;

/** What is known of a graph's shape: computed when it is asked for, and kept until blocks or edges change. */
final class Analyses {
    private final Graph graph;
    private ReversePostorder order;
    private Predecessors predecessors;
    private DominatorTree dominators;
    private LoopForest loops;

    Analyses(Graph graph) {
        this.graph = graph;
    }

    /** An edge passes on other values. */
    void forgetEdges() {
        predecessors = null;
    }

    /** There is a new block, or an edge leads elsewhere. */
    void forgetShape() {
        forgetEdges();
        order = null;
        dominators = null;
        loops = null;
    }

    ReversePostorder order() {
        if (order == null) {
            order = ReversePostorder.compute(graph);
        }
        return order;
    }

    Predecessors predecessors() {
        if (predecessors == null) {
            predecessors = Predecessors.compute(graph, order());
        }
        return predecessors;
    }

    DominatorTree dominators() {
        if (dominators == null) {
            dominators = DominatorTree.compute(order(), predecessors());
        }
        return dominators;
    }

    LoopForest loops() {
        if (loops == null) {
            loops = new LoopForest(dominators(), predecessors(), graph.blockCount());
        }
        return loops;
    }
}
