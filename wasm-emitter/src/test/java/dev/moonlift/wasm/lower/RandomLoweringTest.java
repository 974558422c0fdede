package dev.moonlift.wasm.lower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.GraphEvaluator;
import dev.moonlift.wasm.ir.GraphEvaluator.Outcome;
import dev.moonlift.wasm.ir.GraphPrinter;
import dev.moonlift.wasm.ir.RandomGraphs;
import dev.moonlift.wasm.module.ModuleValidator;
import dev.moonlift.wasm.module.WatPrinter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What lowered graphs do is what the graphs do. */
class RandomLoweringTest {
    /** More with -Dseeds. */
    private static final int SEEDS = Integer.getInteger("seeds", 1500);

    private static final int FIRST = Integer.getInteger("first.seed", 0);

    @Test
    void doesTheSameAsTheGraph() {
        for (int seed = FIRST; seed < FIRST + SEEDS; seed++) {
            check(seed, LoweringOptions.WASMTIME);
        }
    }

    @Test
    void doesTheSameForChicory() {
        for (int seed = FIRST; seed < FIRST + SEEDS / 5; seed++) {
            check(seed, LoweringOptions.CHICORY);
        }
    }

    private static void check(int seed, LoweringOptions options) {
        List<Graph> graphs = RandomGraphs.program(seed);
        graphs.forEach(Portable::make);
        LoweredProgram program = new LoweredProgram(graphs, options);
        String description = "seed " + seed;
        try {
            ModuleValidator.validate(program.module);
            Graph main = graphs.get(0);
            for (int i = 0; i < 3; i++) {
                long[] arguments = RandomGraphs.arguments(main, seed + i);
                Outcome expected = GraphEvaluator.run(graphs, arguments);
                Outcome actual = assertTimeoutPreemptively(
                        Duration.ofSeconds(20),
                        () -> ChicoryRun.run(
                                program,
                                main.name(),
                                main.type(),
                                expected.globals().keySet(),
                                arguments));
                assertThat(actual).as(description).isEqualTo(expected);
            }
        } catch (RuntimeException | AssertionError e) {
            StringBuilder text = new StringBuilder();
            graphs.forEach(graph -> text.append(GraphPrinter.print(graph)));
            throw new AssertionError(description + "\n" + text + WatPrinter.print(program.module), e);
        }
    }
}
