package dev.moonlift.runtime.jit;

import dev.moonlift.compilation.CompilationStatistics;
import dev.moonlift.compilation.CompilationStatistics.Failure;
import dev.moonlift.compilation.ExitCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what the compiler of a guest does. What it keeps is bounded. For use by any thread. */
public final class JitStatistics implements JitListener {
    private static final int MOST = CompilationStatistics.MOST_ENTRIES;

    private final int level;
    private final Map<Exit, Long> exits = new LinkedHashMap<>();
    private final Map<ExitCause, Long> exitsByCause = new EnumMap<>(ExitCause.class);
    private final List<Failure> failed = new ArrayList<>();
    private final List<String> givenUp = new ArrayList<>();
    private final long[] times = new long[MOST];
    private String compiler = "";
    private long timed;
    private long nanos;
    private long functions;
    private long compilations;
    private long recompilations;
    private long cacheHits;
    private long failures;
    private long codeBytes;

    /** Nothing has happened yet. */
    public JitStatistics(int level) {
        this.level = level;
        for (ExitCause cause : ExitCause.values()) {
            exitsByCause.put(cause, 0L);
        }
    }

    @Override
    public synchronized void compiled(Job job, Code code) {
        compiler = job.engine();
        compilations++;
        codeBytes += code.bytes();
        if (job.isRepeated()) {
            recompilations++;
        }
        if (code.isCached()) {
            cacheHits++;
        } else {
            nanos += code.nanos();
            times[(int) (timed++ % MOST)] = code.nanos();
        }
    }

    @Override
    public synchronized void failed(Job job, Throwable cause) {
        compiler = job.engine();
        failures++;
        if (failed.size() < MOST) {
            failed.add(new Failure(job.function(), JitText.reason(cause), cause instanceof CodeRefusal));
        }
    }

    @Override
    public synchronized void installed(String function, boolean isFirst) {
        if (isFirst) {
            functions++;
        }
    }

    @Override
    public synchronized void left(Exit exit, int count) {
        exitsByCause.merge(exit.cause(), 1L, Long::sum);
        if (exits.size() < MOST || exits.containsKey(exit)) {
            exits.merge(exit, 1L, Long::sum);
        }
    }

    @Override
    public synchronized void givenUp(String function, String reason) {
        if (givenUp.size() < MOST) {
            givenUp.add(function);
        }
    }

    /**
     * What has happened so far.
     *
     * @param functionsInPlace that have code now
     */
    public synchronized CompilationStatistics snapshot(int functionsInPlace) {
        return new CompilationStatistics(
                level,
                compiler,
                functions,
                functionsInPlace,
                compilations,
                recompilations,
                cacheHits,
                compilations - cacheHits + failures,
                codeBytes,
                Duration.ofNanos(nanos),
                Duration.ofNanos(medianNanos()),
                failures,
                List.copyOf(failed),
                List.copyOf(givenUp),
                Map.copyOf(exitsByCause),
                exits.entrySet().stream()
                        .map(entry -> exit(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static CompilationStatistics.Exit exit(Exit exit, long count) {
        return new CompilationStatistics.Exit(
                exit.function(), exit.line(), exit.instruction(), exit.cause(), exit.expected(), count);
    }

    private long medianNanos() {
        long[] sorted = Arrays.copyOf(times, (int) Math.min(timed, MOST));
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}
