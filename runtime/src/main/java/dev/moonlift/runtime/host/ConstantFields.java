package dev.moonlift.runtime.host;

import java.lang.reflect.Field;

/** Reads the int constants of the kernel's tables. */
final class ConstantFields {
    private ConstantFields() {}

    /** The value of a public static int field. */
    static int valueOf(Field field) {
        try {
            return field.getInt(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " is not a public constant", e);
        }
    }
}
