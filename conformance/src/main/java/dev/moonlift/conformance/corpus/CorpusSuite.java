package dev.moonlift.conformance.corpus;

import dev.moonlift.conformance.run.Difference;
import dev.moonlift.conformance.run.HeapInspection;
import dev.moonlift.conformance.run.Inspection;
import dev.moonlift.conformance.run.Outcome;
import dev.moonlift.conformance.run.Outcome.End;
import dev.moonlift.conformance.run.RunOptions;
import dev.moonlift.conformance.run.Trial;
import java.util.Arrays;
import java.util.Optional;

/** The corpus with options: how to run its cases, and how to judge what comes of them. */
public final class CorpusSuite {
    private static final long CREEPING_FUEL = 300_000;
    private static final long STRESS_FUEL = 20_000;

    private final String name;
    private final RunOptions options;
    private final boolean cutShort;

    private CorpusSuite(String name, RunOptions options, boolean cutShort) {
        this.name = name;
        this.options = options;
        this.cutShort = cutShort;
    }

    /** A suite in which every program must come to its end. */
    public static CorpusSuite complete(RunOptions options) {
        return new CorpusSuite("corpus", options, false);
    }

    /**
     * A suite with so little fuel that long programs do not come to their end. What they printed until then must be the
     * beginning of what they have to print.
     */
    private static CorpusSuite cutShort(String name, Inspection inspection, long fuel) {
        RunOptions options = RunOptions.trusting().withInspection(inspection).withFuel(fuel);
        return new CorpusSuite(name, options, true);
    }

    /**
     * The suite in which everything that is unreachable dies at the next safepoint. A collection takes a thousand times
     * as long as an instruction, so of long programs only the beginning runs.
     */
    public static CorpusSuite stressing() {
        return cutShort("corpus, collecting", HeapInspection.stressing(), STRESS_FUEL);
    }

    /** The suite in which the collector never rests: every safepoint does the least step of a collection. */
    public static CorpusSuite creeping() {
        return cutShort("corpus, creeping", HeapInspection.creeping(), CREEPING_FUEL);
    }

    /** A case as this suite runs it. */
    public Trial trial(CorpusCase program) {
        return new Trial(
                name,
                program.area(),
                program.path(),
                program.program(),
                options.withModules(program.folder()),
                outcome -> judge(program, outcome));
    }

    private Optional<String> judge(CorpusCase program, Outcome outcome) {
        if (!outcome.problems().isEmpty()) {
            return Optional.of("heap: " + String.join("; ", outcome.problems()));
        }
        if (cutShort && outcome.end() == End.FUEL) {
            int length = Math.min(outcome.output().length, program.output().length);
            return difference(Arrays.copyOf(program.output(), length), outcome);
        }
        Optional<String> end = differentEnd(program, outcome);
        Optional<String> output = difference(program.output(), outcome);
        return end.isEmpty()
                ? output
                : end.map(text -> text + output.map(o -> "; " + o).orElse(""));
    }

    private static Optional<String> difference(byte[] expected, Outcome outcome) {
        return Difference.between(expected, outcome.output()).map(text -> "output " + text);
    }

    private static Optional<String> differentEnd(CorpusCase program, Outcome outcome) {
        End expected = program.fails() ? End.ERROR : End.FINISHED;
        if (outcome.end() == expected && outcome.message().equals(program.error())) {
            return Optional.empty();
        }
        String wanted = program.fails() ? "error: " + program.error() : "finished";
        return Optional.of("ends with <" + outcome.summary() + ">, not <" + wanted + ">");
    }
}
