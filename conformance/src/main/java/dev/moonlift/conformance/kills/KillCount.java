package dev.moonlift.conformance.kills;

import dev.moonlift.conformance.kills.Victim.Means;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** How many guests were killed, by whichever thread. */
final class KillCount {
    private final long wanted;
    private final Map<Means, AtomicLong> kills = new EnumMap<>(Means.class);
    private final AtomicLong sandboxes = new AtomicLong();
    private final AtomicLong checks = new AtomicLong();
    private final AtomicLong verifications = new AtomicLong();
    private final long start = System.nanoTime();

    KillCount(long wanted) {
        this.wanted = wanted;
        for (Means means : Means.values()) {
            kills.put(means, new AtomicLong());
        }
    }

    void countKill(Means means) {
        kills.get(means).incrementAndGet();
    }

    void countSandbox() {
        sandboxes.incrementAndGet();
    }

    void countCheck() {
        checks.incrementAndGet();
    }

    void countVerification() {
        verifications.incrementAndGet();
    }

    long kills() {
        return kills.values().stream().mapToLong(AtomicLong::get).sum();
    }

    long kills(Means means) {
        return kills.get(means).get();
    }

    boolean isComplete() {
        return kills() >= wanted;
    }

    @Override
    public String toString() {
        double seconds = (System.nanoTime() - start) / 1e9;
        return String.format(
                Locale.ROOT,
                "%,d kills (%,d by fuel, %,d by time, %,d by interrupt) in %,d sandboxes, %,d checks, %,d heaps"
                        + " verified, %.1f s, %,.0f kills/s",
                kills(),
                kills(Means.FUEL),
                kills(Means.TIME),
                kills(Means.INTERRUPT),
                sandboxes.get(),
                checks.get(),
                verifications.get(),
                seconds,
                kills() / seconds);
    }
}
