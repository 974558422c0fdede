package dev.moonlift.conformance.bench;

import dev.moonlift.conformance.run.Samples;

/**
 * How a contestant did on a program.
 *
 * @param nanos its times
 * @param warmUpRounds how many runs came before them
 * @param steady whether the times had become steady by then
 * @param output what it printed
 * @param failure why there are no times; empty if there are
 */
record Score(long[] nanos, int warmUpRounds, boolean steady, String output, String failure) {
    boolean isValid() {
        return failure.isEmpty();
    }

    double medianMillis() {
        return Samples.median(nanos) / 1e6;
    }
}
