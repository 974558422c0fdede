package dev.moonlift.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CarriersTest {
    private static final Runnable NOTHING = () -> {};

    @Test
    void runsWorkOnDaemonsOfItsOwn() {
        AtomicReference<Thread> thread = new AtomicReference<>();
        assertThat(Carriers.run(() -> thread.set(Thread.currentThread()), NOTHING))
                .isTrue();
        assertThat(thread.get()).isNotSameAs(Thread.currentThread());
        assertThat(thread.get().isDaemon()).isTrue();
        assertThat(thread.get().getName()).startsWith("moonlift-carrier-");
    }

    @Test
    void usesOneCarrierForOneCaller() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < 1000; i++) {
            Carriers.run(() -> threads.add(Thread.currentThread()), NOTHING);
        }
        assertThat(threads).hasSize(1);
    }

    @Test
    void passesOnWhatTheWorkThrows() {
        RuntimeException exception = new IllegalStateException("x");
        Error error = new AssertionError("y");
        assertThatThrownBy(() -> Carriers.run(
                        () -> {
                            throw exception;
                        },
                        NOTHING))
                .isSameAs(exception);
        assertThatThrownBy(() -> Carriers.run(
                        () -> {
                            throw error;
                        },
                        NOTHING))
                .isSameAs(error);
        usesOneCarrierForOneCaller();
    }

    @Test
    void runsManyAtOnceAndShrinks() throws InterruptedException {
        int count = 20;
        CountDownLatch allRun = new CountDownLatch(count);
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Thread caller = new Thread(() -> Carriers.run(
                    () -> {
                        allRun.countDown();
                        await(allRun);
                    },
                    NOTHING));
            caller.start();
            callers.add(caller);
        }
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(Carriers.alive()).isGreaterThanOrEqualTo(count);
        for (int i = 0; i < 200 && Carriers.alive() > 0; i++) {
            Thread.sleep(50);
        }
        assertThat(Carriers.alive()).isZero();
    }

    @Test
    void survivesThatManyTakeAndLeaveCarriers() throws InterruptedException {
        AtomicInteger done = new AtomicInteger();
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Thread caller = new Thread(() -> {
                for (int j = 0; j < 2000; j++) {
                    Carriers.run(done::incrementAndGet, NOTHING);
                }
            });
            caller.start();
            callers.add(caller);
        }
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(done).hasValue(16_000);
    }

    @Test
    void waitsForTheWorkEvenIfInterrupted() {
        CountDownLatch told = new CountDownLatch(1);
        AtomicInteger times = new AtomicInteger();
        Thread.currentThread().interrupt();
        Carriers.run(() -> await(told), () -> {
            times.incrementAndGet();
            told.countDown();
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(times).hasValue(1);
    }

    @Test
    void hasAStackOfItsOwn() {
        AtomicInteger depth = new AtomicInteger();
        Carriers.run(() -> depth.set(descend(0)), NOTHING);
        assertThat(depth.get()).isGreaterThan(3000);
    }

    /** The number of calls within one another that the stack has room for. */
    private static int descend(int depth) {
        try {
            return descend(depth + 1);
        } catch (StackOverflowError e) {
            return depth;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
