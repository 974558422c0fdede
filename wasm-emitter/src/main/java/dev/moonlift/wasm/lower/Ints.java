package dev.moonlift.wasm.lower;

import java.util.Arrays;

/** A list of ints. */
final class Ints {
    private int[] elements = new int[16];
    private int size;

    void add(int element) {
        if (size == elements.length) {
            elements = Arrays.copyOf(elements, size * 2);
        }
        elements[size++] = element;
    }

    int get(int i) {
        return elements[i];
    }

    int removeLast() {
        return elements[--size];
    }

    int size() {
        return size;
    }
}
