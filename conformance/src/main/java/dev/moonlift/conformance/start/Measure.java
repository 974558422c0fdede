package dev.moonlift.conformance.start;

import java.util.Locale;

/**
 * How long something takes.
 *
 * @param name what
 * @param nanos median
 * @param target nanoseconds that it should take at most; 0 if nothing is wanted of it
 */
record Measure(String name, long nanos, long target) {
    static Measure of(String name, long nanos) {
        return new Measure(name, nanos, 0);
    }

    boolean isMet() {
        return target == 0 || nanos <= target;
    }

    @Override
    public String toString() {
        String verdict = isMet() ? "met" : "MISSED";
        return String.format("%-44s %12s", name, format(nanos))
                + (target == 0 ? "" : String.format("   target %10s   %s", format(target), verdict));
    }

    private static String format(long nanos) {
        return nanos >= 1_000_000
                ? String.format(Locale.ROOT, "%.1f ms", nanos / 1e6)
                : String.format(Locale.ROOT, "%.2f µs", nanos / 1e3);
    }
}
