package dev.moonlift.runtime.jit;

import java.util.ArrayList;
import java.util.List;

/**
 * How hot code is found and compiled.
 *
 * @param level see {@link #INTERPRET} and what follows
 * @param slice units of fuel between two looks at what runs, from 1 to {@value #MOST_SLICE}
 * @param thresholds when a function is hot
 * @param isSynchronous whether the guest waits for the compiler, so that two runs do the same; with the least
 *     thresholds, whatever is seen is compiled, worthwhile or not: for tests
 * @param isStrict whether a compilation that fails is an error of the running call's, and not only a reason to go on
 *     interpreting; refusals are not failures: for tests
 * @param failsOneIn of so many checks of compiled code one fails although what it checks holds; 0 for none: for tests
 * @param listeners told what happens
 */
public record JitOptions(
        int level,
        int slice,
        Thresholds thresholds,
        boolean isSynchronous,
        boolean isStrict,
        int failsOneIn,
        List<JitListener> listeners) {
    /** Everything is interpreted. */
    public static final int INTERPRET = 0;
    /** Nothing is expected but what follows from a function's own bytecode. */
    public static final int INFER = 1;
    /** Kinds of values, callees and places of fields are expected to be what was seen. */
    public static final int EXPECT = 2;
    /** Small callees are compiled into their callers, too. */
    public static final int INLINE = 3;

    public static final int MOST_SLICE = 10_000_000;

    /** Interpreting only. */
    public static final JitOptions OFF = ofLevel(INTERPRET);

    /** Unless something else is asked for. */
    public static final JitOptions USUAL = ofLevel(INLINE);

    /** Units of fuel between two looks: as many rounds of a loop are seen once or twice. */
    public static final int SLICE = 10_000;

    /**
     * Options.
     *
     * @throws IllegalArgumentException if a number is not in its range
     */
    public JitOptions {
        require("optimization level", level, INTERPRET, INLINE);
        require("slice of the compiler", slice, 1, MOST_SLICE);
        listeners = List.copyOf(listeners);
    }

    private static void require(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " " + value + " is not between " + least + " and " + most);
        }
    }

    /** The usual options of a level. */
    public static JitOptions ofLevel(int level) {
        return new JitOptions(level, SLICE, Thresholds.USUAL, false, false, 0, List.of());
    }

    /** Everything is compiled as soon as it is seen, and must be: for tests. */
    public static JitOptions eager(int level, int slice) {
        return new JitOptions(level, slice, Thresholds.LEAST, true, true, 0, List.of());
    }

    /** The same at the highest level. */
    public static JitOptions eager(int slice) {
        return eager(INLINE, slice);
    }

    /** Whether all that is seen is compiled, even if code does not pay. */
    boolean isEager() {
        return isSynchronous && thresholds.equals(Thresholds.LEAST);
    }

    public boolean isOn() {
        return level > INTERPRET;
    }

    /** The same at another level. */
    public JitOptions withLevel(int other) {
        return new JitOptions(other, slice, thresholds, isSynchronous, isStrict, failsOneIn, listeners);
    }

    /** The same with another slice. */
    public JitOptions withSlice(int units) {
        return new JitOptions(level, units, thresholds, isSynchronous, isStrict, failsOneIn, listeners);
    }

    /** The same with other thresholds. */
    public JitOptions withThresholds(Thresholds other) {
        return new JitOptions(level, slice, other, isSynchronous, isStrict, failsOneIn, listeners);
    }

    /** The same, waiting for the compiler or not. */
    public JitOptions withSynchronous(boolean waits) {
        return new JitOptions(level, slice, thresholds, waits, isStrict, failsOneIn, listeners);
    }

    /** The same, failing or not. */
    public JitOptions withStrict(boolean fails) {
        return new JitOptions(level, slice, thresholds, isSynchronous, fails, failsOneIn, listeners);
    }

    /** The same with checks that fail at random. */
    public JitOptions withFailures(int oneIn) {
        return new JitOptions(level, slice, thresholds, isSynchronous, isStrict, oneIn, listeners);
    }

    /** The same with one more listener. */
    public JitOptions withListener(JitListener listener) {
        List<JitListener> more = new ArrayList<>(listeners);
        more.add(listener);
        return new JitOptions(level, slice, thresholds, isSynchronous, isStrict, failsOneIn, more);
    }
}
