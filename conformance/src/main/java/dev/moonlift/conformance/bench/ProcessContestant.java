package dev.moonlift.conformance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** An interpreter that is installed: the time of its whole process, less that of one with an empty program. */
final class ProcessContestant implements Contestant {
    private static final int EMPTY_RUNS = 15;

    private final String command;
    private final boolean speaksLua54;
    private final long startNanos;

    private ProcessContestant(String command, boolean speaksLua54) throws IOException, InterruptedException {
        this.command = command;
        this.speaksLua54 = speaksLua54;
        this.startNanos = measureStart();
    }

    /** A contestant, if the command is installed. */
    static Optional<Contestant> of(String command, boolean speaksLua54) throws InterruptedException {
        try {
            return Optional.of(new ProcessContestant(command, speaksLua54));
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
    }

    private long measureStart() throws IOException, InterruptedException {
        long[] times = new long[EMPTY_RUNS];
        try (Run empty = prepare(new BenchProgram("empty", new byte[0]))) {
            for (int i = 0; i < EMPTY_RUNS; i++) {
                times[i] = empty.lap().nanos();
            }
        }
        return Samples.median(times);
    }

    @Override
    public String name() {
        return command;
    }

    @Override
    public boolean canRun(BenchProgram program) {
        return speaksLua54 || !program.needsLua54();
    }

    @Override
    public Run prepare(BenchProgram program) throws IOException {
        Path file = Files.createTempFile(program.name(), ".lua");
        Files.write(file, program.text());
        return new Run() {
            @Override
            public Lap lap() throws IOException, InterruptedException {
                return time(file);
            }

            @Override
            public void close() {
                delete(file);
            }
        };
    }

    private Lap time(Path file) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command, file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        long nanos = System.nanoTime() - start;
        if (code != 0) {
            throw new IOException(output.strip());
        }
        return new Lap(Math.max(1, nanos - startNanos), output);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
