package dev.moonlift.conformance.sandboxes;

import dev.moonlift.LuaFunction;
import dev.moonlift.Sandbox;
import dev.moonlift.Source;
import dev.moonlift.conformance.run.Platform;
import dev.moonlift.conformance.run.Samples;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/** Sandboxes that come, work and go, one after the other. */
final class Parade {
    /** Of so many sandboxes, one does so much work that it moves to native code. */
    private static final int RARE = 20;

    /** The JVM makes some of its own, for threads and for its heap; several hundred sandboxes would leave more. */
    private static final int MAPPINGS = 200;

    /** So many files more mean nothing: the JVM opens some for itself now and then. */
    private static final int FILES = 4;

    private static final String SHORT = """
            local t = {}
            for i = 1, 20 do t[#t + 1] = i * i end
            return #table.concat(t, ",")""";
    private static final long SHORT_ANSWER = 67;
    private static final String LONG = """
            local n = 0
            for i = 1, 200000 do n = n + i % 7 end
            return n""";
    private static final long LONG_ANSWER = 599_997;

    private final Platform platform;
    private final long count;
    private final int mark;
    private final List<Long> creations = new ArrayList<>();

    /**
     * A parade.
     *
     * @param count how many sandboxes
     * @param mark after so many, and at the end, the state of the process is of interest
     */
    Parade(Platform platform, int count, int mark) {
        this.platform = platform;
        this.count = count;
        this.mark = mark;
    }

    /**
     * Makes them.
     *
     * @param onMark is told how many there were at each mark
     * @throws IllegalStateException if one gives a wrong answer
     */
    void run(IntConsumer onMark) {
        for (int i = 1; i <= count; i++) {
            useOne(i % RARE == 0);
            if (i % mark == 0 || i == count) {
                onMark.accept(i);
            }
        }
    }

    private void useOne(boolean isLong) {
        long start = System.nanoTime();
        try (Sandbox sandbox = platform.place(Sandbox.builder()).build()) {
            creations.add(System.nanoTime() - start);
            LuaFunction program = sandbox.load(Source.of("parade.lua", isLong ? LONG : SHORT));
            long expected = isLong ? LONG_ANSWER : SHORT_ANSWER;
            Object answer = program.call();
            if (!answer.equals(expected)) {
                throw new IllegalStateException("answers " + answer + ", not " + expected);
            }
        }
    }

    /** Milliseconds that it takes to make one, in the middle. */
    double medianCreationMillis() {
        return Samples.median(creations.stream().mapToLong(Long::longValue).toArray()) / 1e6;
    }

    /**
     * What has been left behind between two states of the process; nothing if nothing was.
     *
     * @param bound bytes by which its memory may grow
     */
    static Optional<String> leak(ProcessState before, ProcessState after, long bound) {
        long growth = after.residentBytes() - before.residentBytes();
        if (growth > bound) {
            return Optional.of("the process has grown by " + (growth >> 20) + " MiB");
        }
        if (after.heapBytes() - before.heapBytes() > bound) {
            return Optional.of(
                    "there are " + ((after.heapBytes() - before.heapBytes()) >> 20) + " MiB more of objects");
        }
        if (after.mappings() - before.mappings() > MAPPINGS) {
            return Optional.of("there are " + (after.mappings() - before.mappings()) + " more mappings of addresses");
        }
        if (after.openFiles() - before.openFiles() > FILES) {
            return Optional.of(after.openFiles() - before.openFiles() + " files are still open");
        }
        Set<String> left = new HashSet<>(after.temporaryFiles());
        left.removeAll(before.temporaryFiles());
        return left.isEmpty() ? Optional.empty() : Optional.of("temporary files are left: " + left);
    }
}
