package dev.moonlift.conformance.corpus;

import dev.moonlift.conformance.run.Outcome;
import dev.moonlift.conformance.run.Outcome.End;
import dev.moonlift.conformance.run.ProgramRunner;
import dev.moonlift.conformance.run.RunOptions;
import java.util.Arrays;
import java.util.Optional;

/** Runs cases of the corpus with options, and judges what comes of them. */
public final class CorpusSuite {
    private final RunOptions options;
    private final boolean cutShort;

    private CorpusSuite(RunOptions options, boolean cutShort) {
        this.options = options;
        this.cutShort = cutShort;
    }

    /** A suite in which every program must come to its end. */
    public static CorpusSuite complete(RunOptions options) {
        return new CorpusSuite(options, false);
    }

    /**
     * A suite with so little fuel that long programs do not come to their end. What they printed until then must be the
     * beginning of what they have to print.
     */
    public static CorpusSuite cutShort(RunOptions options, long fuel) {
        return new CorpusSuite(options.withFuel(fuel), true);
    }

    /** Runs a case; what is wrong, or nothing if it passes. */
    public Optional<String> run(CorpusCase program) {
        Outcome outcome = new ProgramRunner(options.withModules(program.folder())).run(program.program());
        return judge(program, outcome);
    }

    private Optional<String> judge(CorpusCase program, Outcome outcome) {
        if (!outcome.problems().isEmpty()) {
            return Optional.of("heap: " + String.join("; ", outcome.problems()));
        }
        if (cutShort && outcome.end() == End.FUEL) {
            int length = Math.min(outcome.output().length, program.output().length);
            return Difference.between(Arrays.copyOf(program.output(), length), outcome.output());
        }
        Optional<String> end = differentEnd(program, outcome);
        Optional<String> output = Difference.between(program.output(), outcome.output());
        return end.isEmpty()
                ? output
                : end.map(text -> text + output.map(o -> "; " + o).orElse(""));
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
