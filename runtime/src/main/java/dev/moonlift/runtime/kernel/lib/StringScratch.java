package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.heap.Heap;
import dev.moonlift.runtime.memory.Memory;

/**
 * The scratch memory of the string library: what its parts would otherwise keep in fields. It is allocated at boot, its
 * address lies in {@link State#STRING_SCRATCH}, and all offsets here count from there.
 *
 * <pre>
 *  0        96         352                    2752             3456              3520
 *  | fields | captures | choices of a matcher | maps of classes | cached programs | places in the cache |
 * </pre>
 *
 * But for the maps and the cache nothing in it is needed beyond one step of a builtin.
 */
public final class StringScratch {
    // --- the match in progress, see PatternMatcher ---
    /** int: first byte of the subject. */
    static final int SUBJECT = 0;
    /** int: end of the subject. */
    static final int SUBJECT_END = 4;
    /** int: the pattern's program. */
    static final int PROGRAM = 8;
    /** ints: what the last match spans. */
    static final int MATCH_START = 12;

    static final int MATCH_END = 16;
    /** int: steps until the next unit of fuel. */
    static final int STEPS_LEFT = 32;

    // --- PatternCompiler ---
    /** int: where the next set of the program goes. */
    static final int NEXT_SET = 36;
    /** int: captures that the pattern has opened up to where it is being compiled. */
    static final int OPENED = 20;

    // --- the format of pack and unpack, see PackFormat ---
    /** int: address of the next option. */
    static final int PACK_POSITION = 40;
    /** int: where the format ends. */
    static final int PACK_END = 44;
    /** int: 1 for little-endian, 0 for big-endian. */
    static final int PACK_LITTLE = 48;

    static final int PACK_MAX_ALIGN = 52;
    /** int: bytes of the last option. */
    static final int PACK_SIZE = 56;
    /** int: bytes of alignment before the last option. */
    static final int PACK_PADDING = 60;

    // --- the specification of a conversion, see FormatSpec ---
    /** ints: address of its percent sign, and of the letter. */
    static final int SPEC_START = 64;

    static final int SPEC_LETTER = 68;
    /** int: address behind it. */
    static final int SPEC_END = 88;
    /** int: flag bits. */
    static final int SPEC_FLAGS = 72;

    static final int SPEC_WIDTH = 76;
    /** int: -1 if it has none. */
    static final int SPEC_PRECISION = 80;

    /** Captures: two ints each, start and length. */
    static final int CAPTURES = 96;

    static final int CAPTURE_LENGTH = 4;
    static final int CAPTURE_BYTES = 8;
    static final int MAX_CAPTURES = 32;
    /** Length of a capture that has none yet. */
    static final int UNFINISHED = -1;

    /** Choices: three ints each, see PatternMatcher. */
    static final int CHOICES = CAPTURES + CAPTURE_BYTES * MAX_CAPTURES;

    static final int CHOICE_BYTES = 12;
    static final int MAX_CHOICES = 199;

    /** Maps of the classes: a bit for each byte, for the 11 letters in lower case and in upper case. */
    static final int CLASS_MAPS = CHOICES + CHOICE_BYTES * (MAX_CHOICES + 1);

    static final int MAP_BYTES = 32;
    static final int CLASS_COUNT = 22;

    /** ints: addresses of programs, 0 where there is none. */
    public static final int CACHE = CLASS_MAPS + MAP_BYTES * CLASS_COUNT;

    public static final int CACHE_SIZE = 16;

    /** ints: where in the cache the program of a text was last, by the address of the text; 0 if not known. */
    static final int PLACES = CACHE + 4 * CACHE_SIZE;

    public static final int BYTES = PLACES + 4 * CACHE_SIZE;

    private final Memory mem;
    private final Heap heap;
    private final ClassMaps maps;

    public StringScratch(Memory mem, Heap heap, ClassMaps maps) {
        this.mem = mem;
        this.heap = heap;
        this.maps = maps;
    }

    static int capture(int number) {
        return CAPTURES + CAPTURE_BYTES * number;
    }

    /** Allocates it, zeros but for the maps of the classes. */
    public void boot() {
        int scratch = heap.allocate(BYTES);
        mem.fill(scratch, 0, BYTES);
        mem.putInt(State.STRING_SCRATCH, scratch);
        maps.boot();
    }
}
