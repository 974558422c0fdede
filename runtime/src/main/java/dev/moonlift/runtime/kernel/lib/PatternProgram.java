package dev.moonlift.runtime.kernel.lib;

/**
 * The form in which patterns (manual §6.4.1) are matched. A program is raw storage:
 *
 * <pre>
 *  | header | item | item | ... | ACCEPT | map | map | ... | the pattern's text |
 * </pre>
 *
 * An item is two ints, an operation and its operand, and stands for one item of the pattern; the next one follows it. A
 * map has a bit for each byte, set when it belongs to a set of the pattern. The text tells programs in the cache apart.
 *
 * <p>What is wrong in a pattern becomes an item {@link #MALFORMED}, since it is an error only when a match gets there.
 */
public final class PatternProgram {
    /** int: bytes of storage. */
    public static final int BYTES = 0;
    /** int: bytes of the text. */
    static final int TEXT_LENGTH = 4;
    /** int: address of the text. */
    static final int TEXT = 8;
    /** int: items that open a capture. */
    static final int CAPTURES = 12;
    /** int: 1 if every match begins with a byte that the next fields describe. */
    static final int HAS_FIRST = 16;
    /** ints: the test, {@link #CHAR} or {@link #SET}, and its operand. */
    static final int FIRST_TEST = 20;

    static final int FIRST_OPERAND = 24;
    /** int: 1 if it has so many items that a match may need more choices than there are. */
    static final int IS_DEEP = 28;

    /** int: 1 if a match, or asking for its captures, may be an error. */
    static final int MAY_FAIL = 32;

    static final int ITEMS = 40;

    /**
     * int, at an item: what it does; and above that, a byte each, how many items of captures are before it, and, of a
     * repetition, what it costs to give a byte back.
     */
    static final int OPERATION = 0;

    static final int CODE_MASK = 0xFF;
    static final int CAPTURES_SHIFT = 8;
    static final int CAPTURES_MASK = 0xFF;
    static final int RETREAT_SHIFT = 16;

    static final int OPERAND = 4;
    static final int ITEM_BYTES = 8;

    /** A repetition may have to give bytes back, and what then comes has to be tried. */
    static final int RETRY = 0;
    /** What follows a repetition matches whatever comes: it gives nothing back. */
    static final int FINAL = 255;
    /**
     * What follows a repetition does not match where one of its bytes comes next. So it gives nothing back either; but
     * to find that out took this many steps for each byte, at most.
     */
    static final int MAX_RETREAT = 16;

    /** The pattern has been matched. */
    static final int ACCEPT = 0;

    // --- Items for single bytes: a test plus a quantifier ---
    static final int TEST_MASK = 3;
    /** Operand: the byte. */
    static final int CHAR = 0;

    static final int ANY = 1;
    /** Operand: address of a map. */
    static final int SET = 2;

    static final int QUANTIFIER_MASK = CODE_MASK & ~TEST_MASK;
    static final int ONE = 4;
    /** {@code *} */
    static final int STAR = 8;
    /** {@code +} */
    static final int PLUS = 12;
    /** {@code ?} */
    static final int OPTIONAL = 16;
    /** {@code -} */
    static final int LAZY = 20;

    // --- All other items ---
    /** {@code (}. Operand: where the capture is in {@link StringScratch}, as of the next two. */
    static final int OPEN = 24;
    /** {@code ()} */
    static final int POSITION = 25;
    /** {@code )} */
    static final int CLOSE = 26;
    /** {@code $} at the end. */
    static final int SUBJECT_END = 27;
    /** {@code %bxy}. Operand: x + 256 y. */
    static final int BALANCE = 28;
    /** {@code %f[set]}. Operand: address of the set's map. */
    static final int FRONTIER = 29;
    /** {@code %1}. Operand: number of the capture from 0. */
    static final int BACK_REFERENCE = 30;
    /** The same where there is no such capture, or it is not closed. Operand: its number, -1 for {@code %0}. */
    static final int INVALID_REFERENCE = 31;
    /** Operand: number of the message in {@link dev.moonlift.runtime.kernel.Name}. */
    static final int MALFORMED = 32;

    private PatternProgram() {}
}
