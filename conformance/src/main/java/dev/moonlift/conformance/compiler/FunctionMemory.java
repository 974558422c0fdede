package dev.moonlift.conformance.compiler;

import dev.moonlift.CompiledModule;
import dev.moonlift.conformance.bench.BenchProgram;
import dev.moonlift.conformance.sandboxes.ProcessState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The memory that compiled functions take, measured in a process of its own whose Java heap is all there from the
 * beginning: else the process would grow with what the heap happens to have been used for meanwhile.
 *
 * @param functions how many there are
 * @param bytes what the process has grown by, plus what live Java objects have
 */
record FunctionMemory(long functions, long bytes) {
    private static final String HEAP = "1g";

    long bytesPerFunction() {
        return bytes / Math.max(1, functions);
    }

    /**
     * Measures.
     *
     * @param engine by the name that users give it
     * @throws IllegalStateException if the process fails
     */
    static FunctionMemory measure(String engine) {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xms" + HEAP,
                            "-Xmx" + HEAP,
                            "-XX:+AlwaysPreTouch",
                            "-cp",
                            System.getProperty("java.class.path"),
                            FunctionMemory.class.getName(),
                            engine)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process.getOutputStream().close();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("the process that measures memory has failed");
            }
            String[] numbers = answer.split(" ");
            return new FunctionMemory(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The process that measures: the argument is the engine. Prints both numbers. */
    public static void main(String[] arguments) {
        FunctionMemory grown = ofSecond(new CompiledPrograms(arguments[0]), ManyFunctions.program());
        System.out.println(grown.functions + " " + grown.bytes);
    }

    /** What the functions of a program take while a sandbox with the same, which has warmed everything up, is there. */
    private static FunctionMemory ofSecond(CompiledPrograms guests, BenchProgram program) {
        long[] bytes = new long[2];
        List<CompiledModule> compiled = new ArrayList<>();
        guests.runFor(program, Duration.ZERO, () -> {
            bytes[0] = occupied();
            compiled.addAll(guests.runFor(program, Duration.ZERO, () -> bytes[1] = occupied())
                    .modules());
        });
        long functions =
                compiled.stream().mapToLong(module -> module.functions().size()).sum();
        return new FunctionMemory(functions, bytes[1] - bytes[0]);
    }

    private static long occupied() {
        ProcessState state = ProcessState.now();
        return state.residentBytes() + state.heapBytes();
    }
}
