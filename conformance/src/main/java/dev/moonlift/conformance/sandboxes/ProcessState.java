package dev.moonlift.conformance.sandboxes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What this process occupies.
 *
 * @param residentBytes of memory; 0 where the system does not tell
 * @param heapBytes of live Java objects
 * @param mappings of addresses, of which every native memory is one; 0 where the system does not tell
 * @param openFiles 0 where the system does not tell
 * @param temporaryFiles names of files in the temporary folder that may be of an engine
 */
public record ProcessState(
        long residentBytes, long heapBytes, long mappings, long openFiles, Set<String> temporaryFiles) {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path MAPPINGS = Path.of("/proc/self/maps");
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");
    private static final String RESIDENT = "VmRSS:";

    /** The state now, when garbage has been collected. */
    public static ProcessState now() {
        System.gc();
        try {
            return new ProcessState(
                    residentMemory(), liveObjects(), lines(MAPPINGS), count(OPEN_FILES), temporaryFilesNow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long residentMemory() throws IOException {
        if (!Files.exists(STATUS)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(RESIDENT))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        }
    }

    private static long liveObjects() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long lines(Path file) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        }
    }

    private static long count(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private static Set<String> temporaryFilesNow() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains("wasmtime") || name.startsWith("moonlift"))
                    .collect(Collectors.toSet());
        }
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.1f MiB resident, %.1f MiB of live objects, %d mappings, %d open files, %d temporary files",
                residentBytes / 1048576.0,
                heapBytes / 1048576.0,
                mappings,
                openFiles,
                temporaryFiles.size());
    }
}
