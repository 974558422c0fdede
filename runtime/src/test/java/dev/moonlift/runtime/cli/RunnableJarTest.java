package dev.moonlift.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Runs the jar of an earlier build, when there is one. */
class RunnableJarTest {
    private static final Path JAR = Path.of("target", "moonlift.jar");

    @Test
    void runsAProgram() throws IOException, InterruptedException {
        assumeThat(JAR).exists();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "-jar", JAR.toString(), "run", "--stats", "json", "-", "x").start();
        process.getOutputStream().write("print('hello', ...) os.exit(3)".getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("hello\tx\n");
        assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("{\"engine\"");
        assertThat(process.exitValue()).isEqualTo(3);
    }
}
