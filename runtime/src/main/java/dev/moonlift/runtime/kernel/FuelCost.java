package dev.moonlift.runtime.kernel;

/**
 * What things cost in fuel. A call costs one unit and so does a loop's back-edge; the rest is library work.
 *
 * <p>The same, interpreted or compiled, but for collections: they go by bytes in use, and slots of registers that are
 * dead may keep an object in use longer in one of both. What was paid for collections that the guest asked for is
 * counted on its own, in {@link Layout.State#COLLECTION_FUEL}.
 */
public final class FuelCost {
    public static final int CALL = 1;
    public static final int BACK_EDGE = 1;
    /** Bytes copied, compared or scanned for one unit. */
    public static final int BYTES_PER_UNIT = 64;
    /** Table elements copied, cleared or compared for one unit. */
    public static final int ELEMENTS_PER_UNIT = 8;
    /** Steps of pattern matching for one unit. */
    public static final int PATTERN_STEPS_PER_UNIT = 16;
    /** Bytes in use, for one unit of a collection that the guest asked for or because memory ran out. */
    public static final int COLLECTED_BYTES_PER_UNIT = 32;

    private FuelCost() {}
}
