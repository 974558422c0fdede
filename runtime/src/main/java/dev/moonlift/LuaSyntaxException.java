package dev.moonlift;

/** A text is not a Lua program; the message names chunk, line and token as {@code lua5.4} does. */
public final class LuaSyntaxException extends LuaException {
    private static final long serialVersionUID = 1L;

    LuaSyntaxException(String message, Throwable cause) {
        super(message, message, "", cause);
    }
}
