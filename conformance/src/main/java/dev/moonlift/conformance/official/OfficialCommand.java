package dev.moonlift.conformance.official;

import dev.moonlift.Source;
import dev.moonlift.conformance.run.Outcome;
import dev.moonlift.conformance.run.Outcome.End;
import dev.moonlift.conformance.run.Program;
import dev.moonlift.conformance.run.ProgramRunner;
import dev.moonlift.conformance.run.Resources;
import dev.moonlift.conformance.run.RunOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

    @Spec
    private CommandSpec spec;

    @Option(names = "--engine", paramLabel = "ENGINE", defaultValue = "auto", description = "what runs the files")
    private String engine;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "limit of time for each file; 120 unless given")
    private int timeout;

    @Option(names = "--verbose", description = "print what the files print")
    private boolean verbose;

    @Parameters(index = "0", paramLabel = "DIR", description = "the folder testes")
    private Path folder;

    @Parameters(index = "1..*", paramLabel = "NAME", arity = "0..*", description = "files without .lua")
    private List<String> names = FILES;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, Cuts> allCuts = Cuts.all();
        int passed = 0;
        for (String name : names) {
            Cuts cuts = allCuts.getOrDefault(name, Cuts.none());
            String failure = run(name, cuts, out);
            String verdict = failure.isEmpty() ? "pass" : "FAIL";
            out.println(String.format("%-12s %-6s%s", name, verdict, remarks(failure, cuts))
                    .stripTrailing());
            out.flush();
            passed += failure.isEmpty() ? 1 : 0;
        }
        out.printf("%d of %d pass%n", passed, names.size());
        out.flush();
        return passed == names.size() ? 0 : 1;
    }

    private static String remarks(String failure, Cuts cuts) {
        return failure.isEmpty() || cuts.summary().isEmpty()
                ? failure + cuts.summary()
                : failure + "; " + cuts.summary();
    }

    /** What is wrong; empty if the file passes. */
    private String run(String name, Cuts cuts, PrintWriter out) {
        byte[] text = Resources.read(folder.resolve(name + ".lua"));
        if (!cuts.fit(text)) {
            return "not the file of v5.4.8, so that nobody knows which lines to leave out";
        }
        RunOptions options = RunOptions.trusting()
                .withEngine(engine)
                .withFuel(Long.MAX_VALUE >> 2)
                .withTimeout(Duration.ofSeconds(timeout))
                .withModules(folder);
        Source source = Source.of(name + ".lua", cuts.apply(text));
        Program program = Program.of(source).withGlobals(Map.of("_port", true, "_soft", true));
        try {
            Outcome outcome = new ProgramRunner(options).run(program);
            if (verbose) {
                out.print(outcome.text());
            }
            return outcome.end() == End.FINISHED ? "" : outcome.summary();
        } catch (RuntimeException | StackOverflowError e) {
            StackTraceElement[] trace = e.getStackTrace();
            return "threw " + e + (trace.length == 0 ? "" : " at " + trace[0]);
        }
    }
}
