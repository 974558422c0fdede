package dev.moonlift;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What a host function returns when that is not exactly one value. Immutable. */
public final class Results {
    private static final Results NONE = new Results(List.of());

    private final List<Object> values;

    private Results(List<Object> values) {
        this.values = values;
    }

    /** No value. */
    public static Results none() {
        return NONE;
    }

    /** These values, in this order. */
    public static Results of(Object... values) {
        return new Results(Collections.unmodifiableList(Arrays.asList(values.clone())));
    }

    List<Object> values() {
        return values;
    }
}
