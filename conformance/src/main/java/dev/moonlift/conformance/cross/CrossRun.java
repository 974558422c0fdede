package dev.moonlift.conformance.cross;

import dev.moonlift.conformance.run.Outcome;
import dev.moonlift.conformance.run.Platform;
import dev.moonlift.conformance.run.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs trials on platforms, of which the first is the one that others are compared with. */
public final class CrossRun {
    /** Programs that wait for the collector: how long, and so their fuel, depends on when that comes. */
    private static final String COLLECTION = "gc/";

    private final List<Platform> platforms;

    public CrossRun(List<Platform> platforms) {
        this.platforms = List.copyOf(platforms);
    }

    /** Runs a trial everywhere. */
    public List<Result> run(Trial trial) {
        List<Result> results = new ArrayList<>();
        for (Platform platform : platforms) {
            Outcome reference = results.isEmpty() ? null : results.get(0).outcome();
            results.add(run(trial, platform, reference));
        }
        return results;
    }

    /** An exception of Moonlift's own is a failure like others here: the report goes on. */
    private static Result run(Trial trial, Platform platform, Outcome reference) {
        long start = System.nanoTime();
        try {
            Outcome outcome = trial.runOn(platform);
            Optional<String> failure = failure(trial, platform, outcome, reference);
            return new Result(platform, outcome, failure, System.nanoTime() - start);
        } catch (RuntimeException | StackOverflowError e) {
            StackTraceElement[] trace = e.getStackTrace();
            String text = "threw " + e + (trace.length == 0 ? "" : " at " + trace[0]);
            return new Result(platform, null, Optional.of(text), System.nanoTime() - start);
        }
    }

    /** What is wrong with an outcome, by itself or beside one of another platform. */
    public static Optional<String> failure(Trial trial, Platform platform, Outcome outcome, Outcome reference) {
        Optional<String> failure = trial.judge().apply(outcome);
        if (failure.isPresent() || reference == null) {
            return failure;
        }
        return platform.compiles() && trial.name().startsWith(COLLECTION)
                ? outcome.withoutUsage().differenceFrom(reference.withoutUsage())
                : difference(platform, outcome, reference);
    }

    /** How an outcome differs from that elsewhere, in what must be the same. */
    public static Optional<String> difference(Platform platform, Outcome outcome, Outcome reference) {
        return platform.compiles()
                ? outcome.withoutMemory().differenceFrom(reference.withoutMemory())
                : outcome.differenceFrom(reference);
    }
}
