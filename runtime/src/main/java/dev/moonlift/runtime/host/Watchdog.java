package dev.moonlift.runtime.host;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One daemon thread for all sandboxes of the JVM, which tells those whose time is up to stop. */
final class Watchdog {
    /** A store into a memory that is just growing can be lost, so it is told again. */
    private static final long REPEAT_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private Watchdog() {}

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "moonlift-watchdog");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    /** Runs {@code alarm} after a time, and again every 10 ms, until the answer is cancelled. */
    static Future<?> watch(long nanos, Runnable alarm) {
        return TIMER.scheduleAtFixedRate(alarm, nanos, REPEAT_NANOS, TimeUnit.NANOSECONDS);
    }
}
