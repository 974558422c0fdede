package dev.moonlift.wasm.ir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoopForestTest {

    @Test
    void nestsLoops() {
        Graph graph = graph(
                "b0(c: i32): jump b1",
                "b1: branch c b2, b5",
                "b2: branch c b2, b3",
                "b3: branch c b4, b1",
                "b4: jump b3",
                "b5: return");
        LoopForest loops = LoopForest.of(graph);
        assertThat(loops.loops()).hasToString("[loop at b1, loop at b2, loop at b3]");
        assertThat(describe(graph, loops)).isEqualTo("b0:- b1:b1/1 b2:b2/2 b3:b3/2 b4:b3/2 b5:- ");
        assertThat(loops.isReducible()).isTrue();
        assertThat(loops.loops().stream().map(loops::blocksOf).map(Object::toString))
                .containsExactly("[b1, b2, b3, b4]", "[b2]", "[b3, b4]");
        assertThat(loops.loops().stream().map(loops::isInnermost)).containsExactly(false, true, true);
    }

    @Test
    void takesLoopsWithTheSameHeaderForOne() {
        Graph graph =
                graph("b0(c: i32): jump b1", "b1: switch c [b2, b3], b4", "b2: jump b1", "b3: jump b1", "b4: trap");
        assertThat(describe(graph, LoopForest.of(graph))).isEqualTo("b0:- b1:b1/1 b2:b1/1 b3:b1/1 b4:- ");
    }

    @Test
    void seesThatACircleWithTwoEntriesIsNotReducible() {
        Graph graph = graph("b0(c: i32): branch c b1, b2", "b1: jump b2", "b2: branch c b1, b3", "b3: return");
        LoopForest loops = LoopForest.of(graph);
        assertThat(loops.isReducible()).isFalse();
        assertThat(loops.loops()).isEmpty();
    }

    private static String describe(Graph graph, LoopForest loops) {
        StringBuilder out = new StringBuilder();
        for (Block block : graph.blocks()) {
            LoopForest.Loop loop = loops.of(block);
            out.append(block).append(':').append(loop == null ? "-" : loop.header() + "/" + loop.depth());
            out.append(' ');
        }
        return out.toString();
    }

    private static Graph graph(String... blocks) {
        return GraphParser.parse("func $f {\n" + String.join("\n", blocks) + "\n}");
    }
}
