package dev.moonlift.conformance.fuzz;

import dev.moonlift.conformance.cross.PlatformOption;
import dev.moonlift.conformance.run.Platform;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code conformance fuzz}: makes programs, and sees to it that they do the same everywhere. */
@Command(
        name = "fuzz",
        description = "Makes programs of random numbers, and sees to it that they do the same on all engines that are"
                + " given, and with lua5.4 where it is installed.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class FuzzCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PlatformOption engine;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "10000",
            description = "how many programs; 10000 unless given")
    private long count;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "of the first program; those after it count up from there")
    private long seed;

    @Option(names = "--threads", paramLabel = "N", description = "at once; as many as processors unless given")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--differences",
            defaultValue = "1",
            paramLabel = "N",
            description = "end after so many differences; 1 unless given")
    private int differences;

    @Option(names = "--no-lua5.4", description = "do not compare with lua5.4 where it is installed")
    private boolean ignoresLua;

    @Option(names = "--no-warnings", description = "the compiler may give up on functions")
    private boolean ignoresWarnings;

    @Option(names = "--print", description = "only print the programs")
    private boolean prints;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (prints) {
            for (long i = seed; i < seed + count; i++) {
                out.print(Generator.program(i).text());
            }
            out.flush();
            return 0;
        }
        List<Platform> platforms = engine.platforms();
        FuzzRun run = new FuzzRun(() -> contest(platforms), differences, out);
        return run.run(seed, count, threads) ? 0 : 1;
    }

    private Contest contest(List<Platform> platforms) {
        return new Contest(platforms, ignoresLua ? Optional.empty() : ReferenceLua.installed(), !ignoresWarnings);
    }
}
