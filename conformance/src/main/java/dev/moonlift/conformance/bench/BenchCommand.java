package dev.moonlift.conformance.bench;

import dev.moonlift.conformance.run.Platform;
import dev.moonlift.conformance.run.Samples;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code conformance bench}: measures Moonlift beside C Lua and LuaJIT, if they are installed, and LuaJ. */
@Command(
        name = "bench",
        description =
                "Measures the processor time of Moonlift on its engines, beside that of lua5.4 and luajit, if they"
                        + " are installed, and of LuaJ.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class BenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            split = ",",
            defaultValue = "wasmtime,chicory",
            description = "Moonlift's engines, each in processes of its own; wasmtime,chicory unless given")
    private List<String> engines;

    @Option(names = "--programs", paramLabel = "NAME", split = ",", description = "only these programs")
    private List<String> chosen = List.of();

    @Option(
            names = "--promises",
            description = "six programs for which there are promises instead: arithmetic 10 to 20 times as fast as the"
                    + " interpreter, properties 20 to 50, methods 50 to 100, strings 5 to 10, the sum of a million"
                    + " integers 40, fib(35) 50")
    private boolean arePromises;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "measured runs; 5 unless given")
    private int rounds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "30",
            description = "at most so many runs before the first that counts: fewer, once " + Samples.STEADINESS
                    + ", or one behind the first takes " + Race.LONG_LAP_SECONDS + " s; 30 unless given")
    private int warmUpRounds;

    @Option(names = "--no-luaj", description = "leave LuaJ out")
    private boolean withoutLuaJ;

    @Option(names = "--json", paramLabel = "FILE", description = "write all times to a file as well")
    private Path json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Contestant> contestants = contestants();
        Race race = new Race(contestants, warmUpRounds, rounds);
        BenchReport report = new BenchReport(
                contestants.stream().map(Contestant::name).toList(),
                platforms().stream().map(Platform::label).toList());
        PrintWriter out = spec.commandLine().getOut();
        report.printHead(out);
        for (BenchProgram program : arePromises ? BenchProgram.promises() : BenchProgram.all()) {
            if (chosen.isEmpty() || chosen.contains(program.name())) {
                report.add(program.name(), race.run(program));
                report.printLine(out, program.name());
            }
        }
        report.printMeans(out);
        if (json != null) {
            report.writeJson(json);
        }
        return report.isSound() ? 0 : 1;
    }

    private List<Platform> platforms() {
        List<Platform> platforms = engines.stream()
                .map(label -> Platform.labelled(label)
                        .orElseThrow(() -> new ParameterException(spec.commandLine(), "no engine '" + label + "'")))
                .filter(platform -> platform.obstacle().isEmpty())
                .toList();
        if (platforms.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "no engine can be used");
        }
        return platforms;
    }

    private List<Contestant> contestants() throws InterruptedException {
        List<Contestant> contestants = new ArrayList<>();
        platforms().forEach(platform -> contestants.add(new MoonliftContestant(platform)));
        ProcessContestant.of("lua5.4", true).ifPresent(contestants::add);
        ProcessContestant.of("luajit", false).ifPresent(contestants::add);
        if (!withoutLuaJ) {
            contestants.add(new LuaJContestant());
        }
        return contestants;
    }
}
