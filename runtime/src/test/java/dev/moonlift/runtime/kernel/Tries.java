package dev.moonlift.runtime.kernel;

/**
 * How often the kernel's tests try random operands. The same tests run again over the translated kernel, where a call
 * takes a microsecond: there a share of the tries must do, which the system property {@value #PROPERTY} gives.
 */
public final class Tries {
    /** A percentage; unset, it is 100. */
    public static final String PROPERTY = "moonlift.tries.percent";

    private static final int PERCENT = Integer.getInteger(PROPERTY, 100);

    private Tries() {}

    /** The share of so many tries that is wanted now, at least one. */
    public static int of(int all) {
        return (int) Math.max(1, (long) all * PERCENT / 100);
    }
}
