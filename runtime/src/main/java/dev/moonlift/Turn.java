package dev.moonlift;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Lets one thread at a time use a sandbox, and none once it is closed. */
final class Turn {
    private final AtomicReference<Thread> holder = new AtomicReference<>();
    private volatile boolean closed;

    /**
     * Runs something with the sandbox to itself; may be nested.
     *
     * @throws IllegalStateException if another thread is at it, or the sandbox is closed
     */
    <T> T take(Supplier<T> use) {
        Thread current = Thread.currentThread();
        if (holder.get() == current) {
            return use.get();
        }
        begin(current);
        try {
            return use.get();
        } finally {
            holder.set(null);
        }
    }

    private void begin(Thread current) {
        if (closed) {
            throw new IllegalStateException("the sandbox is closed");
        }
        Thread other = holder.compareAndExchange(null, current);
        if (other != null) {
            throw new IllegalStateException("the sandbox is in use by thread " + other.getName());
        }
        if (closed) {
            holder.set(null);
            throw new IllegalStateException("the sandbox is closed");
        }
    }

    /** Lets nobody use the sandbox any more, and runs something the first time. */
    void close(Runnable last) {
        if (closed) {
            return;
        }
        if (holder.get() == Thread.currentThread()) {
            throw new IllegalStateException("a call is in progress");
        }
        begin(Thread.currentThread());
        closed = true;
        last.run();
        holder.set(null);
    }
}
