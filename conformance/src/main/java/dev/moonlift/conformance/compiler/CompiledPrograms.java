package dev.moonlift.conformance.compiler;

import dev.moonlift.CodeCache;
import dev.moonlift.CompiledModule;
import dev.moonlift.LuaFunction;
import dev.moonlift.Sandbox;
import dev.moonlift.Source;
import dev.moonlift.conformance.bench.BenchProgram;
import dev.moonlift.runtime.jit.CompilerThreads;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs programs in sandboxes whose compiler finds nothing done yet. */
final class CompiledPrograms {
    private static final long MEMORY = 512L << 20;

    private static final int LEVEL = 3;

    private final String engine;

    /** @param engine by the name that users give it */
    CompiledPrograms(String engine) {
        this.engine = engine;
    }

    /** What was compiled while a program ran once. */
    List<CompiledModule> run(BenchProgram program) {
        return runFor(program, Duration.ZERO).modules();
    }

    /**
     * What running has cost.
     *
     * @param modules what was compiled meanwhile
     * @param compilerNanos processor time of the threads that compile, whatever else they do included
     * @param cpuNanos processor time of the whole process
     */
    record Cost(List<CompiledModule> modules, long compilerNanos, long cpuNanos) {}

    /** Runs a program again and again in one sandbox, until so much time has passed. */
    Cost runFor(BenchProgram program, Duration time) {
        return runFor(program, time, () -> {});
    }

    /** @param whileOpen runs while sandbox and code are there still */
    Cost runFor(BenchProgram program, Duration time, Runnable whileOpen) {
        CodeCache cache = CodeCache.builder().build();
        try (Sandbox sandbox = Sandbox.builder()
                .engine(engine)
                .optimization(LEVEL)
                .codeCache(cache)
                .memory(MEMORY)
                .output(OutputStream.nullOutputStream())
                .build()) {
            LuaFunction chunk = sandbox.load(Source.of(program.name() + ".lua", program.text()));
            Map<Long, Long> compilers = compilerNanos();
            long cpu = cpuNanos();
            long start = System.nanoTime();
            do {
                chunk.call();
            } while (System.nanoTime() - start < time.toNanos());
            Cost cost = new Cost(cache.list(), compilerNanosSince(compilers), cpuNanos() - cpu);
            whileOpen.run();
            return cost;
        }
    }

    /** Processor time of each thread that compiles, by its number. */
    private static Map<Long, Long> compilerNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<Long, Long> nanos = new HashMap<>();
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith(CompilerThreads.NAMES)) {
                nanos.put(thread.getThreadId(), threads.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return nanos;
    }

    private static long compilerNanosSince(Map<Long, Long> before) {
        return compilerNanos().entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
                .sum();
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
