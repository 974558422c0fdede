package dev.moonlift.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says of engines, each time in a JVM of its own. */
@Timeout(120)
class EngineFallbackTest {
    private static final String WORK = "local t = {} for i = 1, 3000000 do t[i % 100] = i end print(#t)";

    @TempDir
    private Path folder;

    private Path program;
    private Path broken;

    @BeforeEach
    void writeFiles() throws IOException {
        program = Files.writeString(folder.resolve("work.lua"), WORK);
        broken = Files.writeString(folder.resolve("broken.so"), "not a library");
    }

    private record Outcome(int code, String output, String error) {}

    private Outcome run(String option, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), option, Main.class.getName(), "run"));
        command.addAll(List.of(arguments));
        command.add(program.toString());
        Path output = folder.resolve("output");
        Path error = folder.resolve("error");
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(error.toFile())
                .start();
        int code = process.waitFor();
        return new Outcome(code, Files.readString(output), withoutWarnings(Files.readString(error)));
    }

    /** Without what the JVM says of native code. */
    private static String withoutWarnings(String error) {
        return error.replaceAll("(?m)^(WARNING|OpenJDK|It's highly).*\\R?", "").stripLeading();
    }

    private String brokenLibrary() {
        return "-Dmoonlift.wasmtime.library=" + broken;
    }

    private static String cache() {
        return "-Dmoonlift.cache=" + System.getProperty("moonlift.cache", "none");
    }

    @Test
    void takesTheBestAndKeepsQuiet() throws IOException, InterruptedException {
        assertThat(run(cache())).isEqualTo(new Outcome(0, "99\n", ""));
        assertThat(run(cache(), "--engine", "wasmtime", "--stats", "text").error())
                .startsWith("engine       wasmtime: asked for");
    }

    @Test
    void fallsBackAndSaysWhy() throws IOException, InterruptedException {
        assertThat(run(brokenLibrary())).isEqualTo(new Outcome(0, "99\n", ""));
        Outcome outcome = run(brokenLibrary(), "--stats", "text");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.error())
                .startsWith("engine       chicory: pure Java")
                .contains("wasmtime cannot be used: its native library does not load: ");
    }

    @Test
    void refusesToRunOnAnEngineThatCannotBeUsed() throws IOException, InterruptedException {
        Outcome outcome = run(brokenLibrary(), "--engine", "wasmtime");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.error())
                .startsWith("engine wasmtime cannot be used: its native library does not load: ")
                .doesNotContain("Exception");
    }
}
