package dev.moonlift.conformance.fuzz;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Runs the programs of many seeds, and reports on those that do not do the same everywhere. */
final class FuzzRun {
    private static final int PROGRESS = 100;
    private static final int SHRINKING_ATTEMPTS = 3000;

    private final Supplier<Contest> contests;
    private final int maxDifferences;
    private final PrintWriter out;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong different = new AtomicLong();
    private final long start = System.nanoTime();

    /**
     * @param contests makes what compares, once for each thread
     * @param maxDifferences ends after so many
     * @param out where the report goes
     */
    FuzzRun(Supplier<Contest> contests, int maxDifferences, PrintWriter out) {
        this.contests = contests;
        this.maxDifferences = maxDifferences;
        this.out = out;
    }

    /**
     * Runs programs.
     *
     * @param seed of the first
     * @param count how many
     * @param threads at once
     * @return whether there was no difference
     */
    boolean run(long seed, long count, int threads) throws InterruptedException {
        AtomicLong next = new AtomicLong(seed);
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread worker = new Thread(() -> work(next, seed + count), "fuzz " + i);
            worker.setUncaughtExceptionHandler((thread, e) -> report("FAILED: " + e));
            workers.add(worker);
            worker.start();
        }
        for (Thread worker : workers) {
            worker.join();
        }
        report(progress());
        // Not all were run if a worker failed.
        return different.get() == 0 && done.get() == count;
    }

    private void work(AtomicLong next, long end) {
        try (Contest contest = contests.get()) {
            for (long seed = next.getAndIncrement(); seed < end && different.get() < maxDifferences; ) {
                check(contest, Generator.program(seed));
                if (done.incrementAndGet() % PROGRESS == 0) {
                    report(progress());
                }
                seed = next.getAndIncrement();
            }
        }
    }

    private void check(Contest contest, FuzzProgram program) {
        Optional<Divergence> found = contest.divergence(program);
        if (found.isEmpty()) {
            return;
        }
        different.incrementAndGet();
        String where = found.get().where();
        report("seed " + program.seed() + ", " + where + ": " + found.get().what());
        Shrinker shrinker = new Shrinker(piece -> differs(contest, program.with(piece), where), SHRINKING_ATTEMPTS);
        FuzzProgram small = program.with(shrinker.shrink(program.piece()));
        String what = contest.divergence(small).map(Divergence::what).orElse("not always");
        report("seed " + program.seed() + ", shrunk, " + where + ": " + what + "\n" + small.text());
    }

    private static boolean differs(Contest contest, FuzzProgram program, String where) {
        return program.isWellFormed()
                && contest.divergence(program)
                        .filter(divergence -> divergence.where().equals(where))
                        .isPresent();
    }

    private String progress() {
        double seconds = (System.nanoTime() - start) / 1e9;
        return String.format(
                Locale.ROOT,
                "%d programs, %d different, %.0f a second",
                done.get(),
                different.get(),
                done.get() / seconds);
    }

    private synchronized void report(String text) {
        out.println(text);
        out.flush();
    }
}
