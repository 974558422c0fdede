package dev.moonlift.frontend.lua;

import dev.moonlift.frontend.bytecode.ByteString;

/** A text is not a Lua program; the message says where and why, in the words of the reference implementation. */
public final class LuaSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ByteString text;

    /** An error with this message, which is complete: it holds chunk name, line and token as far as they apply. */
    public LuaSyntaxException(ByteString text) {
        super(text.toString(), null, false, false);
        this.text = text;
    }

    /** The message, byte for byte. */
    public ByteString text() {
        return text;
    }
}
