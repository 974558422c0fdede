package dev.moonlift.conformance;

import dev.moonlift.LuaFunction;
import dev.moonlift.Sandbox;
import dev.moonlift.Source;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A harmless sandbox that computes the same thing again and again beside others, on a thread of its own, and must
 * always come to the same result.
 */
final class Bystander {
    private static final String PROGRAM = """
            local parts, sum = {}, 0
            for i = 1, 2000 do
              local word = string.format("%d:%s", i * i % 97, ("ab"):rep(i % 5))
              parts[#parts + 1] = word
              sum = (sum * 31 + #word) % 1000003
            end
            table.sort(parts)
            local text = table.concat(parts, ",")
            return sum .. " " .. #text .. " " .. text:sub(1, 20) .. " " .. select(2, text:gsub("abab", "%0"))
            """;
    private static final long PAUSE_NANOS = 20_000_000;

    private final AtomicLong rounds = new AtomicLong();
    private final Thread thread = new Thread(this::compute, "bystander");
    private volatile boolean closing;
    private volatile Throwable failure;

    /** A bystander that begins to compute. */
    Bystander() {
        thread.setDaemon(true);
        thread.start();
    }

    private void compute() {
        try (Sandbox sandbox = Sandbox.builder().build()) {
            LuaFunction program = sandbox.load(Source.of("bystander.lua", PROGRAM));
            Object first = program.call();
            while (!closing) {
                Object again = program.call();
                if (!first.equals(again)) {
                    throw new IllegalStateException("computed " + again + ", at first " + first);
                }
                rounds.incrementAndGet();
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    /** Waits until it has computed once more, from beginning to end, and rightly. */
    void awaitRound() throws InterruptedException {
        long wanted = rounds.get() + 2;
        while (rounds.get() < wanted && thread.isAlive()) {
            Thread.sleep(1);
        }
        if (failure != null) {
            throw new AssertionError("the bystander was harmed", failure);
        }
    }

    /** Ends it. */
    void stop() throws InterruptedException {
        closing = true;
        thread.join();
    }
}
