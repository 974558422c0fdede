package dev.moonlift;

import java.time.Duration;

/** A call took longer than its time limit. */
public final class TimeLimitException extends LimitException {
    private static final long serialVersionUID = 1L;

    private final Duration limit;
    private final Duration used;

    TimeLimitException(Duration limit, Duration used, String traceback) {
        super("time limit of " + limit.toMillis() + " ms reached", traceback);
        this.limit = limit;
        this.used = used;
    }

    /** The limit. */
    public Duration limit() {
        return limit;
    }

    /** The time that the call took until it was ended. */
    public Duration used() {
        return used;
    }
}
