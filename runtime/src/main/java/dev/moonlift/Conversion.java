package dev.moonlift;

import java.util.Map;
import java.util.function.Function;

/**
 * How a Lua value, as it came to Java, becomes an object of a type that Java asks for.
 *
 * @param type the type
 * @param expected how messages name what is expected
 * @param function gives null for what does not convert
 */
record Conversion<T>(Class<T> type, String expected, Function<Object, Object> function) {
    private static final double TWO_TO_63 = 0x1p63;

    private static final Map<Class<?>, Conversion<?>> ALL = Map.ofEntries(
            entry(Object.class, "value", Function.identity()),
            entry(Boolean.class, "boolean", instance(Boolean.class)),
            entry(String.class, "string", Conversion::toText),
            entry(CharSequence.class, "string", Conversion::toText),
            entry(LuaString.class, "string", Conversion::toLuaString),
            entry(byte[].class, "string", value -> value == null ? null : toBytes(value)),
            entry(Number.class, "number", instance(Number.class)),
            entry(Double.class, "number", value -> value instanceof Number n ? n.doubleValue() : null),
            entry(Float.class, "number", value -> value instanceof Number n ? n.floatValue() : null),
            entry(Long.class, "integer", Conversion::toLong),
            entry(
                    Integer.class,
                    "integer",
                    value -> inRange(value, Integer.MIN_VALUE, Integer.MAX_VALUE, Long::intValue)),
            entry(Short.class, "integer", value -> inRange(value, Short.MIN_VALUE, Short.MAX_VALUE, Long::shortValue)),
            entry(Byte.class, "integer", value -> inRange(value, Byte.MIN_VALUE, Byte.MAX_VALUE, Long::byteValue)),
            entry(LuaTable.class, "table", instance(LuaTable.class)),
            entry(LuaFunction.class, "function", instance(LuaFunction.class)),
            entry(LuaObject.class, "userdata", instance(LuaObject.class)));

    private static <T> Map.Entry<Class<?>, Conversion<?>> entry(
            Class<T> type, String expected, Function<Object, Object> function) {
        return Map.entry(type, new Conversion<>(type, expected, function));
    }

    private static Function<Object, Object> instance(Class<?> type) {
        return value -> type.isInstance(value) ? value : null;
    }

    /**
     * The conversion to a type.
     *
     * @throws IllegalArgumentException if there is none
     */
    @SuppressWarnings("unchecked")
    static <T> Conversion<T> to(Class<T> type) {
        Conversion<?> conversion = ALL.get(type);
        if (conversion == null) {
            throw new IllegalArgumentException("no Lua value converts to " + type.getName());
        }
        return (Conversion<T>) conversion;
    }

    /** The converted value; null if it does not convert, and for nil. */
    T apply(Object value) {
        return type.cast(function.apply(value));
    }

    boolean acceptsNil() {
        return type == Object.class;
    }

    /** What is wrong with a value that does not convert. */
    String problem(Object value, boolean isMissing) {
        if (expected.equals("integer") && value instanceof Number) {
            return value instanceof Long ? "number out of range" : "number has no integer representation";
        }
        String wanted = expected.equals("integer") ? "number" : expected;
        return wanted + " expected, got " + (isMissing ? "no value" : LuaTypes.nameOf(value));
    }

    private static String toText(Object value) {
        return value instanceof String || value instanceof LuaString ? value.toString() : null;
    }

    private static LuaString toLuaString(Object value) {
        return value instanceof String text ? LuaString.of(text) : value instanceof LuaString string ? string : null;
    }

    private static byte[] toBytes(Object value) {
        LuaString string = toLuaString(value);
        return string == null ? null : string.toByteArray();
    }

    private static Long toLong(Object value) {
        if (value instanceof Double number) {
            boolean exact = number == Math.rint(number) && number >= -TWO_TO_63 && number < TWO_TO_63;
            return exact ? (Long) number.longValue() : null;
        }
        return value instanceof Long number ? number : null;
    }

    private static Object inRange(Object value, long least, long greatest, Function<Long, Object> narrow) {
        Long number = toLong(value);
        return number == null || number < least || number > greatest ? null : narrow.apply(number);
    }
}
