package dev.moonlift.conformance.bench;

import java.util.Arrays;
import java.util.List;

/** Numbers that sum up measurements. */
final class Samples {
    private Samples() {}

    /** The middle one; of an even number the mean of the two in the middle. */
    static long median(long[] samples) {
        long[] sorted = samples.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The geometric mean; NaN of nothing. */
    static double geometricMean(List<Double> ratios) {
        return Math.exp(ratios.stream().mapToDouble(Math::log).average().orElse(Double.NaN));
    }
}
