package dev.moonlift.conformance.official;

import dev.moonlift.Source;
import dev.moonlift.conformance.cross.CrossOptions;
import dev.moonlift.conformance.run.HeapInspection;
import dev.moonlift.conformance.run.Outcome;
import dev.moonlift.conformance.run.Outcome.End;
import dev.moonlift.conformance.run.Program;
import dev.moonlift.conformance.run.Resources;
import dev.moonlift.conformance.run.RunOptions;
import dev.moonlift.conformance.run.Trial;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conformance official}: runs files of Lua's own test suite, each in a fresh sandbox. */
@Command(
        name = "official",
        description =
                "Runs files of Lua's own test suite (lua/lua v5.4.8, testes), as its variables _port and _soft ask,"
                        + " without the lines that need what Moonlift does not offer, and says which those are.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class OfficialCommand implements Callable<Integer> {
    private static final List<String> FILES = List.of(
            "bitwise",
            "math",
            "pm",
            "tpack",
            "utf8",
            "vararg",
            "sort",
            "strings",
            "nextvar",
            "events",
            "calls",
            "closure",
            "constructs",
            "goto",
            "locals",
            "coroutine",
            "errors",
            "literals",
            "bwcoercion",
            "cstack",
            "gengc",
            "verybig");

    /** With a collection at every safepoint. */
    private static final long STRESS_FUEL = 300_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CrossOptions options;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "limit of time for each file; 120 unless given")
    private int timeout;

    @Option(names = "--stress", description = "collect at every safepoint, and run only the beginning of long files")
    private boolean stress;

    @Parameters(index = "0", paramLabel = "DIR", description = "the folder testes")
    private Path folder;

    @Parameters(index = "1..*", paramLabel = "NAME", arity = "0..*", description = "files without .lua")
    private List<String> names = FILES;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, Cuts> allCuts = Cuts.all();
        for (String name : names) {
            String summary = allCuts.getOrDefault(name, Cuts.none()).summary();
            if (!summary.isEmpty()) {
                out.println(name + " " + summary);
            }
        }
        return options.run(names.stream().map(name -> trial(name, allCuts.getOrDefault(name, Cuts.none()))), out);
    }

    private Trial trial(String name, Cuts cuts) {
        byte[] text = Resources.read(folder.resolve(name + ".lua"));
        RunOptions running = RunOptions.trusting()
                .withFuel(stress ? STRESS_FUEL : Long.MAX_VALUE >> 2)
                .withInspection(stress ? HeapInspection.stressing() : HeapInspection.verifying())
                .withTimeout(Duration.ofSeconds(timeout))
                .withModules(folder);
        Source source = Source.of(name + ".lua", cuts.apply(text));
        Program program = Program.of(source).withGlobals(Map.of("_port", true, "_soft", true));
        return new Trial("official", name, name, program, running, outcome -> judge(outcome, cuts.fit(text)));
    }

    private Optional<String> judge(Outcome outcome, boolean fits) {
        if (!fits) {
            return Optional.of("not the file of v5.4.8, so that nobody knows which lines to leave out");
        }
        if (!outcome.problems().isEmpty()) {
            return Optional.of("heap: " + String.join("; ", outcome.problems()));
        }
        boolean isCutShort = stress && outcome.end() == End.FUEL;
        return outcome.end() == End.FINISHED || isCutShort ? Optional.empty() : Optional.of(outcome.summary());
    }
}
