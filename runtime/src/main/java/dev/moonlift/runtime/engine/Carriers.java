package dev.moonlift.runtime.engine;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Threads of ours with a stack of known size, on which alone native code and compiled code of guests run. There are as
 * many as guests have run natively at once in the last seconds; none when none has.
 */
public final class Carriers {
    /** Bytes of a carrier's stack: four times what WebAssembly may use of it. */
    static final long STACK = 8 << 20;

    /** Those that wait for something to do, the last to have worked first. */
    private static final Deque<Carrier> IDLE = new ConcurrentLinkedDeque<>();

    private static final AtomicLong STARTED = new AtomicLong();
    private static final AtomicInteger ALIVE = new AtomicInteger();

    private Carriers() {}

    /**
     * Does something on a carrier, and waits for it to be done, however long that takes. What it throws is thrown.
     *
     * @param onInterrupt runs when this thread is interrupted meanwhile; its interrupt status is set in the end
     * @return false if there can be no further thread, and nothing was done
     */
    public static boolean run(Runnable work, Runnable onInterrupt) {
        Errand errand = new Errand(work);
        Carrier idle = IDLE.pollFirst();
        Carrier carrier = idle == null ? start() : idle;
        if (carrier == null) {
            return false;
        }
        carrier.accept(errand);
        errand.await(onInterrupt);
        errand.rethrow();
        return true;
    }

    private static Carrier start() {
        Carrier carrier = new Carrier("moonlift-carrier-" + STARTED.incrementAndGet());
        ALIVE.incrementAndGet();
        try {
            carrier.start();
            return carrier;
        } catch (OutOfMemoryError tooManyThreads) {
            ALIVE.decrementAndGet();
            return null;
        }
    }

    /** Carriers that there are now. */
    static int alive() {
        return ALIVE.get();
    }

    static void rest(Carrier carrier) {
        IDLE.addFirst(carrier);
    }

    /** Whether a carrier that wants to end may: not if somebody has just taken it to hand it something to do. */
    static boolean dismiss(Carrier carrier) {
        boolean isUnwanted = IDLE.remove(carrier);
        if (isUnwanted) {
            ALIVE.decrementAndGet();
        }
        return isUnwanted;
    }
}
