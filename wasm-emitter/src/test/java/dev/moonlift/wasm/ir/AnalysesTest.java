package dev.moonlift.wasm.ir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known of a graph's shape is kept, and is that of the graph as it is. */
class AnalysesTest {
    private final Graph graph = GraphParser.parse("""
            func $f -> i32 {
            b0(x: i32, y: i32):
              branch x b1, b2
            b1: jump b3(x)
            b2: jump b3(y)
            b3(z: i32): return z
            }
            """);
    private final Block entry = graph.blocks().get(0);
    private final Block left = graph.blocks().get(1);
    private final Block right = graph.blocks().get(2);
    private final Block join = graph.blocks().get(3);

    @Test
    void areKeptWhileNothingChanges() {
        assertThat(ReversePostorder.of(graph)).isSameAs(ReversePostorder.of(graph));
        assertThat(Predecessors.of(graph)).isSameAs(Predecessors.of(graph));
        assertThat(DominatorTree.of(graph)).isSameAs(DominatorTree.of(graph));
        assertThat(LoopForest.of(graph)).isSameAs(LoopForest.of(graph));
        DominatorTree before = DominatorTree.of(graph);
        left.setTerminator(left.terminator());
        assertThat(DominatorTree.of(graph)).isSameAs(before);
    }

    @Test
    void anotherArgumentIsOneOfThePredecessorsEdges() {
        DominatorTree before = DominatorTree.of(graph);
        assertThat(arguments())
                .containsExactly(entry.parameters().get(0), entry.parameters().get(1));
        left.setTerminator(
                new Terminator.Jump(new Edge(join, List.of(entry.parameters().get(1)))));
        assertThat(arguments())
                .containsExactly(entry.parameters().get(1), entry.parameters().get(1));
        assertThat(DominatorTree.of(graph)).isSameAs(before);
    }

    private List<Value> arguments() {
        return Predecessors.of(graph).of(join).stream()
                .map(incoming -> incoming.edge().arguments().get(0))
                .toList();
    }

    @Test
    void anEdgeThatLeadsElsewhereChangesAll() {
        assertThat(DominatorTree.of(graph).immediateDominator(join)).isEqualTo(entry);
        assertThat(LoopForest.of(graph).loops()).isEmpty();
        entry.setTerminator(new Terminator.Jump(Edge.to(right)));
        assertThat(ReversePostorder.of(graph).isReachable(left)).isFalse();
        assertThat(DominatorTree.of(graph).immediateDominator(join)).isEqualTo(right);
        join.setTerminator(new Terminator.Jump(Edge.to(right)));
        assertThat(LoopForest.of(graph).loops()).hasSize(1);
    }

    @Test
    void aNewBlockCountsOnceAnEdgeLeadsToIt() {
        assertThat(ReversePostorder.of(graph).size()).isEqualTo(4);
        Block last = graph.newBlock();
        last.setTerminator(new Terminator.Return(List.of(entry.parameters().get(0))));
        assertThat(ReversePostorder.of(graph).isReachable(last)).isFalse();
        join.setTerminator(new Terminator.Jump(Edge.to(last)));
        assertThat(ReversePostorder.of(graph).indexOf(last)).isEqualTo(4);
        assertThat(DominatorTree.of(graph).immediateDominator(last)).isEqualTo(join);
    }

    @Test
    void aCopyHasItsOwn() {
        DominatorTree before = DominatorTree.of(graph);
        Graph copy = graph.copy();
        assertThat(DominatorTree.of(copy)).isNotSameAs(before);
        copy.blocks().get(1).setTerminator(new Terminator.Trap());
        assertThat(DominatorTree.of(graph)).isSameAs(before);
        assertThat(Predecessors.of(copy).of(copy.blocks().get(3))).hasSize(1);
    }
}
