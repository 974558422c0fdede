package dev.moonlift.wasm.module;

/** The immediate of {@code block}, {@code loop} and {@code if} (WebAssembly 2.0, §5.4.1). */
public final class BlockType {
    /** Takes and gives nothing. */
    public static final long EMPTY = -64;

    private BlockType() {}

    /** Takes nothing, gives one value. */
    public static long of(ValueType result) {
        return result.code() - 0x80;
    }

    /** Takes and gives what the function type with this index says. */
    public static long ofTypeIndex(int index) {
        return index;
    }
}
