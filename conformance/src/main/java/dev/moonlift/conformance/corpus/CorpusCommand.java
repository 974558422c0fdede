package dev.moonlift.conformance.corpus;

import dev.moonlift.conformance.run.RunOptions;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

    @Option(names = "--engine", paramLabel = "ENGINE", defaultValue = "auto", description = "what runs the programs")
    private String engine;

    @Parameters(paramLabel = "CASE", arity = "0..*", description = "areas, or AREA/CASE; all unless given")
    private List<String> chosen = List.of();

    /** What became of an area. */
    private static final class Area {
        private int cases;
        private final List<String> failures = new ArrayList<>();
    }

    @Override
    public Integer call() {
        CorpusSuite suite = CorpusSuite.complete(RunOptions.trusting().withEngine(engine));
        Map<String, Area> areas = new TreeMap<>();
        for (CorpusCase program : CorpusCase.all()) {
            if (isChosen(program)) {
                run(suite, program, areas.computeIfAbsent(program.area(), name -> new Area()));
            }
        }
        return report(areas);
    }

    private boolean isChosen(CorpusCase program) {
        return chosen.isEmpty() || chosen.contains(program.area()) || chosen.contains(program.path());
    }

    private static void run(CorpusSuite suite, CorpusCase program, Area area) {
        area.cases++;
        Optional<String> failure = failureOf(suite, program);
        failure.ifPresent(text -> area.failures.add(program.path() + ": " + text));
    }

    /** An exception of Moonlift's own is a failure like others here: the report goes on. */
    private static Optional<String> failureOf(CorpusSuite suite, CorpusCase program) {
        try {
            return suite.run(program);
        } catch (RuntimeException | StackOverflowError e) {
            StackTraceElement[] trace = e.getStackTrace();
            return Optional.of("threw " + e + (trace.length == 0 ? "" : " at " + trace[0]));
        }
    }

    private int report(Map<String, Area> areas) {
        PrintWriter out = spec.commandLine().getOut();
        areas.values().stream().flatMap(area -> area.failures.stream()).forEach(out::println);
        int cases = 0;
        int failures = 0;
        for (Map.Entry<String, Area> entry : areas.entrySet()) {
            Area area = entry.getValue();
            cases += area.cases;
            failures += area.failures.size();
            out.printf("%-16s %3d of %3d pass%n", entry.getKey(), area.cases - area.failures.size(), area.cases);
        }
        out.printf("%-16s %3d of %3d pass%n", "all", cases - failures, cases);
        out.flush();
        return failures == 0 ? 0 : 1;
    }
}
