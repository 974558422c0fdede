package dev.moonlift.runtime.kernel.number;

/**
 * What lies in the scratch storage at {@link dev.moonlift.runtime.kernel.Layout.State#NUMBER_SCRATCH}. None of it
 * outlives one call into this package.
 */
final class Scratch {
    /** The number of {@link BigNatural}. */
    static final int NATURAL = 0;
    /** Digits as text, see {@link DecimalDigits}; they end here. */
    static final int DIGITS_END = 1536;
    /** Two doubles: what {@link ArgumentReduction} leaves. */
    static final int REMAINDER = 1536;

    private Scratch() {}
}
