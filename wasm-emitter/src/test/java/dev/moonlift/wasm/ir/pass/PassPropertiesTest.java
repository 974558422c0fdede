package dev.moonlift.wasm.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.GraphEvaluator;
import dev.moonlift.wasm.ir.GraphPrinter;
import dev.moonlift.wasm.ir.GraphVerifier;
import dev.moonlift.wasm.ir.RandomGraphs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Random programs do the same before and after each pass. */
class PassPropertiesTest {
    private static final int SEEDS = 500;
    private static final int RUNS = 3;

    @Test
    void constantFoldingKeepsResults() {
        assertKeepsResults(new ConstantFolding(false));
    }

    @Test
    void foldingOfAddressesKeepsResults() {
        assertKeepsResults(new ConstantFolding(true));
    }

    @Test
    void copyPropagationKeepsResults() {
        assertKeepsResults(new CopyPropagation());
    }

    @Test
    void duplicateParametersKeepResults() {
        assertKeepsResults(new DuplicateParameters());
    }

    @Test
    void countedLoopsKeepResults() {
        assertKeepsResults(new CountedLoops());
    }

    @Test
    void inductionVariablesKeepResults() {
        assertKeepsResults(new InductionVariables());
    }

    @Test
    void loopVersionsKeepResults() {
        assertKeepsResults(new LoopVersions());
    }

    @Test
    void commonSubexpressionsKeepResults() {
        assertKeepsResults(new CommonSubexpressions());
    }

    @Test
    void redundantLoadsKeepResults() {
        assertKeepsResults(new RedundantLoads());
    }

    @Test
    void narrowLoadsKeepResults() {
        assertKeepsResults(new NarrowLoads());
    }

    @Test
    void constantDivisionsKeepResults() {
        assertKeepsResults(new ConstantDivisions());
    }

    @Test
    void deadCodeKeepsResults() {
        assertKeepsResults(new DeadCode());
    }

    @Test
    void decidedBranchesKeepResults() {
        assertKeepsResults(new DecidedBranches());
    }

    @Test
    void simplifiedControlFlowKeepsResults() {
        assertKeepsResults(new SimplifyControlFlow());
    }

    @Test
    void pipelineKeepsResults() {
        assertKeepsResults(Pipeline.of(true).verifying());
    }

    @Test
    void inlinerKeepsResults() {
        for (int seed = 0; seed < SEEDS; seed++) {
            List<Graph> program = RandomGraphs.program(seed);
            List<GraphEvaluator.Outcome> before = outcomes(program);
            new Inliner(
                            callee -> find(program, callee.name()),
                            site -> site.call().origin() % 2 == 0,
                            2)
                    .run(program.get(0));
            program.forEach(GraphVerifier::verify);
            assertThat(outcomes(program)).as("seed %d", seed).isEqualTo(before);
        }
    }

    @Test
    void programInlinerKeepsResults() {
        for (int seed = 0; seed < SEEDS; seed++) {
            List<Graph> program = RandomGraphs.program(seed);
            List<GraphEvaluator.Outcome> before = outcomes(program);
            new ProgramInliner(
                            InliningPolicy.bySize(30, 500), Pipeline.of(false).verifying())
                    .run(program);
            program.forEach(GraphVerifier::verify);
            assertThat(outcomes(program)).as("seed %d", seed).isEqualTo(before);
        }
    }

    private static Graph find(List<Graph> program, String name) {
        return program.stream()
                .filter(graph -> graph.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static void assertKeepsResults(Pass pass) {
        int changes = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Graph graph = RandomGraphs.graph(seed);
            List<GraphEvaluator.Outcome> before = outcomes(List.of(graph));
            String text = GraphPrinter.print(graph);
            boolean changed = pass.run(graph);
            GraphVerifier.verify(graph);
            assertThat(outcomes(List.of(graph))).as("seed %d", seed).isEqualTo(before);
            assertThat(changed || text.equals(GraphPrinter.print(graph)))
                    .as("seed %d: what has changed is reported", seed)
                    .isTrue();
            changes += changed ? 1 : 0;
        }
        assertThat(changes).isGreaterThan(SEEDS / 10);
    }

    private static List<GraphEvaluator.Outcome> outcomes(List<Graph> program) {
        List<GraphEvaluator.Outcome> outcomes = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            outcomes.add(GraphEvaluator.run(program, RandomGraphs.arguments(program.get(0), run)));
        }
        return outcomes;
    }
}
