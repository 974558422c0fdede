package dev.moonlift.conformance.pauses;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code conformance pauses}: measures the collector's steps in a guest with much live data that changes. */
@Command(
        name = "pauses",
        description = "Measures the collector's steps in a guest with much live data that changes.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class PausesCommand implements Callable<Integer> {
    private static final double LIMIT_MILLIS = 10;

    private static final String BUILD = """
            local size, seed = %d << 20, 1
            local function random(n) seed = (seed * 1103515245 + 12345) & 0x7fffffff return (seed >> 8) %% n + 1 end
            local function record(i) return {id = i, name = "record " .. i, link = false, list = {i, i, i}} end
            local records = {}
            while collectgarbage("count") * 1024 < size do
              for i = 1, 1000 do records[#records + 1] = record(#records + 1) end
            end
            function mutate()
              for i = 1, 60 do
                local a, b = random(#records), random(#records)
                records[a].link = records[b]
                if i %% 4 == 0 then records[a] = record(b) end
                local garbage = {a, b, name = "garbage " .. i}
              end
            end
            """;

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
        PausedGuest guest = new PausedGuest();
        guest.run(String.format(BUILD, live));
        measure(guest, new Histogram(), 1);
        out.printf("%d MiB in use%n", guest.memoryUsed() >> 20);
        Histogram histogram = new Histogram();
        measure(guest, histogram, cycles);
        histogram.print(out);
        return histogram.longestMillis() <= LIMIT_MILLIS ? 0 : 1;
    }

    private static void measure(PausedGuest guest, Histogram histogram, int cycles) {
        int last = guest.collections() + cycles;
        while (guest.collections() < last) {
            guest.runSlice("mutate");
            guest.collect(histogram);
        }
    }
}
