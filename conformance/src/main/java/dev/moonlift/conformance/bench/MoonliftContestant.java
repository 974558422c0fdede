package dev.moonlift.conformance.bench;

import dev.moonlift.conformance.run.Platform;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/**
 * Moonlift on a platform: the processor time of calling the loaded chunk, in a {@link MoonliftWorker} for each program.
 * In one process engines would slow each other down: the kernel on the JVM is fast while it sees one kind of memory.
 */
final class MoonliftContestant implements Contestant {
    private final Platform platform;

    MoonliftContestant(Platform platform) {
        this.platform = platform;
    }

    @Override
    public String name() {
        return platform.label();
    }

    @Override
    public boolean warmsUp() {
        return true;
    }

    @Override
    public boolean canRun(BenchProgram program) {
        return true;
    }

    @Override
    public Run prepare(BenchProgram program) throws IOException {
        Path file = Files.write(Files.createTempFile(program.name(), ".lua"), program.text());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + Runtime.getRuntime().maxMemory(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        MoonliftWorker.class.getName(),
                        platform.label(),
                        program.name(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new WorkerRun(process, file);
    }

    /** A worker that waits for orders. */
    private static final class WorkerRun implements Run {
        private final Process process;
        private final Path file;
        private final BufferedReader answers;

        WorkerRun(Process process, Path file) {
            this.process = process;
            this.file = file;
            this.answers =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.ISO_8859_1));
        }

        @Override
        public Lap lap() throws IOException {
            OutputStream orders = process.getOutputStream();
            orders.write('\n');
            orders.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new IOException("the process has ended");
            }
            String[] words = answer.split(" ", 2);
            String text = new String(Base64.getDecoder().decode(words[1]), StandardCharsets.ISO_8859_1);
            if (words[0].equals(MoonliftWorker.FAILURE)) {
                throw new IOException(text);
            }
            return new Lap(Long.parseLong(words[0]), text);
        }

        @Override
        public void close() {
            process.destroy();
            ProcessContestant.delete(file);
        }
    }
}
