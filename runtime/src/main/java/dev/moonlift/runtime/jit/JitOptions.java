package dev.moonlift.runtime.jit;

/**
 * How hot code is found and compiled.
 *
 * @param level 0 not at all; 2 with types taken from what is there when a function is compiled
 * @param slice units of fuel between two looks at what runs
 * @param samples how often a function must be seen running before it is compiled
 * @param isSynchronous whether the guest waits for the compiler, so that two runs do the same: for tests
 * @param failsOneIn of so many checks of compiled code one fails although what it checks holds; 0 for none: for tests
 */
public record JitOptions(int level, int slice, int samples, boolean isSynchronous, int failsOneIn) {
    /** Interpreting only. */
    public static final JitOptions OFF = new JitOptions(0, 0, 0, false, 0);

    /** Units of fuel between two looks: as many rounds of a loop are seen once or twice. */
    private static final int SLICE = 10_000;

    /** The usual options of a level. */
    public static JitOptions ofLevel(int level) {
        return switch (level) {
            case 0 -> OFF;
            case 2 -> new JitOptions(level, SLICE, 2, false, 0);
            default -> throw new IllegalArgumentException("optimization level " + level + " is neither 0 nor 2");
        };
    }

    /** Everything is compiled as soon as it is seen: for tests. */
    public static JitOptions eager(int slice) {
        return new JitOptions(2, slice, 1, true, 0);
    }

    /** The same with checks that fail at random. */
    public JitOptions withFailures(int oneIn) {
        return new JitOptions(level, slice, samples, isSynchronous, oneIn);
    }

    public boolean isOn() {
        return level > 0;
    }
}
