package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.WasmOp;

/**
 * Checks that fail although what they check holds, for tests: whatever way code has to leave or to go around is taken
 * sooner or later, and must not be noticed. The random numbers are the guest's, in {@code State.DICE}: two runs do the
 * same.
 */
final class RandomFailures {
    /** Of a linear congruential generator modulo 2^32, of whose numbers the upper half is random enough. */
    private static final int MULTIPLIER = 1664525;

    private static final int INCREMENT = 1013904223;

    private final Emission at;

    RandomFailures(Emission at) {
        this.at = at;
    }

    /** Draws a number; 0 if that makes a check fail. */
    Value pass() {
        Value product = at.add(WasmOp.I32_MUL, at.loadInt(at.constant(0), State.DICE), at.constant(MULTIPLIER));
        Value next = at.add(WasmOp.I32_ADD, product, at.constant(INCREMENT));
        at.addAt(WasmOp.I32_STORE, State.DICE, at.constant(0), next);
        return passes(next);
    }

    /**
     * What to write to {@code State.LAST_EXIT}: a place unless a random failure led here, from which nothing follows.
     */
    Value unlessFailed(Value place) {
        Value before = at.loadInt(at.constant(0), State.LAST_EXIT);
        return at.graph().select(at.block(), place, before, passes(at.loadInt(at.constant(0), State.DICE)));
    }

    private Value passes(Value number) {
        Value random = at.add(WasmOp.I32_SHR_U, number, at.constant(Short.SIZE));
        return at.add(WasmOp.I32_REM_U, random, at.constant(at.unit().failsOneIn()));
    }
}
