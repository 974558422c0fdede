package dev.moonlift.wasm.lower;

import dev.moonlift.wasm.ir.Value;
import java.util.Arrays;

/** The operands that remain to be written, each with the origin of the instruction that wants it. */
final class Pending {
    private Value[] values = new Value[16];
    private int[] origins = new int[16];
    private int size;

    void push(Value value, int origin) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
            origins = Arrays.copyOf(origins, size * 2);
        }
        values[size] = value;
        origins[size++] = origin;
    }

    /** Wants the value below made an i64. */
    void pushWidening(int origin) {
        push(null, origin);
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    int topOrigin() {
        return origins[size - 1];
    }

    /** The topmost value, or null for a widening. */
    Value pop() {
        return values[--size];
    }
}
