package dev.moonlift;

/**
 * A Lua error that the guest did not catch. Thrown by a host function, it becomes a Lua error with {@link #value} in
 * the guest.
 */
public sealed class LuaException extends GuestException permits LuaSyntaxException {
    private static final long serialVersionUID = 1L;

    private final transient Object value;

    /**
     * An error for a host function to throw.
     *
     * @param value the error value that the guest is to see: mostly a String, but anything that converts to a Lua value
     */
    public LuaException(Object value) {
        this(value, messageOf(value), "", null);
    }

    LuaException(Object value, String message, String traceback, Throwable cause) {
        super(message, traceback, cause);
        this.value = value;
    }

    /** What to say of an error value: the text of a string or a number, else its type. */
    static String messageOf(Object value) {
        return value instanceof String || value instanceof LuaString || value instanceof Number
                ? value.toString()
                : "(error object is a " + LuaTypes.nameOf(value) + " value)";
    }

    /** The error value, converted to Java. */
    public final Object value() {
        return value;
    }
}
