package dev.moonlift.runtime.host;

/**
 * What one call may use.
 *
 * @param fuel units
 * @param nanos nanoseconds, or {@link #NO_TIME_LIMIT}
 */
public record CallLimits(long fuel, long nanos) {
    public static final long NO_TIME_LIMIT = Long.MAX_VALUE;
    /** More than any program uses. */
    public static final long UNLIMITED_FUEL = Long.MAX_VALUE >> 1;
}
