package dev.moonlift.wasm.lower;

import dev.moonlift.wasm.module.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The locals of a function, and which of them each value lives in. */
final class Locals {
    static final int NONE = -1;

    private final int[] ofValue;
    private final List<ValueType> types = new ArrayList<>();

    Locals(int valueCount) {
        ofValue = new int[valueCount];
        Arrays.fill(ofValue, NONE);
    }

    /** A new local. */
    int add(ValueType type) {
        types.add(type);
        return types.size() - 1;
    }

    /** Types of all locals, the parameters first. */
    List<ValueType> types() {
        return types;
    }

    /** The local of the value with this number, or {@link #NONE}. */
    int of(long value) {
        return ofValue[(int) value];
    }

    void set(int value, int local) {
        ofValue[value] = local;
    }

    /** Whether the parameter has its argument's local, so that nothing is to be done. */
    boolean isNoop(Move move) {
        return move.isCopy()
                && of(move.code().get(0).value()) == of(move.parameter().id());
    }
}
