package dev.moonlift.frontend.lua.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The constants of a function, each once. Integers and floats of equal value are different constants. */
final class ConstantPool {
    private final List<Object> constants = new ArrayList<>();
    private final Map<Object, Integer> indexes = new HashMap<>();

    /** The index of a constant, which may be null for nil. */
    int indexOf(Object constant) {
        Integer known = indexes.putIfAbsent(constant, constants.size());
        if (known != null) {
            return known;
        }
        constants.add(constant);
        return constants.size() - 1;
    }

    List<Object> toList() {
        return Collections.unmodifiableList(constants);
    }
}
