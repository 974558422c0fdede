package dev.moonlift;

import java.util.Collections;
import java.util.List;

/**
 * The arguments of a call to a host function. Positions count from 1, as in Lua's messages. Methods that expect a type
 * raise the error that Lua's own library raises, {@code bad argument #1 to 'name' (string expected, got nil)}, when the
 * argument is missing or has another one.
 */
public final class Arguments {
    private final List<Object> values;

    Arguments(List<Object> values) {
        this.values = values;
    }

    /** Number of arguments, trailing nils included. */
    public int count() {
        return values.size();
    }

    /** An argument; null if it is nil or missing. */
    public Object get(int position) {
        return position <= values.size() ? values.get(position - 1) : null;
    }

    /**
     * An argument as an object of a type: String, LuaString, byte[], Boolean, Number or one of its subclasses in
     * java.lang, LuaTable, LuaFunction, LuaObject, or Object for any value.
     *
     * @throws IllegalArgumentException if no Lua value converts to the type
     */
    public <T> T get(int position, Class<T> type) {
        Conversion<T> conversion = Conversion.to(type);
        Object value = get(position);
        T converted = conversion.apply(value);
        if (converted == null && !conversion.acceptsNil()) {
            throw new BadArgument(position, conversion.problem(value, position > values.size()));
        }
        return converted;
    }

    /** As {@link #get(int, Class)}, but {@code ifAbsent} for an argument that is nil or missing. */
    public <T> T get(int position, Class<T> type, T ifAbsent) {
        return get(position) == null ? ifAbsent : get(position, type);
    }

    /** All arguments, nil as null; unmodifiable. */
    public List<Object> asList() {
        return Collections.unmodifiableList(values);
    }

    /** An argument is not what the function expects. */
    static final class BadArgument extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int position;

        BadArgument(int position, String problem) {
            super(problem, null, false, false);
            this.position = position;
        }

        int position() {
            return position;
        }
    }
}
