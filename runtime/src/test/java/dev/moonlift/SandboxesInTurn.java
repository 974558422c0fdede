package dev.moonlift;

import dev.moonlift.runtime.engine.EngineChoice;
import dev.moonlift.runtime.host.KernelPlacement;
import dev.moonlift.runtime.host.KernelPlacement.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes and closes many sandboxes on the native kernel, and prints by how much the process has grown meanwhile:
 * resident memory in KiB and the number of mappings. The JVM's heap must have a fixed size, or its growth counts.
 */
final class SandboxesInTurn {
    private SandboxesInTurn() {}

    public static void main(String[] arguments) throws IOException {
        EngineChoice.of("wasmtime").kernel().await();
        run(500);
        long memory = residentMemory();
        int mappings = mappings();
        run(1000);
        System.out.println((residentMemory() - memory) + " " + (mappings() - mappings));
    }

    private static void run(int count) {
        KernelPlacement placement =
                new KernelPlacement(EngineChoice.of("wasmtime").kernel(), true, Start.AT_ONCE);
        for (int i = 0; i < count; i++) {
            try (Sandbox sandbox = Sandbox.builder()
                    .memory(4, MemoryUnit.MiB)
                    .placement(placement)
                    .build()) {
                sandbox.load(Source.of("test.lua", "local t = {} for i = 1, 5000 do t[i] = {} end"))
                        .call();
            }
        }
    }

    private static long residentMemory() throws IOException {
        String line = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(candidate -> candidate.startsWith("VmRSS:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", ""));
    }

    private static int mappings() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/maps")).size();
    }
}
