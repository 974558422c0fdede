package dev.moonlift.wasm.translate;

/** Something that restricted Java does not have was met: class, method, line and construct are in the message. */
public final class UntranslatableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UntranslatableException(MethodRef method, int line, String construct) {
        super(method + (line == 0 ? "" : ", line " + line) + ": " + construct);
    }
}
