package dev.moonlift.conformance.corpus;

import dev.moonlift.conformance.cross.CrossOptions;
import dev.moonlift.conformance.run.HeapInspection;
import dev.moonlift.conformance.run.RunOptions;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conformance corpus}: runs the corpus and reports on each area. */
@Command(
        name = "corpus",
        description = "Runs the corpus and reports on each area.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class CorpusCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CrossOptions options;

    @Option(names = "--stress", description = "collect at every safepoint, and run only the beginning of long programs")
    private boolean stress;

    @Parameters(paramLabel = "CASE", arity = "0..*", description = "areas, or AREA/CASE; all unless given")
    private List<String> chosen = List.of();

    @Override
    public Integer call() throws IOException {
        CorpusSuite suite = stress
                ? CorpusSuite.stressing()
                : CorpusSuite.complete(RunOptions.trusting().withInspection(HeapInspection.verifying()));
        return options.run(
                CorpusCase.all().stream().filter(this::isWanted).map(suite::trial),
                spec.commandLine().getOut());
    }

    private boolean isWanted(CorpusCase program) {
        boolean isChosen = chosen.isEmpty() || chosen.contains(program.area()) || chosen.contains(program.path());
        return isChosen && (program.bearsStress() || !stress);
    }
}
