package dev.moonlift.wasm.module;

/** Bytes are not a module in the binary format, or use something that Moonlift does not emit. */
public final class MalformedModuleException extends RuntimeException {
    private final int offset;

    MalformedModuleException(int offset, String message) {
        super("at offset " + offset + ": " + message);
        this.offset = offset;
    }

    /** Where in the bytes it was noticed. */
    public int offset() {
        return offset;
    }
}
