package dev.moonlift.wasm.module;

/**
 * Bytes for the memory.
 *
 * @param offset where instantiation writes them, an i32; null if it does not, but {@code memory.init} may: then the
 *     segment is passive
 */
public record DataSegment(Constant offset, Bytes bytes) {

    public boolean isPassive() {
        return offset == null;
    }
}
