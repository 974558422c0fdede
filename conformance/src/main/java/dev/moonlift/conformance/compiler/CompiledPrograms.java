package dev.moonlift.conformance.compiler;

import dev.moonlift.CodeCache;
import dev.moonlift.CompiledModule;
import dev.moonlift.LuaFunction;
import dev.moonlift.Sandbox;
import dev.moonlift.Source;
import dev.moonlift.conformance.bench.BenchProgram;
import dev.moonlift.conformance.run.Platform;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;

/** Runs programs in sandboxes whose compiler finds nothing done yet. */
final class CompiledPrograms {
    private static final long MEMORY = 512L << 20;

    private final Platform platform;

    CompiledPrograms(Platform platform) {
        this.platform = platform;
    }

    /** What was compiled while a program ran once. */
    List<CompiledModule> run(BenchProgram program) {
        return runFor(program, Duration.ZERO).modules();
    }

    /**
     * What running has cost.
     *
     * @param modules what was compiled meanwhile
     * @param cpuNanos processor time of the whole process
     */
    record Cost(List<CompiledModule> modules, long cpuNanos) {
        long compileNanos() {
            return modules.stream()
                    .mapToLong(module -> module.compileTime().toNanos())
                    .sum();
        }
    }

    /** Runs a program again and again in one sandbox, until so much time has passed. */
    Cost runFor(BenchProgram program, Duration time) {
        CodeCache cache = CodeCache.builder().build();
        try (Sandbox sandbox = platform.place(Sandbox.builder())
                .codeCache(cache)
                .memory(MEMORY)
                .output(OutputStream.nullOutputStream())
                .build()) {
            LuaFunction chunk = sandbox.load(Source.of(program.name() + ".lua", program.text()));
            long cpu = cpuNanos();
            long start = System.nanoTime();
            do {
                chunk.call();
            } while (System.nanoTime() - start < time.toNanos());
            return new Cost(cache.list(), cpuNanos() - cpu);
        }
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
