package dev.moonlift.runtime.engine;

import java.util.concurrent.locks.LockSupport;

/** Something that a carrier does while the thread that wants it waits. */
final class Errand {
    private final Runnable work;
    private final Thread owner = Thread.currentThread();
    private Throwable failure;
    private volatile boolean done;

    Errand(Runnable work) {
        this.work = work;
    }

    /** The carrier's part. */
    void carryOut() {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    /** Wakes the owner. */
    void finish() {
        done = true;
        LockSupport.unpark(owner);
    }

    /** The owner's part: returns when all is done. A thread without any stack left must wait, too. */
    void await(Runnable onInterrupt) {
        boolean interrupted = false;
        while (!done) {
            try {
                interrupted |= sleep(onInterrupt);
            } catch (StackOverflowError ignored) {
                Thread.onSpinWait();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for a while; whether it was interrupted. */
    private boolean sleep(Runnable onInterrupt) {
        Spin.until(() -> done);
        if (!done) {
            LockSupport.park(this);
        }
        if (!Thread.interrupted()) {
            return false;
        }
        onInterrupt.run();
        return true;
    }

    /** Throws what the work threw. */
    void rethrow() {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }
}
