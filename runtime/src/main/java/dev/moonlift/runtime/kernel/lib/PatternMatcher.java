package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.FuelCost;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.kernel.interp.Fuel;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;

/**
 * Pattern matching (manual §6.4.1) by backtracking. {@link #open} names subject and pattern, {@link #search} and
 * {@link #matchAt} find a match, {@link #capture} yields what it captured. Its state lies in {@link StringScratch} and
 * is good for one step of a builtin.
 *
 * <p>A match runs through the items of a {@link PatternProgram}. Where there is another way to go on, or something to
 * undo on the way back, it pushes a choice of three ints:
 *
 * <pre>
 *  | item to go on at, plus kind of choice | subject position | the kind's own |
 * </pre>
 *
 * An item pushes at most one choice, which stays until all that follows has failed. So their number is bounded by the
 * pattern, whatever the subject, and {@value StringScratch#MAX_CHOICES} of them are all there may be: then the pattern
 * is "too complex", at the same length as for the reference implementation.
 */
public final class PatternMatcher {
    // Kinds of choices; items are multiples of eight, so that the kind fits into the low bits.
    private static final int KIND_MASK = 7;
    /** The longest run of a quantifier, to be made shorter; own: the least position. */
    private static final int GREEDY = 0;
    /** The shortest run, to be made longer; the item is the quantified one itself. */
    private static final int LAZY = 1;
    /** An optional byte was there; go on without it. */
    private static final int WITHOUT = 2;
    /** A capture was opened: forget it. */
    private static final int OPENED = 3;
    /** A capture was closed: open it again; own: its address. */
    private static final int CLOSED = 4;

    private static final int CHOICE_POSITION = 4;
    private static final int CHOICE_OWN = 8;

    private static final int CAPTURE_LENGTH = 4;
    /** Lengths of captures that have none. */
    private static final int UNFINISHED = -1;

    private static final int POSITION_ONLY = -2;

    private static final int UNIT = FuelCost.PATTERN_STEPS_PER_UNIT;

    private final Memory mem;
    private final Value values;
    private final Strings strings;
    private final TextBuffer text;
    private final Errors errors;
    private final Fuel fuel;
    private final ByteSearch bytes;
    private final PatternCompiler compiler;

    public PatternMatcher(
            Memory mem,
            Value values,
            Strings strings,
            TextBuffer text,
            Errors errors,
            Fuel fuel,
            ByteSearch bytes,
            PatternCompiler compiler) {
        this.mem = mem;
        this.values = values;
        this.strings = strings;
        this.text = text;
        this.errors = errors;
        this.fuel = fuel;
        this.bytes = bytes;
        this.compiler = compiler;
    }

    // --- for builtins ---

    /** Prepares for a subject, a string, and a pattern, whose text comes without its anchor. */
    void open(int subject, int pattern, int patternLength) {
        int scratch = mem.getInt(State.STRING_SCRATCH);
        int begin = strings.bytes(subject);
        mem.putInt(scratch + StringScratch.SUBJECT, begin);
        mem.putInt(scratch + StringScratch.SUBJECT_END, begin + strings.length(subject));
        mem.putInt(scratch + StringScratch.PROGRAM, compiler.program(pattern, patternLength));
        mem.putInt(scratch + StringScratch.STEPS_LEFT, UNIT);
    }

    /** First byte of the subject. */
    int subject() {
        return mem.getInt(mem.getInt(State.STRING_SCRATCH) + StringScratch.SUBJECT);
    }

    int subjectEnd() {
        return mem.getInt(mem.getInt(State.STRING_SCRATCH) + StringScratch.SUBJECT_END);
    }

    /** How many captures a match has, the whole match counting as one if the pattern has none. */
    int captureLimit() {
        int program = mem.getInt(mem.getInt(State.STRING_SCRATCH) + StringScratch.PROGRAM);
        int captures = mem.getInt(program + PatternProgram.CAPTURES);
        return Math.max(1, Math.min(captures, StringScratch.MAX_CAPTURES));
    }

    int matchStart() {
        return mem.getInt(mem.getInt(State.STRING_SCRATCH) + StringScratch.MATCH_START);
    }

    int matchEnd() {
        return mem.getInt(mem.getInt(State.STRING_SCRATCH) + StringScratch.MATCH_END);
    }

    /** Captures of the last match. */
    int level() {
        return mem.getInt(mem.getInt(State.STRING_SCRATCH) + StringScratch.LEVEL);
    }

    /** Whether there is a match that begins at an address. */
    boolean matchAt(int start) {
        int scratch = mem.getInt(State.STRING_SCRATCH);
        return found(scratch, start, run(scratch, start));
    }

    /** Whether there is a match that begins at an address or behind it, and does not end at {@code refusedEnd}. */
    boolean search(int from, int refusedEnd) {
        int scratch = mem.getInt(State.STRING_SCRATCH);
        int end = mem.getInt(scratch + StringScratch.SUBJECT_END);
        int start = candidate(scratch, from, end);
        while (start != 0) {
            int matchEnd = run(scratch, start);
            if (matchEnd != refusedEnd && found(scratch, start, matchEnd)) {
                return true;
            }
            start = candidate(scratch, start + 1, end);
        }
        return false;
    }

    private boolean found(int scratch, int start, int end) {
        mem.putInt(scratch + StringScratch.MATCH_START, start);
        mem.putInt(scratch + StringScratch.MATCH_END, end);
        return end != 0;
    }

    /** The first position from which a match may begin, 0 if there is none. */
    private int candidate(int scratch, int from, int end) {
        int program = mem.getInt(scratch + StringScratch.PROGRAM);
        if (mem.getInt(program + PatternProgram.HAS_FIRST) == 0) {
            pay(scratch, 1);
            return from <= end ? from : 0;
        }
        int test = mem.getInt(program + PatternProgram.FIRST_TEST);
        int operand = mem.getInt(program + PatternProgram.FIRST_OPERAND);
        int at = test == PatternProgram.CHAR
                ? nextByte(scratch, from, end, operand)
                : nextOf(scratch, from, end, operand);
        return at < end ? at : 0;
    }

    private int nextByte(int scratch, int from, int end, int c) {
        int at = from;
        while (at < end) {
            int stop = at + Math.min(end - at, ByteSearch.CHUNK);
            int hit = bytes.indexOf(at, stop, c);
            pay(scratch, 1 + (hit - at >> 2));
            if (hit < stop) {
                return hit;
            }
            at = stop;
        }
        return at;
    }

    private int nextOf(int scratch, int from, int end, int map) {
        int at = from;
        while (at < end) {
            int stop = at + Math.min(end - at, ByteSearch.CHUNK);
            int hit = at;
            while (hit < stop && !inMap(map, mem.getUnsignedByte(hit))) {
                hit++;
            }
            pay(scratch, 1 + hit - at);
            if (hit < stop) {
                return hit;
            }
            at = stop;
        }
        return at;
    }

    // --- captures ---

    /**
     * Stores a capture of the last match, counted from 0: a string, or a position as an integer. Capture 0 of a pattern
     * without captures is the whole match.
     */
    void capture(int index, int slot) {
        int length = captureLength(index);
        int start = captureStart(index);
        if (length == POSITION_ONLY) {
            values.setInteger(slot, start - subject() + 1);
        } else {
            fuel.chargeBytes(length);
            values.setObject(slot, strings.create(start, length));
        }
    }

    /** Appends a capture's text, or its position in decimal. */
    void appendCapture(int index) {
        int length = captureLength(index);
        int start = captureStart(index);
        if (length == POSITION_ONLY) {
            text.appendInteger(start - subject() + 1);
        } else {
            fuel.chargeBytes(length);
            text.appendBytes(start, length);
        }
    }

    private int captureStart(int index) {
        return index >= level() ? matchStart() : mem.getInt(captureAt(index));
    }

    /** A length, or POSITION_ONLY; an error if there is no such capture, or it is not finished. */
    private int captureLength(int index) {
        if (index >= level()) {
            return index == 0 ? matchEnd() - matchStart() : invalidCapture(index);
        }
        int length = mem.getInt(captureAt(index) + CAPTURE_LENGTH);
        return length == UNFINISHED ? errors.raise(Name.UNFINISHED_CAPTURE, 0, 0, 0) : length;
    }

    private int invalidCapture(int index) {
        int begin = text.length();
        text.appendInteger(index + 1);
        return errors.raise(Name.INVALID_CAPTURE_INDEX, text.take(begin), 0, 0);
    }

    private int captureAt(int index) {
        return captureAt(mem.getInt(State.STRING_SCRATCH), index);
    }

    private static int captureAt(int scratch, int index) {
        return scratch + StringScratch.CAPTURES + StringScratch.CAPTURE_BYTES * index;
    }

    // --- running a program ---

    /** The end of the match that begins at {@code start}, 0 if there is none. */
    private int run(int scratch, int start) {
        int end = mem.getInt(scratch + StringScratch.SUBJECT_END);
        int item = mem.getInt(scratch + StringScratch.PROGRAM) + PatternProgram.ITEMS;
        mem.putInt(scratch + StringScratch.LEVEL, 0);
        resume(scratch, scratch + StringScratch.CHOICES, item, start);
        int at = start;
        int steps = 0;
        int operation = mem.getInt(item);
        while (at != 0 && operation != PatternProgram.ACCEPT) {
            if (++steps == UNIT) {
                pay(scratch, steps);
                steps = 0;
            }
            at = step(scratch, operation, item, at, end);
            item += PatternProgram.ITEM_BYTES;
            if (at == 0) {
                at = backtrack(scratch, end);
                item = mem.getInt(scratch + StringScratch.RESUME);
            }
            operation = mem.getInt(item);
        }
        pay(scratch, steps);
        return at;
    }

    /** Matches one item; the position behind it, 0 if it does not match. */
    private int step(int scratch, int operation, int item, int at, int end) {
        if (operation >= PatternProgram.OPEN) {
            return special(scratch, operation, mem.getInt(item + PatternProgram.OPERAND), item, at, end);
        }
        int test = operation & PatternProgram.TEST_MASK;
        int operand = mem.getInt(item + PatternProgram.OPERAND);
        boolean fits = at < end && fits(test, operand, mem.getUnsignedByte(at));
        switch (operation & PatternProgram.QUANTIFIER_MASK) {
            case PatternProgram.ONE:
                return fits ? at + 1 : 0;
            case PatternProgram.STAR:
                return fits ? longest(scratch, operation, item, at, at, end) : at;
            case PatternProgram.PLUS:
                return fits ? longest(scratch, operation, item, at, at + 1, end) : 0;
            case PatternProgram.OPTIONAL:
                return fits ? push(scratch, item + PatternProgram.ITEM_BYTES + WITHOUT, at, 0, at + 1) : at;
            default:
                return fits ? push(scratch, item + LAZY, at, 0, at) : at;
        }
    }

    private boolean fits(int test, int operand, int c) {
        return test == PatternProgram.CHAR ? c == operand : test == PatternProgram.ANY || inMap(operand, c);
    }

    private boolean inMap(int map, int c) {
        return (mem.getByte(map + (c >> 3)) >> (c & 7) & 1) != 0;
    }

    private int special(int scratch, int operation, int operand, int item, int at, int end) {
        switch (operation) {
            case PatternProgram.OPEN:
                return openCapture(scratch, item, at, UNFINISHED);
            case PatternProgram.POSITION:
                return openCapture(scratch, item, at, POSITION_ONLY);
            case PatternProgram.CLOSE:
                return closeCapture(scratch, item, at);
            case PatternProgram.SUBJECT_END:
                return at == end ? at : 0;
            case PatternProgram.BALANCE:
                return balanced(scratch, operand & 0xFF, operand >> 8, at, end);
            case PatternProgram.FRONTIER:
                return isFrontier(scratch, operand, at, end) ? at : 0;
            case PatternProgram.BACK_REFERENCE:
                return again(scratch, operand, at, end);
            default:
                return errors.raise(operand, 0, 0, 0);
        }
    }

    private int openCapture(int scratch, int item, int at, int length) {
        int level = mem.getInt(scratch + StringScratch.LEVEL);
        if (level >= StringScratch.MAX_CAPTURES) {
            return errors.raise(Name.TOO_MANY_CAPTURES, 0, 0, 0);
        }
        int capture = captureAt(scratch, level);
        mem.putInt(capture, at);
        mem.putInt(capture + CAPTURE_LENGTH, length);
        mem.putInt(scratch + StringScratch.LEVEL, level + 1);
        return push(scratch, item + OPENED, at, 0, at);
    }

    private int closeCapture(int scratch, int item, int at) {
        int capture = captureAt(scratch, mem.getInt(scratch + StringScratch.LEVEL) - 1);
        while (capture >= scratch + StringScratch.CAPTURES && mem.getInt(capture + CAPTURE_LENGTH) != UNFINISHED) {
            capture -= StringScratch.CAPTURE_BYTES;
        }
        if (capture < scratch + StringScratch.CAPTURES) {
            return errors.raise(Name.INVALID_PATTERN_CAPTURE, 0, 0, 0);
        }
        mem.putInt(capture + CAPTURE_LENGTH, at - mem.getInt(capture));
        return push(scratch, item + CLOSED, at, capture, at);
    }

    /**
     * The position behind a balanced text; opening and closing byte may be the same, and then the second one closes.
     */
    private int balanced(int scratch, int open, int close, int start, int end) {
        if (start >= end || mem.getUnsignedByte(start) != open) {
            return 0;
        }
        int depth = 1;
        int at = start + 1;
        while (at < end && depth > 0) {
            int c = mem.getUnsignedByte(at);
            depth += c == close ? -1 : c == open ? 1 : 0;
            at++;
            if ((at - start) % ByteSearch.CHUNK == 0) {
                pay(scratch, ByteSearch.CHUNK);
            }
        }
        pay(scratch, (at - start) % ByteSearch.CHUNK);
        return depth == 0 ? at : 0;
    }

    /** Whether the set begins here: before the subject, and behind it, there is a byte 0. */
    private boolean isFrontier(int scratch, int map, int at, int end) {
        int before = at == mem.getInt(scratch + StringScratch.SUBJECT) ? 0 : mem.getUnsignedByte(at - 1);
        int here = at == end ? 0 : mem.getUnsignedByte(at);
        return !inMap(map, before) && inMap(map, here);
    }

    /** The position behind what a capture has caught, if that stands here again. */
    private int again(int scratch, int index, int at, int end) {
        boolean valid = index >= 0 && index < mem.getInt(scratch + StringScratch.LEVEL);
        int capture = captureAt(scratch, index);
        if (!valid || mem.getInt(capture + CAPTURE_LENGTH) == UNFINISHED) {
            return invalidCapture(index);
        }
        int length = mem.getInt(capture + CAPTURE_LENGTH);
        boolean matches = length >= 0 && end - at >= length && bytes.equal(mem.getInt(capture), at, length);
        return matches ? at + length : 0;
    }

    // --- repetitions ---

    /** Takes all bytes that fit from a position on, of which the first one does; {@code least} is how few will do. */
    private int longest(int scratch, int operation, int item, int at, int least, int end) {
        int test = operation & PatternProgram.TEST_MASK;
        int operand = mem.getInt(item + PatternProgram.OPERAND);
        int last = test == PatternProgram.ANY ? end : runEnd(scratch, test, operand, at + 1, end);
        return push(scratch, item + PatternProgram.ITEM_BYTES + GREEDY, last, least, last);
    }

    private int runEnd(int scratch, int test, int operand, int from, int end) {
        int at = from;
        while (at < end) {
            int stop = at + Math.min(end - at, ByteSearch.CHUNK);
            int reached = test == PatternProgram.CHAR ? endOfByte(operand, at, stop) : endOfSet(operand, at, stop);
            pay(scratch, reached - at);
            at = reached;
            if (at < stop) {
                return at;
            }
        }
        return at;
    }

    private int endOfByte(int c, int from, int end) {
        int at = from;
        while (at < end && mem.getUnsignedByte(at) == c) {
            at++;
        }
        return at;
    }

    private int endOfSet(int map, int from, int end) {
        int at = from;
        while (at < end && inMap(map, mem.getUnsignedByte(at))) {
            at++;
        }
        return at;
    }

    // --- choices ---

    /** Pushes a choice and answers {@code next}. */
    private int push(int scratch, int itemAndKind, int at, int own, int next) {
        int choice = mem.getInt(scratch + StringScratch.CHOICE_TOP);
        if (choice == scratch + StringScratch.CHOICES + StringScratch.CHOICE_BYTES * StringScratch.MAX_CHOICES) {
            return errors.raise(Name.PATTERN_TOO_COMPLEX, 0, 0, 0);
        }
        mem.putInt(choice, itemAndKind);
        mem.putInt(choice + CHOICE_POSITION, at);
        mem.putInt(choice + CHOICE_OWN, own);
        mem.putInt(scratch + StringScratch.CHOICE_TOP, choice + StringScratch.CHOICE_BYTES);
        return next;
    }

    /** Takes the next choice, newest first: the position, 0 when there is none left. RESUME says at which item. */
    private int backtrack(int scratch, int end) {
        int choice = mem.getInt(scratch + StringScratch.CHOICE_TOP) - StringScratch.CHOICE_BYTES;
        while (choice >= scratch + StringScratch.CHOICES) {
            int at = retry(scratch, choice, end);
            if (at != 0) {
                return at;
            }
            choice -= StringScratch.CHOICE_BYTES;
        }
        return 0;
    }

    private int retry(int scratch, int choice, int end) {
        int item = mem.getInt(choice) & ~KIND_MASK;
        switch (mem.getInt(choice) & KIND_MASK) {
            case GREEDY:
                return shorter(scratch, choice, item);
            case LAZY:
                return longer(scratch, choice, item, end);
            case WITHOUT:
                return resume(scratch, choice, item, mem.getInt(choice + CHOICE_POSITION));
            case OPENED:
                mem.putInt(scratch + StringScratch.LEVEL, mem.getInt(scratch + StringScratch.LEVEL) - 1);
                return 0;
            default:
                mem.putInt(mem.getInt(choice + CHOICE_OWN) + CAPTURE_LENGTH, UNFINISHED);
                return 0;
        }
    }

    /** Goes on at an item; {@code top} is the first choice that is free. */
    private int resume(int scratch, int top, int item, int at) {
        mem.putInt(scratch + StringScratch.CHOICE_TOP, top);
        mem.putInt(scratch + StringScratch.RESUME, item);
        return at;
    }

    /** One byte less, or as many less as it takes to stand before the byte that the next item wants. */
    private int shorter(int scratch, int choice, int item) {
        int at = mem.getInt(choice + CHOICE_POSITION) - 1;
        int least = mem.getInt(choice + CHOICE_OWN);
        if (mem.getInt(item) == PatternProgram.ONE + PatternProgram.CHAR) {
            at = lastByte(scratch, mem.getInt(item + PatternProgram.OPERAND), at, least);
        }
        if (at < least) {
            return 0;
        }
        mem.putInt(choice + CHOICE_POSITION, at);
        return resume(scratch, choice + StringScratch.CHOICE_BYTES, item, at);
    }

    private int lastByte(int scratch, int c, int from, int least) {
        int at = from;
        while (at >= least && mem.getUnsignedByte(at) != c) {
            at--;
            if ((from - at) % ByteSearch.CHUNK == 0) {
                pay(scratch, ByteSearch.CHUNK);
            }
        }
        pay(scratch, (from - at) % ByteSearch.CHUNK);
        return at;
    }

    /** One byte more, or as many more as it takes to stand before the byte that the next item wants. */
    private int longer(int scratch, int choice, int item, int end) {
        int next = item + PatternProgram.ITEM_BYTES;
        boolean wanted = mem.getInt(next) == PatternProgram.ONE + PatternProgram.CHAR;
        int at = mem.getInt(choice + CHOICE_POSITION);
        int reached = extend(scratch, item, at, end, wanted ? mem.getInt(next + PatternProgram.OPERAND) : -1);
        if (reached == 0) {
            return 0;
        }
        mem.putInt(choice + CHOICE_POSITION, reached);
        return resume(scratch, choice + StringScratch.CHOICE_BYTES, next, reached);
    }

    /** Takes at least one byte that fits the item, and more until {@code wanted} comes next, if that is not -1. */
    private int extend(int scratch, int item, int from, int end, int wanted) {
        int test = mem.getInt(item) & PatternProgram.TEST_MASK;
        int operand = mem.getInt(item + PatternProgram.OPERAND);
        int at = from;
        while (at < end && fits(test, operand, mem.getUnsignedByte(at))) {
            at++;
            if (wanted < 0 || at < end && mem.getUnsignedByte(at) == wanted) {
                pay(scratch, (at - from) % ByteSearch.CHUNK);
                return at;
            }
            if ((at - from) % ByteSearch.CHUNK == 0) {
                pay(scratch, ByteSearch.CHUNK);
            }
        }
        pay(scratch, (at - from) % ByteSearch.CHUNK);
        return 0;
    }

    // --- fuel ---

    /** Counts steps and charges for whole units. */
    private void pay(int scratch, int steps) {
        int left = mem.getInt(scratch + StringScratch.STEPS_LEFT) - steps;
        if (left <= 0) {
            int units = 1 + -left / UNIT;
            fuel.charge(units);
            left += units * UNIT;
        }
        mem.putInt(scratch + StringScratch.STEPS_LEFT, left);
    }
}
