package dev.moonlift.wasm.ir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomGraphsTest {
    private static final int SEEDS = 500;

    @Test
    void areWellFormedAndEnd() {
        Set<String> ends = new HashSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            List<Graph> program = RandomGraphs.program(seed);
            program.forEach(GraphVerifier::verify);
            ends.add(GraphEvaluator.run(program, RandomGraphs.arguments(program.get(0), seed))
                    .end());
        }
        assertThat(ends).hasSizeGreaterThan(SEEDS / 4).contains("trap", "[]");
    }

    @Test
    void areTheSameForTheSameSeed() {
        for (int seed = 0; seed < 20; seed++) {
            String text = GraphPrinter.print(RandomGraphs.graph(seed));
            assertThat(GraphPrinter.print(RandomGraphs.graph(seed))).isEqualTo(text);
            assertThat(GraphPrinter.print(GraphParser.parse(text))).isEqualTo(renumbered(text));
        }
    }

    private static String renumbered(String text) {
        return GraphPrinter.printRenumbered(GraphParser.parse(text));
    }
}
