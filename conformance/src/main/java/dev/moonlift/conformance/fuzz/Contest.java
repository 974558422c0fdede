package dev.moonlift.conformance.fuzz;

import dev.moonlift.Source;
import dev.moonlift.conformance.cross.CrossRun;
import dev.moonlift.conformance.cross.Result;
import dev.moonlift.conformance.run.Outcome;
import dev.moonlift.conformance.run.Outcome.End;
import dev.moonlift.conformance.run.Platform;
import dev.moonlift.conformance.run.Program;
import dev.moonlift.conformance.run.RunOptions;
import dev.moonlift.conformance.run.Trial;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Runs programs on several platforms and compares what comes of them. */
final class Contest implements AutoCloseable {
    /** Far more than a program needs. */
    private static final long FUEL = 5_000_000;

    /** Of the compiler: programs run on without it. */
    private static final Complaints COMPLAINTS = new Complaints();

    /** Held for writing while a program runs alone, so that it is known whose the complaints are. */
    private static final ReadWriteLock COMPILED = new ReentrantReadWriteLock();

    private static final long MEMORY = 64 << 20;

    /** For what fuel does not end: long, since a busy machine or a stopped process must not look like it. */
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private final List<Platform> platforms;
    private final Optional<ReferenceLua> lua;
    private final boolean mindsWarnings;

    /**
     * @param platforms of which the first is the one that others are compared with
     * @param lua compared with it as well, if given, by programs that are portable; is closed with this
     * @param mindsWarnings whether it counts as a difference that the compiler gives up on a function
     */
    Contest(List<Platform> platforms, Optional<ReferenceLua> lua, boolean mindsWarnings) {
        this.mindsWarnings = mindsWarnings;
        this.platforms = List.copyOf(platforms);
        this.lua = lua;
    }

    /** Runs a program everywhere; where it first differs, or that it does not end. */
    Optional<Divergence> divergence(FuzzProgram program) {
        Platform first = platforms.get(0);
        Result reference = run(program, first);
        if (reference.failure().isPresent()) {
            return Optional.of(new Divergence(first.label(), reference.failure().get()));
        }
        for (Platform platform : platforms.subList(1, platforms.size())) {
            Result result = run(program, platform);
            Optional<String> difference =
                    result.failure().or(() -> CrossRun.difference(platform, result.outcome(), reference.outcome()));
            if (difference.isPresent()) {
                return Optional.of(new Divergence(platform.label(), difference.get()));
            }
        }
        return program.isPortable() ? divergenceOfLua(program, reference.outcome()) : Optional.empty();
    }

    private Result run(FuzzProgram program, Platform platform) {
        if (!mindsWarnings || platform != Platform.WASMTIME_COMPILED && platform != Platform.WASMTIME_GUARDS_FAIL) {
            return runUnwatched(program, platform);
        }
        COMPILED.readLock().lock();
        try {
            Result result = runUnwatched(program, platform);
            if (COMPLAINTS.any().isEmpty()) {
                return result;
            }
        } finally {
            COMPILED.readLock().unlock();
        }
        return runAlone(program, platform);
    }

    /** Another program's complaint is forgotten, one of this counts as its failure. */
    private static Result runAlone(FuzzProgram program, Platform platform) {
        COMPILED.writeLock().lock();
        try {
            COMPLAINTS.clear();
            Result result = runUnwatched(program, platform);
            return COMPLAINTS
                    .any()
                    .map(text -> new Result(platform, result.outcome(), Optional.of(text), result.nanos()))
                    .orElse(result);
        } finally {
            COMPILED.writeLock().unlock();
        }
    }

    private static Result runUnwatched(FuzzProgram program, Platform platform) {
        Trial trial = new Trial(
                "fuzz",
                "fuzz",
                Long.toString(program.seed()),
                Program.of(Source.of(ReferenceLua.CHUNK, program.text())),
                RunOptions.untrusting(MEMORY, FUEL, TIMEOUT),
                Contest::judge);
        return new CrossRun(List.of(platform)).run(trial).get(0);
    }

    private static Optional<String> judge(Outcome outcome) {
        return outcome.end() == End.FINISHED || outcome.end() == End.ERROR
                ? Optional.empty()
                : Optional.of("does not end: " + outcome.summary());
    }

    private Optional<Divergence> divergenceOfLua(FuzzProgram program, Outcome outcome) {
        return lua.flatMap(reference -> reference.differenceFrom(program.text(), outcome))
                .map(difference -> new Divergence(ReferenceLua.COMMAND, difference));
    }

    @Override
    public void close() {
        lua.ifPresent(ReferenceLua::close);
    }
}
