package dev.moonlift.runtime.jit;

import java.io.IOException;

/** Bytes are not what they should be. The message says of a file why, as in "it is damaged". */
public final class CodeFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    /** An exception with a message. */
    public CodeFormatException(String message) {
        super(message);
    }

    CodeFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
