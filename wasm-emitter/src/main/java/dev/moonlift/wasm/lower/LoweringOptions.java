package dev.moonlift.wasm.lower;

/**
 * What the engine that will run the code asks for.
 *
 * @param wideUnsignedComparisons compare unsigned i32 as i64: HotSpot's C2 up to Java 17 can miscompile
 *     {@code i32.lt_u} in the form into which Chicory translates it (JDK-8376400)
 */
public record LoweringOptions(boolean wideUnsignedComparisons) {
    public static final LoweringOptions WASMTIME = new LoweringOptions(false);
    public static final LoweringOptions CHICORY = new LoweringOptions(true);
}
