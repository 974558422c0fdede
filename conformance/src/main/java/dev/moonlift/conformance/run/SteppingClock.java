package dev.moonlift.conformance.run;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that advances when somebody looks at it, so that programs see the same times in every run. */
final class SteppingClock implements InstantSource {
    private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
    private static final long STEP_MILLIS = 1;

    private Instant now = BEGIN;

    @Override
    public Instant instant() {
        now = now.plusMillis(STEP_MILLIS);
        return now;
    }
}
