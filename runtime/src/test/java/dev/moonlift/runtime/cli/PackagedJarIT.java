package dev.moonlift.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The runnable jar as users start it: runs after packaging. */
@Timeout(120)
class PackagedJarIT {
    @TempDir
    private Path folder;

    private record Outcome(int code, String output, String error) {}

    private Outcome java(String... arguments) throws IOException, InterruptedException {
        return javaWithInput("", arguments);
    }

    private Outcome javaWithInput(String input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("moonlift.jar")));
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output");
        Path error = folder.resolve("error");
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(error.toFile())
                .start();
        try (OutputStream pipe = process.getOutputStream()) {
            pipe.write(input.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), Files.readString(output), Files.readString(error));
    }

    private String program(String text) throws IOException {
        return Files.writeString(folder.resolve("program.lua"), text, StandardCharsets.UTF_8)
                .toString();
    }

    @Test
    void runsAProgram() throws IOException, InterruptedException {
        String program = program("print('hello', ..., string.format('%5.2f', math.pi), #arg)");
        assertThat(java("run", program, "one", "two")).isEqualTo(new Outcome(0, "hello\tone\t 3.14\t2\n", ""));
    }

    @Test
    void runsAProgramOutOfAPipe() throws IOException, InterruptedException {
        assertThat(javaWithInput("print('hello', ...)\n", "run", "-", "one"))
                .isEqualTo(new Outcome(0, "hello\tone\n", ""));
        assertThat(javaWithInput("line\n12.5 rest", "run", "--allow", "io", program("print(io.read('l', 'n', 'a'))"))
                        .output())
                .isEqualTo("line\t12.5\t rest\n");
    }

    @Test
    void tellsOfErrorsAndLimits() throws IOException, InterruptedException {
        String failing = program("print('before') error('oops')");
        Outcome failed = java("run", failing);
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.output()).isEqualTo("before\n");
        assertThat(failed.error()).startsWith("moonlift: " + failing + ":1: oops\nstack traceback:\n");

        Outcome stopped = java("run", "--fuel", "100000", program("while true do end"));
        assertThat(stopped.code()).isEqualTo(1);
        assertThat(stopped.error()).contains("fuel limit of 100000 units reached");
    }

    @Test
    void refusesWrongUsage() throws IOException, InterruptedException {
        Outcome outcome = java("run", "--no-such-option", program("print(1)"));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.error()).contains("--no-such-option");
    }

    @Test
    void printsStatistics() throws IOException, InterruptedException {
        Outcome outcome = java("run", "--stats", "json", program("for i = 1, 1000 do end print('done')"));
        assertThat(outcome.code()).isZero();
        assertThat(outcome.output()).isEqualTo("done\n");
        JsonNode statistics = new ObjectMapper().readTree(outcome.error());
        assertThat(statistics.findValue("fuelUsed").asLong()).isBetween(1000L, 2000L);
    }
}
