package dev.moonlift.wasm.ir;

import dev.moonlift.wasm.module.ValueType;

/**
 * Something computed once: the result of an instruction or a parameter of a block. Values are equal only to themselves.
 */
public final class Value {
    private final int id;
    private final ValueType type;

    Value(int id, ValueType type) {
        this.id = id;
        this.type = type;
    }

    /** Its number in its graph, from 0. */
    public int id() {
        return id;
    }

    public ValueType type() {
        return type;
    }

    @Override
    public String toString() {
        return "v" + id;
    }
}
