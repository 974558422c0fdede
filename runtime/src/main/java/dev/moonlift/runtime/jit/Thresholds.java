package dev.moonlift.runtime.jit;

/**
 * When a function is hot: it is seen running again and again, and the counters in its prototype say that it has done
 * more than to wait for what it calls.
 *
 * @param samples how often it must be seen running, with its counters high enough, before it is compiled, and its code
 *     seen to have left at a place before it is compiled anew; from 1 to {@value #MOST}
 * @param calls how often it must have been called, for each {@value #INSTRUCTIONS} instructions that it begins; from 1
 *     to {@value #MOST}
 * @param rounds or how many rounds its loops must have done together; from 1 to {@value #MOST}
 */
public record Thresholds(int samples, int calls, int rounds) {
    public static final int MOST = 1_000_000;

    public static final int USUAL_SAMPLES = 2;
    public static final int USUAL_CALLS = 10;
    public static final int USUAL_ROUNDS = 10_000;

    /** Unless something else is asked for. */
    public static final Thresholds USUAL = new Thresholds(USUAL_SAMPLES, USUAL_CALLS, USUAL_ROUNDS);

    /** Whatever is seen running is hot. */
    public static final Thresholds LEAST = new Thresholds(1, 1, 1);

    /** To compile twice as many instructions takes twice as long, and must pay twice as much. */
    public static final int INSTRUCTIONS = 50;

    /**
     * Thresholds.
     *
     * @throws IllegalArgumentException if a number is not in its range
     */
    public Thresholds {
        require("samples", samples);
        require("calls", calls);
        require("iterations", rounds);
    }

    private static void require(String what, int value) {
        if (value < 1 || value > MOST) {
            throw new IllegalArgumentException(
                    what + " before a function is compiled: " + value + " is not between 1 and " + MOST);
        }
    }

    /** The same with another number of samples. */
    public Thresholds withSamples(int times) {
        return new Thresholds(times, calls, rounds);
    }

    /** The same with another number of calls. */
    public Thresholds withCalls(int times) {
        return new Thresholds(samples, times, rounds);
    }

    /** The same with another number of rounds. */
    public Thresholds withRounds(int times) {
        return new Thresholds(samples, calls, times);
    }

    /**
     * Whether counters are high enough.
     *
     * @param called how often the function was called, without sign
     * @param looped how many rounds its loops have done, without sign
     * @param instructions of the function
     */
    boolean areReached(int called, int looped, int instructions) {
        long wanted = (long) calls * (1 + (instructions - 1) / INSTRUCTIONS);
        return Integer.toUnsignedLong(called) >= wanted || Integer.toUnsignedLong(looped) >= rounds;
    }
}
