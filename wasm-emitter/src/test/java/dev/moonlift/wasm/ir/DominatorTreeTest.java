package dev.moonlift.wasm.ir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DominatorTreeTest {

    @Test
    void putsBlocksBeforeTheirSuccessors() {
        Graph graph = graph("b0(c: i32): branch c b2, b1", "b1: jump b3", "b2: jump b3", "b3: return", "b4: return");
        ReversePostorder order = ReversePostorder.of(graph);
        assertThat(order.blocks()).hasToString("[b0, b2, b1, b3]");
        assertThat(order.indexOf(graph.blocks().get(3))).isEqualTo(3);
        assertThat(order.isReachable(graph.blocks().get(4))).isFalse();
        assertThat(order.indexOf(graph.blocks().get(4))).isEqualTo(-1);
    }

    @Test
    void countsEveryEdge() {
        Graph graph = graph("b0(c: i32): switch c [b1, b1], b2", "b1: jump b2", "b2: return", "b3: jump b2");
        Predecessors predecessors = Predecessors.of(graph);
        assertThat(predecessors.of(graph.blocks().get(1))).hasSize(2);
        assertThat(predecessors.of(graph.blocks().get(2)))
                .extracting(Predecessors.Incoming::source)
                .hasToString("[b0, b1]");
    }

    @Test
    void findsImmediateDominators() {
        Graph graph =
                graph("b0(c: i32): branch c b1, b2", "b1: jump b3", "b2: jump b3", "b3: branch c b1, b4", "b4: return");
        assertThat(dominators(graph)).isEqualTo("b1<b0 b2<b0 b3<b0 b4<b3 ");
    }

    /** The example of the paper by Cooper, Harvey and Kennedy that needs more than one round: an irreducible graph. */
    @Test
    void findsImmediateDominatorsOfAnIrreducibleGraph() {
        Graph graph = graph(
                "b0(c: i32): branch c b5, b4",
                "b1: jump b2",
                "b2: branch c b3, b1",
                "b3: jump b2",
                "b4: branch c b3, b2",
                "b5: jump b1");
        assertThat(dominators(graph)).isEqualTo("b1<b0 b2<b0 b3<b0 b4<b0 b5<b0 ");
    }

    @Test
    void walksTheTree() {
        Graph graph =
                graph("b0(c: i32): branch c b1, b2", "b1: branch c b3, b4", "b2: jump b4", "b3: return", "b4: return");
        DominatorTree tree = DominatorTree.of(graph);
        assertThat(tree.preorder()).hasToString("[b0, b1, b3, b2, b4]");
        assertThat(tree.dominates(block(graph, 1), block(graph, 3))).isTrue();
        assertThat(tree.dominates(block(graph, 1), block(graph, 4))).isFalse();
        assertThat(tree.dominates(block(graph, 3), block(graph, 3))).isTrue();
        assertThat(tree.dominates(block(graph, 3), block(graph, 1))).isFalse();
        assertThat(tree.immediateDominator(graph.entry())).isNull();
    }

    private static Block block(Graph graph, int index) {
        return graph.blocks().get(index);
    }

    private static String dominators(Graph graph) {
        DominatorTree tree = DominatorTree.of(graph);
        StringBuilder out = new StringBuilder();
        for (Block block : graph.blocks().subList(1, graph.blocks().size())) {
            out.append(block).append('<').append(tree.immediateDominator(block)).append(' ');
        }
        return out.toString();
    }

    private static Graph graph(String... blocks) {
        return GraphParser.parse("func $f {\n" + String.join("\n", blocks) + "\n}");
    }
}
