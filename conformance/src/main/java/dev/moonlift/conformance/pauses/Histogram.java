package dev.moonlift.conformance.pauses;

import java.io.PrintWriter;
import java.util.Arrays;

/** Durations, counted by powers of two of a microsecond. */
final class Histogram {
    private static final int WIDTH = 50;

    private final long[] counts = new long[Long.SIZE];
    private long total;
    private long longest;
    private long sum;

    void add(long nanos) {
        long micros = nanos / 1000;
        counts[Long.SIZE - Long.numberOfLeadingZeros(micros)]++;
        total++;
        sum += nanos;
        longest = Math.max(longest, nanos);
    }

    double longestMillis() {
        return longest / 1e6;
    }

    void print(PrintWriter out) {
        long most = Math.max(1, Arrays.stream(counts).max().orElse(1));
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 0) {
                String bar = "#".repeat((int) Math.max(1, WIDTH * counts[i] / most));
                out.printf("below %8.3f ms %8d %s%n", (1L << i) / 1e3, counts[i], bar);
            }
        }
        out.printf("%d steps, %.1f ms in all, the longest %.3f ms%n", total, sum / 1e6, longestMillis());
        out.flush();
    }
}
