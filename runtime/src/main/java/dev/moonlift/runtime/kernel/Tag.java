package dev.moonlift.runtime.kernel;

/**
 * The type tags of values, one byte each, and the kinds of heap objects, which continue the same numbers.
 *
 * <p>The order carries meaning: zeroed memory is nil; tags up to {@link #FALSE} are false in a test; {@link #INTEGER}
 * and {@link #FLOAT} differ in the lowest bit only, and so do the two strings; tags from {@link #FIRST_COLLECTABLE} on
 * have the address of a heap object as payload.
 */
public final class Tag {
    public static final int NIL = 0;
    public static final int FALSE = 1;
    public static final int TRUE = 2;
    /** Payload: an opaque 64-bit number of the host. */
    public static final int LIGHT_USERDATA = 3;
    /** Payload: 64-bit two's complement. */
    public static final int INTEGER = 4;
    /** Payload: IEEE 754 binary64. */
    public static final int FLOAT = 5;
    /** A library function without upvalues. Payload: its number in {@link dev.moonlift.runtime.kernel.lib.Builtin}. */
    public static final int BUILTIN = 6;
    /** A function of the host. Payload: its number in the host's table. */
    public static final int HOST_FUNCTION = 7;

    public static final int FIRST_COLLECTABLE = 8;

    /** At most {@link Layout.Str#MAX_SHORT} bytes; interned, so equal strings have equal addresses. */
    public static final int SHORT_STRING = 8;
    /** More bytes; not interned. */
    public static final int LONG_STRING = 9;

    public static final int TABLE = 10;
    /** A Lua function: prototype and upvalues. */
    public static final int CLOSURE = 11;
    /** A library function with upvalues of its own. */
    public static final int BUILTIN_CLOSURE = 12;

    public static final int USERDATA = 13;
    public static final int COROUTINE = 14;

    /** Kinds of objects that are no values. */
    public static final int UPVALUE = 15;

    public static final int PROTOTYPE = 16;

    /** In hash nodes only: a key whose value is nil and whose object may be gone; the payload still compares. */
    public static final int DEAD_KEY = 17;

    /**
     * Added to the tag of a value in an entry of a weak table whose fate is open, see the heap package: read as a byte,
     * the tag is negative then. Whoever reads an entry takes a tag up to NIL for no value and lets {@code Tables} tell.
     */
    public static final int IN_DOUBT = -0x80;

    private Tag() {}
}
