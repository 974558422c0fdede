package dev.moonlift.conformance.run;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Numbers that sum up measurements. */
public final class Samples {
    private static final int STEADY_COUNT = 3;
    private static final double STEADY_RATIO = 1.05;

    private Samples() {}

    /** The middle one; of an even number the mean of the two in the middle. */
    public static long median(long[] samples) {
        long[] sorted = samples.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Whether the last few of a series differ by less than a twentieth. */
    public static boolean areSteady(List<Long> series) {
        if (series.size() < STEADY_COUNT) {
            return false;
        }
        List<Long> last = series.subList(series.size() - STEADY_COUNT, series.size());
        return Collections.max(last) < Collections.min(last) * STEADY_RATIO;
    }

    /** The geometric mean; NaN of nothing. */
    public static double geometricMean(List<Double> ratios) {
        return Math.exp(ratios.stream().mapToDouble(Math::log).average().orElse(Double.NaN));
    }
}
