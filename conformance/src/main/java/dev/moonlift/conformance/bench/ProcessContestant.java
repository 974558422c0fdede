package dev.moonlift.conformance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** An interpreter that is installed: the processor time of calling the loaded chunk, in a new process each time. */
final class ProcessContestant implements Contestant {
    /** Calls the program that is its argument, and tells the seconds of processor time on standard error. */
    private static final String DRIVER = """
            local chunk = assert(loadfile(arg[1]))
            local start = os.clock()
            chunk()
            io.stderr:write(string.format("%.9f", os.clock() - start))
            """;

    private final String command;
    private final boolean speaksLua54;

    private ProcessContestant(String command, boolean speaksLua54) {
        this.command = command;
        this.speaksLua54 = speaksLua54;
    }

    /** A contestant, if the command is installed. */
    static Optional<Contestant> of(String command, boolean speaksLua54) throws InterruptedException {
        ProcessContestant contestant = new ProcessContestant(command, speaksLua54);
        try (Run empty = contestant.prepare(new BenchProgram("empty", new byte[0]))) {
            empty.lap();
            return Optional.of(contestant);
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        return command;
    }

    @Override
    public boolean warmsUp() {
        return false;
    }

    @Override
    public boolean canRun(BenchProgram program) {
        return speaksLua54 || !program.needsLua54();
    }

    @Override
    public Run prepare(BenchProgram program) throws IOException {
        Path driver = temporaryFile("driver", DRIVER.getBytes(StandardCharsets.UTF_8));
        Path file = temporaryFile(program.name(), program.text());
        Path told = temporaryFile("told", new byte[0]);
        return new Run() {
            @Override
            public Lap lap() throws IOException, InterruptedException {
                return time(driver, file, told);
            }

            @Override
            public void close() {
                delete(driver);
                delete(file);
                delete(told);
            }
        };
    }

    private static Path temporaryFile(String name, byte[] content) throws IOException {
        return Files.write(Files.createTempFile(name, ".lua"), content);
    }

    private Lap time(Path driver, Path file, Path told) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command, driver.toString(), file.toString())
                .redirectError(told.toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        int code = process.waitFor();
        String seconds = Files.readString(told, StandardCharsets.ISO_8859_1);
        if (code != 0) {
            throw new IOException(seconds.strip());
        }
        return new Lap(Math.max(1, Math.round(Double.parseDouble(seconds) * 1e9)), output);
    }

    static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
