package dev.moonlift.runtime.engine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One thread of {@link Carriers}. */
final class Carrier implements Runnable {
    /** How long one without anything to do stays. */
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Thread thread;
    private volatile Errand errand;

    Carrier(String name) {
        thread = new Thread(null, this, name, Carriers.STACK, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
    }

    void start() {
        thread.start();
    }

    /** Gets something to do. */
    void accept(Errand next) {
        errand = next;
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        for (Errand next = await(); next != null; next = await()) {
            errand = null;
            next.carryOut();
            // Before the other thread goes on: what it hands over next finds this carrier awake.
            Carriers.rest(this);
            next.finish();
        }
    }

    /** The next thing to do; null when there has been nothing for long, and this thread is to end. */
    private Errand await() {
        Spin.until(() -> errand != null);
        long end = System.nanoTime() + IDLE_NANOS;
        while (errand == null) {
            long left = end - System.nanoTime();
            if (left <= 0 && Carriers.dismiss(this)) {
                return null;
            }
            LockSupport.parkNanos(this, Math.max(left, TimeUnit.MILLISECONDS.toNanos(1)));
        }
        return errand;
    }
}
