package dev.moonlift.conformance.bench;

/**
 * How a contestant did on a program.
 *
 * @param nanos its times
 * @param output what it printed
 * @param failure why there are no times; empty if there are
 */
record Score(long[] nanos, String output, String failure) {
    boolean isValid() {
        return failure.isEmpty();
    }

    double medianMillis() {
        return Samples.median(nanos) / 1e6;
    }
}
