package dev.moonlift.runtime.host;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What {@code os.time} and {@code os.clock} show. */
public final class HostClock {
    private final InstantSource source;
    private final Instant start;

    private HostClock(InstantSource source) {
        this.source = source;
        this.start = source.instant();
    }

    /** Both from the same source; {@code os.clock} counts from now. */
    public static HostClock of(InstantSource source) {
        return new HostClock(source);
    }

    /** Seconds since 1970, rounded down. */
    long epochSeconds() {
        return source.instant().getEpochSecond();
    }

    /** Seconds since this clock was made. */
    double seconds() {
        Duration elapsed = Duration.between(start, source.instant());
        return elapsed.getSeconds() + elapsed.getNano() / 1e9;
    }
}
