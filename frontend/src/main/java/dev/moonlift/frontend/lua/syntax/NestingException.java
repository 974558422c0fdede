package dev.moonlift.frontend.lua.syntax;

/** A text nests deeper than the parser was allowed to follow. */
public final class NestingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NestingException() {
        super("nesting too deep", null, false, false);
    }
}
