package dev.moonlift.runtime.jit;

import java.util.ArrayList;
import java.util.List;

/**
 * How hot code is found and compiled.
 *
 * @param level see {@link #INTERPRET} and what follows
 * @param slice units of fuel between two looks at what runs, from 1 to {@value #MOST_SLICE}
 * @param samples how often a function must be seen running before it is compiled, and its code seen to have left at a
 *     place before it is compiled anew; from 1 to {@value #MOST_SAMPLES}
 * @param isSynchronous whether the guest waits for the compiler, so that two runs do the same, and whatever is seen is
 *     compiled, worthwhile or not: for tests
 * @param isStrict whether a compilation that fails is an error of the running call's, and not only a reason to go on
 *     interpreting; refusals are not failures: for tests
 * @param failsOneIn of so many checks of compiled code one fails although what it checks holds; 0 for none: for tests
 * @param listeners told what happens
 */
public record JitOptions(
        int level,
        int slice,
        int samples,
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
    public static final int MOST_SAMPLES = 1_000_000;

    /** Interpreting only. */
    public static final JitOptions OFF = ofLevel(INTERPRET);

    /** Unless something else is asked for. */
    public static final JitOptions USUAL = ofLevel(INLINE);

    /** Units of fuel between two looks: as many rounds of a loop are seen once or twice. */
    private static final int SLICE = 10_000;

    private static final int SAMPLES = 2;

    /**
     * Options.
     *
     * @throws IllegalArgumentException if a number is not in its range
     */
    public JitOptions {
        require("optimization level", level, INTERPRET, INLINE);
        require("slice of the compiler", slice, 1, MOST_SLICE);
        require("samples of the compiler", samples, 1, MOST_SAMPLES);
        listeners = List.copyOf(listeners);
    }

    private static void require(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " " + value + " is not between " + least + " and " + most);
        }
    }

    /** The usual options of a level. */
    public static JitOptions ofLevel(int level) {
        return new JitOptions(level, SLICE, SAMPLES, false, false, 0, List.of());
    }

    /** Everything is compiled as soon as it is seen, and must be: for tests. */
    public static JitOptions eager(int level, int slice) {
        return new JitOptions(level, slice, 1, true, true, 0, List.of());
    }

    /** The same at the highest level. */
    public static JitOptions eager(int slice) {
        return eager(INLINE, slice);
    }

    /** What is hot is compiled while the guest waits, so that two runs of a program compile the same. */
    public static JitOptions training() {
        return ofLevel(INLINE).withSynchronous(true);
    }

    /** Whether all that is seen is compiled, even if code does not pay. */
    boolean isEager() {
        return isSynchronous && samples == 1;
    }

    public boolean isOn() {
        return level > INTERPRET;
    }

    /** The same at another level. */
    public JitOptions withLevel(int other) {
        return new JitOptions(other, slice, samples, isSynchronous, isStrict, failsOneIn, listeners);
    }

    /** The same with another slice. */
    public JitOptions withSlice(int units) {
        return new JitOptions(level, units, samples, isSynchronous, isStrict, failsOneIn, listeners);
    }

    /** The same with another number of samples. */
    public JitOptions withSamples(int times) {
        return new JitOptions(level, slice, times, isSynchronous, isStrict, failsOneIn, listeners);
    }

    /** The same, waiting for the compiler or not. */
    public JitOptions withSynchronous(boolean waits) {
        return new JitOptions(level, slice, samples, waits, isStrict, failsOneIn, listeners);
    }

    /** The same, failing or not. */
    public JitOptions withStrict(boolean fails) {
        return new JitOptions(level, slice, samples, isSynchronous, fails, failsOneIn, listeners);
    }

    /** The same with checks that fail at random. */
    public JitOptions withFailures(int oneIn) {
        return new JitOptions(level, slice, samples, isSynchronous, isStrict, oneIn, listeners);
    }

    /** The same with one more listener. */
    public JitOptions withListener(JitListener listener) {
        List<JitListener> more = new ArrayList<>(listeners);
        more.add(listener);
        return new JitOptions(level, slice, samples, isSynchronous, isStrict, failsOneIn, more);
    }
}
