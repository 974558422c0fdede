package dev.moonlift.conformance.start;

import dev.moonlift.conformance.run.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lets probes measure, and takes the medians. */
final class Stopwatch {
    private static final String HELLO = "print('Hello, world')\n";
    private static final long MILLIS = 1_000_000;

    private final int starts;

    /**
     * A stopwatch.
     *
     * @param starts processes whose median counts, after a first that does not
     */
    Stopwatch(int starts) {
        this.starts = starts;
    }

    /** From starting the command line to its end, and where a program in the same place spends that time. */
    List<Measure> processes(Path jar) throws IOException, InterruptedException {
        Path hello = Files.writeString(Files.createTempFile("hello", ".lua"), HELLO);
        try {
            List<Measure> measures = new ArrayList<>();
            measures.add(new Measure("moonlift run hello.lua", wall(jar, hello), 500 * MILLIS));
            measures.addAll(breakdown(jar, hello));
            return measures;
        } finally {
            Files.delete(hello);
        }
    }

    private long wall(Path jar, Path hello) throws IOException, InterruptedException {
        long[] samples = new long[starts];
        for (int i = -1; i < starts; i++) {
            long start = System.nanoTime();
            Probe.run(List.of(Probe.java(), "-jar", jar.toString(), "run", hello.toString()));
            if (i >= 0) {
                samples[i] = System.nanoTime() - start;
            }
        }
        return Samples.median(samples);
    }

    private List<Measure> breakdown(Path jar, Path hello) throws IOException, InterruptedException {
        Medians medians = new Medians();
        for (int i = -1; i < starts; i++) {
            long start = StartProbe.now();
            Map<String, Long> at = Probe.run(jar.toString(), List.of(), StartProbe.class, hello.toString());
            long end = StartProbe.now();
            if (i >= 0) {
                medians.add("  of it: JVM up", at.get(StartProbe.MAIN) - start);
                medians.add("  sandbox made", at.get(StartProbe.BUILT) - at.get(StartProbe.MAIN));
                medians.add("  program loaded", at.get(StartProbe.LOADED) - at.get(StartProbe.BUILT));
                medians.add("  program run", at.get(StartProbe.RAN) - at.get(StartProbe.LOADED));
                medians.add("  sandbox closed", at.get(StartProbe.CLOSED) - at.get(StartProbe.RAN));
                medians.add("  process ended", end - at.get(StartProbe.CLOSED));
            }
        }
        return medians.measures();
    }

    /** Starting Wasmtime and compiling the kernel, before and after Wasmtime's cache knows it. */
    List<Measure> compilation() throws IOException, InterruptedException {
        Path cache = Files.createTempDirectory("start");
        try {
            List<String> options = List.of("-Dmoonlift.cache=" + cache);
            Map<String, Long> first = Probe.run("", options, CompileProbe.class);
            Medians later = new Medians();
            for (int i = 0; i < starts; i++) {
                Probe.run("", options, CompileProbe.class).forEach(later::add);
            }
            return List.of(
                    Measure.of("wasmtime started, nothing cached", first.get(CompileProbe.STARTED)),
                    Measure.of("wasmtime started", later.get(CompileProbe.STARTED)),
                    new Measure("kernel.wasm compiled, nothing cached", first.get(CompileProbe.COMPILED), 300 * MILLIS),
                    new Measure("kernel.wasm compiled", later.get(CompileProbe.COMPILED), 30 * MILLIS));
        } finally {
            deleteAll(cache);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Crossing the border on an engine, and making sandboxes. */
    List<Measure> crossings(String engine, long callTarget, long hostCallTarget)
            throws IOException, InterruptedException {
        Map<String, Long> told = Probe.run("", List.of(), CallsProbe.class, engine);
        return List.of(
                new Measure(engine + ": " + CallsProbe.CALL, told.get(CallsProbe.CALL), callTarget),
                new Measure(engine + ": " + CallsProbe.HOST_CALL, told.get(CallsProbe.HOST_CALL), hostCallTarget),
                new Measure(engine + ": " + CallsProbe.CREATION, told.get(CallsProbe.CREATION), 300_000));
    }

    /** Series of samples by name. */
    private static final class Medians {
        private final Map<String, List<Long>> samples = new LinkedHashMap<>();

        void add(String name, long nanos) {
            samples.computeIfAbsent(name, n -> new ArrayList<>()).add(nanos);
        }

        long get(String name) {
            return Samples.median(
                    samples.get(name).stream().mapToLong(Long::longValue).toArray());
        }

        List<Measure> measures() {
            return samples.keySet().stream()
                    .map(name -> Measure.of(name, get(name)))
                    .toList();
        }
    }
}
