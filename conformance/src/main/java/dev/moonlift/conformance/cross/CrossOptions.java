package dev.moonlift.conformance.cross;

import dev.moonlift.conformance.run.Platform;
import dev.moonlift.conformance.run.Trial;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands that run suites have in common: where to run them, and how to report. */
public final class CrossOptions {
    @Mixin
    private PlatformOption engine;

    @Option(names = "--json", paramLabel = "FILE", description = "write what every program used to a file as well")
    private Path json;

    /**
     * Runs trials and reports on them.
     *
     * @return the command's exit code
     */
    public int run(Stream<Trial> trials, PrintWriter out) throws IOException {
        List<Platform> platforms = engine.platforms();
        CrossRun run = new CrossRun(platforms);
        CrossReport report = new CrossReport(platforms, out);
        trials.forEach(trial -> report.add(trial, run.run(trial)));
        report.printSummary();
        if (json != null) {
            report.writeJson(json);
        }
        return report.isSound() ? 0 : 1;
    }
}
