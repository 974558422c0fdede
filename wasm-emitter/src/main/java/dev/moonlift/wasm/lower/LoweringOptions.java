package dev.moonlift.wasm.lower;

/**
 * What the engine that will run the code asks for.
 *
 * @param wideUnsignedComparisons compare unsigned i32 as i64: HotSpot's C2 up to Java 17 can miscompile
 *     {@code i32.lt_u} in the form into which Chicory translates it (JDK-8376400)
 * @param shortFunctions have graphs share what is rarely executed, and branches out of loops stand where they are
 *     decided, though that costs some speed: HotSpot compiles no method that is longer than 8,000 bytes
 */
public record LoweringOptions(boolean wideUnsignedComparisons, boolean shortFunctions) {
    public static final LoweringOptions WASMTIME = new LoweringOptions(false, false);
    public static final LoweringOptions CHICORY = new LoweringOptions(true, true);
}
