package dev.moonlift.conformance.kills;

import dev.moonlift.conformance.cross.PlatformOption;
import dev.moonlift.conformance.run.Platform;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code conformance kills}: kills guests, and sees to it that their sandboxes can be used after that. */
@Command(
        name = "kills",
        description = "Kills endless loops by fuel, by time and by interrupts, and sees to it that their sandboxes can"
                + " be used after that.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class KillsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PlatformOption engine;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "how many; 1000000 unless given")
    private long count;

    @Option(names = "--threads", paramLabel = "N", description = "at once; as many as processors unless given")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "of all chance but the time")
    private long seed;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        for (Platform platform : engine.platforms()) {
            try {
                KillCount killed =
                        Massacre.run(platform, count, threads, seed, soFar -> print(out, platform, soFar.toString()));
                print(out, platform, killed + ": all as they should be");
            } catch (IllegalStateException e) {
                print(out, platform, "FAILED: " + e.getMessage());
                return 1;
            }
        }
        return 0;
    }

    private static void print(PrintWriter out, Platform platform, String text) {
        out.println(platform.label() + ": " + text);
        out.flush();
    }
}
