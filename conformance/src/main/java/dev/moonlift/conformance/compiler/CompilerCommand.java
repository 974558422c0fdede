package dev.moonlift.conformance.compiler;

import dev.moonlift.CompiledModule;
import dev.moonlift.conformance.bench.BenchProgram;
import dev.moonlift.conformance.run.Platform;
import dev.moonlift.conformance.run.Samples;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code conformance compiler}: measures what the compiler of hot code costs, beside what it may. */
@Command(
        name = "compiler",
        description = "Measures how long the compiler of hot code takes for the functions of the benchmark's programs,"
                + " in a process that has compiled them before, which part of a program's time that is, and how much"
                + " memory compiled functions take.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class CompilerCommand implements Callable<Integer> {
    /** Instructions of a function that is short. */
    private static final int SHORT = 50;

    private static final double MOST_MILLIS = 10;
    private static final double MOST_SHARE = 0.05;
    private static final long MOST_BYTES = 1 << 20;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            defaultValue = "wasmtime",
            description = "wasmtime or chicory; wasmtime unless given")
    private String engine;

    @Option(names = "--programs", paramLabel = "NAME", split = ",", description = "only these programs")
    private List<String> chosen = List.of();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "10",
            description = "runs of each program, of which the last counts; 10 unless given")
    private int rounds;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "5",
            description = "how long each program runs to find the compiler's part; 5 unless given")
    private int seconds;

    @Override
    public Integer call() {
        Platform.labelled(engine)
                .filter(named -> named.obstacle().isEmpty())
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "no engine '" + engine + "'"));
        List<BenchProgram> programs = BenchProgram.all().stream()
                .filter(program -> chosen.isEmpty() || chosen.contains(program.name()))
                .toList();
        CompiledPrograms guests = new CompiledPrograms(engine);
        boolean isQuick = reportTimes(guests, programs);
        boolean isModest = reportShares(guests, programs);
        boolean isSmall = reportMemory();
        return isQuick && isModest && isSmall ? 0 : 1;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    // --- time ---

    private boolean reportTimes(CompiledPrograms guests, List<BenchProgram> programs) {
        List<CompiledModule> last = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            for (BenchProgram program : programs) {
                List<CompiledModule> compiled = guests.run(program);
                if (round == rounds) {
                    compiled.forEach(this::report);
                    last.addAll(compiled);
                }
            }
        }
        long[] times = last.stream()
                .filter(module -> module.instructions() <= SHORT)
                .mapToLong(module -> module.compileTime().toNanos())
                .toArray();
        double median = times.length == 0 ? Double.NaN : Samples.median(times) / 1e6;
        out().printf(
                        "%d compilations of up to %d instructions: %.1f ms in the middle (may be %.0f)%n",
                        times.length, SHORT, median, MOST_MILLIS);
        out().flush();
        return median <= MOST_MILLIS;
    }

    private void report(CompiledModule module) {
        out().printf(
                        "%8.1f ms %6d instructions %8d bytes  %s%n",
                        module.compileTime().toNanos() / 1e6,
                        module.instructions(),
                        module.bytes(),
                        String.join(", ", module.functions()));
    }

    // --- part of a program's time ---

    private boolean reportShares(CompiledPrograms guests, List<BenchProgram> programs) {
        List<Double> shares = new ArrayList<>();
        for (BenchProgram program : programs) {
            CompiledPrograms.Cost cost = guests.runFor(program, Duration.ofSeconds(seconds));
            double share = (double) cost.compilerNanos() / cost.cpuNanos();
            shares.add(share);
            out().printf(
                            "%-14s %5.1f %% of %.1f s of processor time for %d compilations%n",
                            program.name(),
                            100 * share,
                            cost.cpuNanos() / 1e9,
                            cost.modules().size());
            out().flush();
        }
        double most = shares.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        out().printf("at most %.1f %% (may be %.0f %%)%n", 100 * most, 100 * MOST_SHARE);
        return most <= MOST_SHARE;
    }

    // --- memory ---

    private boolean reportMemory() {
        FunctionMemory memory = FunctionMemory.measure(engine);
        out().printf(
                        "%2$d KiB for each of %1$d compiled functions (may be %3$d)%n",
                        memory.functions(), memory.bytesPerFunction() >> 10, MOST_BYTES >> 10);
        return memory.functions() > 0 && memory.bytesPerFunction() <= MOST_BYTES;
    }
}
