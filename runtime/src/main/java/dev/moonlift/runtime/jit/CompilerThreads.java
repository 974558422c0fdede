package dev.moonlift.runtime.jit;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads in which hot code is compiled, for all guests of the process. They end when there is nothing to do. */
public final class CompilerThreads {
    /** What their names begin with, by which profiles know them. */
    public static final String NAMES = "moonlift-jit-";

    /** Compilers are recursive. */
    private static final long STACK = 8 << 20;

    private static final int IDLE_SECONDS = 10;

    /** More would take too much from those who run guests: code is worth having soon, not at once. */
    private static final int MOST = 4;

    /** At least one processor is left to the guests. */
    private static final Executor SHARED =
            newExecutor(Math.max(1, Math.min(MOST, Runtime.getRuntime().availableProcessors() - 1)));

    private CompilerThreads() {}

    static Executor shared() {
        return SHARED;
    }

    /** Runs so many tasks at once, in the order in which they come. */
    static Executor newExecutor(int threads) {
        AtomicInteger started = new AtomicInteger();
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(null, task, NAMES + started.incrementAndGet(), STACK, false);
                    thread.setDaemon(true);
                    thread.setContextClassLoader(null);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }
}
