package dev.moonlift.conformance.kills;

import dev.moonlift.conformance.kills.Victim.Means;
import dev.moonlift.conformance.run.Platform;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Makes victims and kills them again and again, at random. */
final class Killer {
    /** Kills of one victim. Time is dear: so few that most of all the time goes into kills by fuel even so. */
    private static final int KILLS_BY_FUEL = 64;

    private static final int KILLS_BY_TIME = 6;
    /** One victim in so many is killed by time, and one by interrupts. */
    private static final int RARE = 12;
    /** Kills between two checks, at most. */
    private static final int UNCHECKED = 8;
    /** Of so many victims one has its heap verified in the end. */
    private static final int UNVERIFIED = 8;

    private static final int MAX_FUEL = 4000;
    private static final int MAX_ROUNDS = 600;
    private static final long MIN_NANOS = 500_000;
    private static final long MAX_NANOS = 2_000_000;
    private static final long INTERRUPT_PERIOD_NANOS = 200_000;

    private final Platform platform;
    private final KillCount count;
    private final SplittableRandom random;
    private long victims;

    /**
     * A killer.
     *
     * @param count what it kills is counted there, until there are enough
     */
    Killer(Platform platform, KillCount count, long seed) {
        this.platform = platform;
        this.count = count;
        this.random = new SplittableRandom(seed);
    }

    /**
     * Kills until enough are dead.
     *
     * @throws IllegalStateException if a guest is not killed as it should be, or not sound after that
     */
    void run() throws InterruptedException {
        ScheduledExecutorService interrupter = Executors.newSingleThreadScheduledExecutor();
        try {
            while (!count.isComplete()) {
                useVictim(interrupter);
            }
        } finally {
            interrupter.shutdownNow();
        }
    }

    private void useVictim(ScheduledExecutorService interrupter) throws InterruptedException {
        Means means = nextMeans();
        try (Victim victim = newVictim(means)) {
            count.countSandbox();
            int kills = means == Means.FUEL ? KILLS_BY_FUEL : KILLS_BY_TIME;
            int untilCheck = 0;
            for (int i = 0; i < kills; i++) {
                kill(victim, means, interrupter);
                if (--untilCheck <= 0) {
                    victim.check();
                    count.countCheck();
                    untilCheck = random.nextInt(UNCHECKED);
                }
            }
            victim.check();
            count.countCheck();
            if (random.nextInt(UNVERIFIED) == 0) {
                victim.verify();
                count.countVerification();
            }
        }
    }

    /** The rare ones first, so that even a short run has some of each. */
    private Means nextMeans() {
        return switch ((int) (victims++ % RARE)) {
            case 0 -> Means.TIME;
            case 1 -> Means.INTERRUPT;
            default -> Means.FUEL;
        };
    }

    private Victim newVictim(Means means) {
        return switch (means) {
            case FUEL -> Victim.ofFuel(platform, random.nextInt(Victim.MIN_FUEL, MAX_FUEL));
            case TIME -> Victim.ofTime(platform, Duration.ofNanos(random.nextLong(MIN_NANOS, MAX_NANOS)));
            case INTERRUPT -> Victim.ofInterrupt(platform);
        };
    }

    private void kill(Victim victim, Means means, ScheduledExecutorService interrupter) throws InterruptedException {
        String loop = victim.loops().get(random.nextInt(victim.loops().size()));
        int rounds = random.nextInt(MAX_ROUNDS);
        if (means == Means.INTERRUPT) {
            killByInterrupt(victim, loop, rounds, interrupter);
        } else {
            victim.kill(loop, rounds);
        }
        count.countKill(means);
    }

    /** The interrupter tries until it meets a call in progress; none of its tries must be left for the next call. */
    private void killByInterrupt(Victim victim, String loop, int rounds, ScheduledExecutorService interrupter)
            throws InterruptedException {
        long delay = random.nextLong(MAX_NANOS);
        Future<?> interrupts =
                interrupter.scheduleAtFixedRate(victim::interrupt, delay, INTERRUPT_PERIOD_NANOS, TimeUnit.NANOSECONDS);
        try {
            victim.kill(loop, rounds);
        } finally {
            interrupts.cancel(false);
            awaitIdle(interrupter);
        }
    }

    private static void awaitIdle(ScheduledExecutorService interrupter) throws InterruptedException {
        try {
            interrupter.submit(() -> {}).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
