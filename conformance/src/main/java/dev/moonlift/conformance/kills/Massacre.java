package dev.moonlift.conformance.kills;

import dev.moonlift.conformance.run.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Killers at work on several threads of one process. */
final class Massacre {
    private static final long PROGRESS_SECONDS = 5;

    private Massacre() {}

    /**
     * Kills guests.
     *
     * @param wanted how many, at least
     * @param threads killers at once
     * @param seed of all chance but the time
     * @param progress is told every few seconds how many are dead
     * @return how many it were
     * @throws IllegalStateException if a guest is not killed as it should be, or not sound after that
     */
    static KillCount run(Platform platform, long wanted, int threads, long seed, Consumer<KillCount> progress)
            throws InterruptedException {
        KillCount count = new KillCount(wanted);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Void>> killers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Killer killer = new Killer(platform, count, seed + i);
                killers.add(executor.submit(() -> {
                    killer.run();
                    return null;
                }));
            }
            for (Future<Void> killer : killers) {
                await(killer, () -> progress.accept(count));
            }
        } finally {
            executor.shutdownNow();
        }
        return count;
    }

    private static void await(Future<Void> killer, Runnable progress) throws InterruptedException {
        while (true) {
            try {
                killer.get(PROGRESS_SECONDS, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException stillAtWork) {
                progress.run();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
            }
        }
    }
}
