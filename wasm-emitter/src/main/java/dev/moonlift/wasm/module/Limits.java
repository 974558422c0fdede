package dev.moonlift.wasm.module;

/**
 * How large a memory or table is and may become.
 *
 * @param min pages of 64 KiB, or elements: an unsigned 32-bit number
 * @param max the same; {@link #NO_MAX} if nothing but the format limits it
 */
public record Limits(long min, long max) {
    public static final long NO_MAX = -1;

    /** Limits without a maximum. */
    public static Limits from(long min) {
        return new Limits(min, NO_MAX);
    }

    public boolean hasMax() {
        return max != NO_MAX;
    }
}
