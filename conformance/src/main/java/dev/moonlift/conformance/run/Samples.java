package dev.moonlift.conformance.run;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Numbers that sum up measurements. */
public final class Samples {
    private static final int STEADY_COUNT = 5;
    private static final int STEADY_HUNDREDTHS = 3;

    /** When a series is steady, in words. */
    public static final String STEADINESS = "the best of " + STEADY_COUNT + " is less than " + STEADY_HUNDREDTHS
            + " hundredths better than the best of the " + STEADY_COUNT + " before";

    private Samples() {}

    /** The middle one; of an even number the mean of the two in the middle. */
    public static long median(long[] samples) {
        long[] sorted = samples.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /**
     * Whether a series has come down to where it stays, however its numbers vary: see {@link #STEADINESS}, the best
     * being the least.
     */
    public static boolean areSteady(List<Long> series) {
        int last = series.size() - STEADY_COUNT;
        if (last < STEADY_COUNT) {
            return false;
        }
        long before = Collections.min(series.subList(last - STEADY_COUNT, last));
        long now = Collections.min(series.subList(last, series.size()));
        return before * 100.0 <= now * (100.0 + STEADY_HUNDREDTHS);
    }

    /** The geometric mean; NaN of nothing. */
    public static double geometricMean(List<Double> ratios) {
        return Math.exp(ratios.stream().mapToDouble(Math::log).average().orElse(Double.NaN));
    }
}
