package dev.moonlift.conformance.pauses;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code conformance pauses}: measures the collector's steps in guests with much live data that changes. */
@Command(
        name = "pauses",
        description = "Measures the collector's steps in guests with much live data that changes.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class PausesCommand implements Callable<Integer> {
    private static final double LIMIT_MILLIS = 10;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--live",
            paramLabel = "MIB",
            defaultValue = "256",
            description = "MiB of live data; 256 unless given")
    private int live;

    @Option(names = "--cycles", paramLabel = "N", defaultValue = "4", description = "collections; 4 unless given")
    private int cycles;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        double longest = 0;
        for (PauseCase shape : PauseCase.all()) {
            longest = Math.max(longest, measure(shape, out));
        }
        return longest <= LIMIT_MILLIS ? 0 : 1;
    }

    /** The first cycle warms up. */
    private double measure(PauseCase shape, PrintWriter out) {
        PausedGuest guest = new PausedGuest();
        guest.run(shape.program(live));
        measure(guest, new Histogram(), 1);
        out.printf("%s, %d MiB in use%n", shape.name(), guest.memoryUsed() >> 20);
        Histogram histogram = new Histogram();
        measure(guest, histogram, cycles);
        histogram.print(out);
        return histogram.longestMillis();
    }

    private static void measure(PausedGuest guest, Histogram histogram, int cycles) {
        int last = guest.collections() + cycles;
        while (guest.collections() < last) {
            guest.runSlice("mutate");
            guest.collect(histogram);
        }
    }
}
