package dev.moonlift;

import java.io.IOException;

/** A file is not a bundle, or a damaged one, or one of a format that this version does not know. */
public final class InvalidBundleException extends IOException {
    private static final long serialVersionUID = 1L;

    InvalidBundleException(String message, Throwable cause) {
        super(message, cause);
    }
}
