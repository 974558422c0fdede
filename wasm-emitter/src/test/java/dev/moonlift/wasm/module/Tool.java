package dev.moonlift.wasm.module;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A command of wabt, the WebAssembly Binary Toolkit, where it is installed. */
final class Tool {
    private Tool() {}

    static boolean isInstalled(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    /** What the command complains about; empty if it succeeds. */
    static String complaint(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? "" : "failed: " + text;
        }
    }
}
