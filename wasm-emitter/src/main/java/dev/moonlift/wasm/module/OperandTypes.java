package dev.moonlift.wasm.module;

import java.util.Arrays;
import java.util.List;

/**
 * The types on the operand stack while a body is validated. In code that is never reached a type may be unknown, null
 * here: it fits any.
 */
final class OperandTypes {
    private ValueType[] types = new ValueType[64];
    private int size;

    int size() {
        return size;
    }

    void push(ValueType type) {
        if (size == types.length) {
            types = Arrays.copyOf(types, 2 * size);
        }
        types[size++] = type;
    }

    void pushAll(List<ValueType> added) {
        for (int i = 0; i < added.size(); i++) {
            push(added.get(i));
        }
    }

    ValueType pop() {
        return types[--size];
    }

    void truncate(int height) {
        size = height;
    }

    /** For messages: the types above {@code height}. */
    String above(int height) {
        StringBuilder text = new StringBuilder("[");
        for (int i = height; i < size; i++) {
            text.append(i > height ? " " : "").append(types[i] == null ? "any" : types[i].text());
        }
        return text.append(']').toString();
    }
}
