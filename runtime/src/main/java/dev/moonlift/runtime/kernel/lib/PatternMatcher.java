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
import dev.moonlift.wasm.restricted.Inline;

/**
 * Pattern matching (manual §6.4.1) by backtracking. {@link #open} names subject and pattern, {@link #search} and
 * {@link #matchAt} find a match, {@link #capture} yields what it captured. Its state lies in {@link StringScratch} and
 * is good for one step of a builtin.
 *
 * <p>A match runs through the items of a {@link PatternProgram}. Where there is another way to go on, it pushes a
 * choice of three ints:
 *
 * <pre>
 *  | repetition plus kind of choice | subject position | the kind's own |
 * </pre>
 *
 * A repetition pushes at most one choice, which stays until all that follows has failed. So their number is bounded by
 * the pattern, whatever the subject. The reference implementation nests for a choice, and for an item of a capture, and
 * {@value StringScratch#MAX_CHOICES} levels are all there may be: then the pattern is "too complex", here at the same
 * length. Captures need no choice: an item of a capture means the same one whichever way a match came there.
 */
public final class PatternMatcher {
    // Kinds of choices; items are multiples of eight, so that the kind fits into the low bits.
    private static final int KIND_MASK = 7;
    /** The longest run, to be made shorter; own: the least position. */
    private static final int GREEDY = 0;
    /** The shortest run, to be made longer. */
    private static final int LAZY = 1;
    /** An optional byte was there; go on without it. */
    private static final int WITHOUT = 2;
    /** A run that cannot be made shorter with success; own: the least position. */
    private static final int VAIN = 3;

    private static final int CHOICE_POSITION = 4;
    private static final int CHOICE_OWN = 8;

    /** Length of a capture that is a position. */
    private static final int POSITION_ONLY = -2;

    private static final int UNIT = FuelCost.PATTERN_STEPS_PER_UNIT;
    /** A match pays whenever it has made about so many steps. */
    private static final int PORTION = 64 * UNIT;
    /** Captures, so that with positions there are fewer results than cost fuel. */
    static final int FEW_CAPTURES = 5;
    /** Bytes of the strings that captures become. */
    static final int FEW_BYTES = 1000;
    /** Shorter runs, in bytes, are paid for when the match is over. */
    private static final int SHORT_RUN = ByteSearch.CHUNK;
    /** Longer runs, in bytes, are made shorter byte by byte, so that each is paid for in time. */
    private static final int LONGEST_VAIN = 1 << 16;

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
        start(subject, compiler.program(pattern, patternLength));
    }

    /** As {@link #open}, if that allocates nothing, and nothing is an error afterwards; false if not. */
    boolean openSimple(int subject, int pattern, int patternLength) {
        int program = compiler.cached(pattern, patternLength);
        if (program == 0 || mem.getInt(program + PatternProgram.MAY_FAIL) != 0) {
            return false;
        }
        start(subject, program);
        return true;
    }

    private void start(int subject, int program) {
        int scratch = mem.getInt(State.STRING_SCRATCH);
        int begin = strings.bytes(subject);
        mem.putInt(scratch + StringScratch.SUBJECT, begin);
        mem.putInt(scratch + StringScratch.SUBJECT_END, begin + strings.length(subject));
        mem.putInt(scratch + StringScratch.PROGRAM, program);
        mem.putInt(scratch + StringScratch.STEPS_LEFT, UNIT);
    }

    /**
     * Whether what the last match yields is so little, and a collection so far away, that a function without a frame
     * may store it.
     */
    boolean yieldsLittle() {
        long bytes = (LeafBuiltins.STRING_BYTES + (long) matchEnd() - matchStart()) * captureLimit();
        return level() <= FEW_CAPTURES && bytes <= FEW_BYTES && mem.getInt(State.DEBT) + bytes <= 0;
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
        return Math.max(1, mem.getInt(program + PatternProgram.CAPTURES));
    }

    int matchStart() {
        return mem.getInt(mem.getInt(State.STRING_SCRATCH) + StringScratch.MATCH_START);
    }

    int matchEnd() {
        return mem.getInt(mem.getInt(State.STRING_SCRATCH) + StringScratch.MATCH_END);
    }

    /** Captures of the last match. */
    int level() {
        int program = mem.getInt(mem.getInt(State.STRING_SCRATCH) + StringScratch.PROGRAM);
        return mem.getInt(program + PatternProgram.CAPTURES);
    }

    /** Whether there is a match that begins at an address. */
    boolean matchAt(int start) {
        int scratch = mem.getInt(State.STRING_SCRATCH);
        return found(scratch, start, run(scratch, start, 0));
    }

    /** Whether there is a match that begins at an address or behind it, and does not end at {@code refusedEnd}. */
    boolean search(int from, int refusedEnd) {
        int scratch = mem.getInt(State.STRING_SCRATCH);
        int program = mem.getInt(scratch + StringScratch.PROGRAM);
        if (mem.getInt(program + PatternProgram.HAS_FIRST) == 0) {
            return searchAll(scratch, from, refusedEnd);
        }
        return mem.getInt(program + PatternProgram.FIRST_TEST) == PatternProgram.CHAR
                ? searchByte(scratch, mem.getInt(program + PatternProgram.FIRST_OPERAND), from, refusedEnd)
                : searchSet(scratch, mem.getInt(program + PatternProgram.FIRST_OPERAND), from, refusedEnd);
    }

    private boolean searchAll(int scratch, int from, int refusedEnd) {
        int end = mem.getInt(scratch + StringScratch.SUBJECT_END);
        for (int start = from; start <= end; start++) {
            if (matches(scratch, start, 1, refusedEnd)) {
                return true;
            }
        }
        pay(scratch, 1);
        return false;
    }

    /** As {@link #search} for a match that begins with a byte. */
    private boolean searchByte(int scratch, int first, int from, int refusedEnd) {
        int end = mem.getInt(scratch + StringScratch.SUBJECT_END);
        int at = from;
        while (at < end) {
            int stop = at + Math.min(end - at, ByteSearch.CHUNK);
            int hit = bytes.indexOf(at, stop, first);
            int cost = 1 + (hit - at >> 2);
            at = hit;
            if (hit == stop) {
                pay(scratch, cost);
                continue;
            }
            if (matches(scratch, hit, cost, refusedEnd)) {
                return true;
            }
            at++;
        }
        return false;
    }

    /** The same for a byte out of a set. */
    private boolean searchSet(int scratch, int map, int from, int refusedEnd) {
        int end = mem.getInt(scratch + StringScratch.SUBJECT_END);
        int at = from;
        while (at < end) {
            int stop = at + Math.min(end - at, ByteSearch.CHUNK);
            int hit = endOfSet(map, false, at, stop);
            int cost = 1 + hit - at;
            at = hit;
            if (hit == stop) {
                pay(scratch, cost);
                continue;
            }
            if (matches(scratch, hit, cost, refusedEnd)) {
                return true;
            }
            at++;
        }
        return false;
    }

    /** Whether a match begins at a place and does not end where it is refused; then it is the last match. */
    private boolean matches(int scratch, int start, int cost, int refusedEnd) {
        int end = run(scratch, start, cost);
        return end != refusedEnd && found(scratch, start, end);
    }

    private boolean found(int scratch, int start, int end) {
        mem.putInt(scratch + StringScratch.MATCH_START, start);
        mem.putInt(scratch + StringScratch.MATCH_END, end);
        return end != 0;
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
        int length = mem.getInt(captureAt(index) + StringScratch.CAPTURE_LENGTH);
        return length == StringScratch.UNFINISHED ? errors.raise(Name.UNFINISHED_CAPTURE, 0, 0, 0) : length;
    }

    private int invalidCapture(int index) {
        int begin = text.length();
        text.appendInteger(index + 1);
        return errors.raise(Name.INVALID_CAPTURE_INDEX, text.take(begin), 0, 0);
    }

    private int captureAt(int index) {
        return mem.getInt(State.STRING_SCRATCH) + StringScratch.capture(index);
    }

    // --- running a program ---

    /**
     * The end of the match that begins at {@code start}, 0 if there is none. What it took to come there, in steps, is
     * paid with its own.
     */
    @SuppressWarnings("checkstyle:methodlength")
    private int run(int scratch, int start, int spent) {
        int program = mem.getInt(scratch + StringScratch.PROGRAM);
        int end = mem.getInt(scratch + StringScratch.SUBJECT_END);
        boolean deep = mem.getInt(program + PatternProgram.IS_DEEP) != 0;
        int bottom = scratch + StringScratch.CHOICES;
        int top = bottom;
        int item = program + PatternProgram.ITEMS;
        int at = start;
        int steps = 0;
        int scanned = spent;
        while (true) {
            int operation = mem.getInt(item + PatternProgram.OPERATION);
            int operand = mem.getInt(item + PatternProgram.OPERAND);
            int code = operation & PatternProgram.CODE_MASK;
            int next = 0;
            int least;
            steps++;
            if (deep && isFull(operation, top - bottom) && needsLevel(code, operand, at, end)) {
                int reached = code < PatternProgram.OPTIONAL ? runEnd(scratch, code, operand, at, end) : at + 1;
                return fail(scratch, Name.PATTERN_TOO_COMPLEX, steps, scanned + scannedOf(code, at, reached));
            }
            switch (code) {
                case PatternProgram.ACCEPT:
                    pay(scratch, steps - 1 + scanned);
                    return at;
                case PatternProgram.ONE + PatternProgram.CHAR:
                    next = at < end && mem.getUnsignedByte(at) == operand ? at + 1 : 0;
                    break;
                case PatternProgram.ONE + PatternProgram.ANY:
                    next = at < end ? at + 1 : 0;
                    break;
                case PatternProgram.ONE + PatternProgram.SET:
                    next = at < end && inMap(operand, mem.getUnsignedByte(at)) ? at + 1 : 0;
                    break;
                case PatternProgram.STAR + PatternProgram.SET:
                case PatternProgram.PLUS + PatternProgram.SET:
                    next = endOfSet(operand, true, at, at + Math.min(end - at, SHORT_RUN));
                    if (next - at == SHORT_RUN) {
                        next = runEnd(scratch, code, operand, at, end);
                        scanned += scannedOf(code, at, next);
                    } else {
                        scanned += Math.max(next - at - 1, 0);
                    }
                    least = code >= PatternProgram.PLUS ? at + 1 : at;
                    if (next > least && !isFinal(operation) || deep && next > at) {
                        top = push(top, item + kindOfRun(operation, next - least), next, least);
                    }
                    next = next >= least ? next : 0;
                    break;
                case PatternProgram.STAR + PatternProgram.CHAR:
                case PatternProgram.STAR + PatternProgram.ANY:
                case PatternProgram.PLUS + PatternProgram.CHAR:
                case PatternProgram.PLUS + PatternProgram.ANY:
                    next = runEnd(scratch, code, operand, at, end);
                    scanned += scannedOf(code, at, next);
                    least = code >= PatternProgram.PLUS ? at + 1 : at;
                    if (next > least && !isFinal(operation) || deep && next > at) {
                        top = push(top, item + kindOfRun(operation, next - least), next, least);
                    }
                    next = next >= least ? next : 0;
                    break;
                case PatternProgram.OPTIONAL + PatternProgram.CHAR:
                case PatternProgram.OPTIONAL + PatternProgram.ANY:
                case PatternProgram.OPTIONAL + PatternProgram.SET:
                    next = at;
                    if (at < end && fits(code, operand, mem.getUnsignedByte(at))) {
                        next = at + 1;
                        if (!isFinal(operation)) {
                            top = push(top, item + kindOfOptional(operation), next, at);
                        }
                    }
                    break;
                case PatternProgram.LAZY + PatternProgram.CHAR:
                case PatternProgram.LAZY + PatternProgram.ANY:
                case PatternProgram.LAZY + PatternProgram.SET:
                    next = at;
                    if (!isFinal(operation) && at < end && fits(code, operand, mem.getUnsignedByte(at))) {
                        top = push(top, item + LAZY, at, 0);
                    }
                    break;
                case PatternProgram.OPEN:
                    mem.putInt(scratch + operand, at);
                    mem.putInt(scratch + operand + StringScratch.CAPTURE_LENGTH, StringScratch.UNFINISHED);
                    next = at;
                    break;
                case PatternProgram.POSITION:
                    mem.putInt(scratch + operand, at);
                    mem.putInt(scratch + operand + StringScratch.CAPTURE_LENGTH, POSITION_ONLY);
                    next = at;
                    break;
                case PatternProgram.CLOSE:
                    mem.putInt(scratch + operand + StringScratch.CAPTURE_LENGTH, at - mem.getInt(scratch + operand));
                    next = at;
                    break;
                case PatternProgram.INVALID_REFERENCE:
                    payForFailure(scratch, steps, scanned);
                    return invalidCapture(operand);
                case PatternProgram.MALFORMED:
                    return fail(scratch, operand, steps, scanned);
                default:
                    next = special(scratch, code, operand, at, end);
                    break;
            }
            item += PatternProgram.ITEM_BYTES;
            // Backtracks: takes the newest choice that leads on.
            while (next == 0) {
                if (top == bottom) {
                    pay(scratch, steps + scanned);
                    return 0;
                }
                top -= StringScratch.CHOICE_BYTES;
                int choice = mem.getInt(top);
                int position = mem.getInt(top + CHOICE_POSITION);
                item = choice & ~KIND_MASK;
                if (steps + scanned >= PORTION) {
                    pay(scratch, steps / UNIT * UNIT + scanned);
                    steps %= UNIT;
                    scanned = 0;
                }
                switch (choice & KIND_MASK) {
                    case GREEDY:
                        next = shorter(scratch, top, item + PatternProgram.ITEM_BYTES, position);
                        top += next != 0 ? StringScratch.CHOICE_BYTES : 0;
                        break;
                    case LAZY:
                        next = longer(scratch, top, item, position, end);
                        top += next != 0 ? StringScratch.CHOICE_BYTES : 0;
                        break;
                    case WITHOUT:
                        next = mem.getInt(top + CHOICE_OWN);
                        break;
                    default:
                        int given = position - mem.getInt(top + CHOICE_OWN);
                        if (isScanned(item)) {
                            scanned += given;
                        } else {
                            steps += given * (mem.getInt(item) >>> PatternProgram.RETREAT_SHIFT);
                        }
                        break;
                }
                item += PatternProgram.ITEM_BYTES;
            }
            at = next;
        }
    }

    private boolean fits(int code, int operand, int c) {
        int test = code & PatternProgram.TEST_MASK;
        return test == PatternProgram.CHAR ? c == operand : test == PatternProgram.ANY || inMap(operand, c);
    }

    private boolean inMap(int map, int c) {
        return (mem.getLong(map + (c >> 3 & -Long.BYTES)) >>> c & 1) != 0;
    }

    private int special(int scratch, int code, int operand, int at, int end) {
        switch (code) {
            case PatternProgram.SUBJECT_END:
                return at == end ? at : 0;
            case PatternProgram.BALANCE:
                return balanced(scratch, operand & 0xFF, operand >> 8, at, end);
            case PatternProgram.FRONTIER:
                return isFrontier(scratch, operand, at, end) ? at : 0;
            default:
                return again(operand, at, end);
        }
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
    private int again(int index, int at, int end) {
        int capture = captureAt(index);
        int length = mem.getInt(capture + StringScratch.CAPTURE_LENGTH);
        boolean matches = length >= 0 && end - at >= length && bytes.equal(mem.getInt(capture), at, length);
        return matches ? at + length : 0;
    }

    // --- repetitions ---

    private static boolean isFinal(int operation) {
        return operation >>> PatternProgram.RETREAT_SHIFT == PatternProgram.FINAL;
    }

    private static int kindOfRun(int operation, int length) {
        boolean vain = operation >>> PatternProgram.RETREAT_SHIFT != PatternProgram.RETRY && length <= LONGEST_VAIN;
        return vain ? VAIN : GREEDY;
    }

    private static int kindOfOptional(int operation) {
        return operation >>> PatternProgram.RETREAT_SHIFT != PatternProgram.RETRY ? VAIN : WITHOUT;
    }

    /** The end of all bytes that fit from a position on; pays for whole chunks of them, behind the first. */
    private int runEnd(int scratch, int code, int operand, int from, int end) {
        if (from >= end || !fits(code, operand, mem.getUnsignedByte(from))) {
            return from;
        }
        int test = code & PatternProgram.TEST_MASK;
        if (test == PatternProgram.ANY) {
            return end;
        }
        int at = from + 1;
        while (at < end) {
            int stop = at + Math.min(end - at, ByteSearch.CHUNK);
            int reached =
                    test == PatternProgram.CHAR ? endOfByte(operand, at, stop) : endOfSet(operand, true, at, stop);
            if (reached - at == ByteSearch.CHUNK) {
                pay(scratch, ByteSearch.CHUNK);
            }
            at = reached;
            if (at < stop) {
                return at;
            }
        }
        return at;
    }

    /** What is left to pay for a run. */
    private static int scannedOf(int code, int from, int last) {
        boolean scanned = last > from && (code & PatternProgram.TEST_MASK) != PatternProgram.ANY;
        return scanned ? (last - from - 1) % ByteSearch.CHUNK : 0;
    }

    private int endOfByte(int c, int from, int end) {
        int at = from;
        while (at < end && mem.getUnsignedByte(at) == c) {
            at++;
        }
        return at;
    }

    /** The end of the bytes that are in a set, or of those that are not. */
    @Inline
    private int endOfSet(int map, boolean isIn, int from, int end) {
        int at = from;
        while (at < end && inMap(map, mem.getUnsignedByte(at)) == isIn) {
            at++;
        }
        return at;
    }

    // --- choices ---

    /** Pushes a choice, and answers where the next one goes. */
    private int push(int top, int itemAndKind, int at, int own) {
        mem.putInt(top, itemAndKind);
        mem.putInt(top + CHOICE_POSITION, at);
        mem.putInt(top + CHOICE_OWN, own);
        return top + StringScratch.CHOICE_BYTES;
    }

    /** Whether there are as many levels as there may be: choices, and items of captures before this one. */
    private static boolean isFull(int operation, int bytesOfChoices) {
        int captures = operation >>> PatternProgram.CAPTURES_SHIFT & PatternProgram.CAPTURES_MASK;
        return bytesOfChoices / StringScratch.CHOICE_BYTES + captures >= StringScratch.MAX_CHOICES;
    }

    /** Whether an item would be one level more. */
    private boolean needsLevel(int code, int operand, int at, int end) {
        if (code >= PatternProgram.OPEN) {
            return code <= PatternProgram.CLOSE;
        }
        return code >= PatternProgram.STAR && at < end && fits(code, operand, mem.getUnsignedByte(at));
    }

    private boolean isOneByte(int item) {
        return (mem.getInt(item) & PatternProgram.CODE_MASK) == PatternProgram.ONE + PatternProgram.CHAR;
    }

    /** Whether a run is made shorter by a scan for the byte that comes next. */
    private boolean isScanned(int item) {
        return (mem.getInt(item) & PatternProgram.CODE_MASK) < PatternProgram.OPTIONAL
                && isOneByte(item + PatternProgram.ITEM_BYTES);
    }

    /** One byte less, or as many less as it takes to stand before the byte that the next item wants. */
    private int shorter(int scratch, int choice, int next, int position) {
        int at = position - 1;
        int least = mem.getInt(choice + CHOICE_OWN);
        if (isOneByte(next)) {
            at = lastByte(scratch, mem.getInt(next + PatternProgram.OPERAND), at, least);
        }
        mem.putInt(choice + CHOICE_POSITION, at);
        return at < least ? 0 : at;
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
    private int longer(int scratch, int choice, int item, int position, int end) {
        int next = item + PatternProgram.ITEM_BYTES;
        int wanted = isOneByte(next) ? mem.getInt(next + PatternProgram.OPERAND) : -1;
        int reached = extend(scratch, item, position, end, wanted);
        mem.putInt(choice + CHOICE_POSITION, reached);
        return reached;
    }

    /** Takes at least one byte that fits the item, and more until {@code wanted} comes next, if that is not -1. */
    private int extend(int scratch, int item, int from, int end, int wanted) {
        int code = mem.getInt(item);
        int operand = mem.getInt(item + PatternProgram.OPERAND);
        int at = from;
        while (at < end && fits(code, operand, mem.getUnsignedByte(at))) {
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

    private int fail(int scratch, int message, int steps, int scanned) {
        payForFailure(scratch, steps, scanned);
        return errors.raise(message, 0, 0, 0);
    }

    /** An error is not charged for the steps of a unit that is not full. */
    private void payForFailure(int scratch, int steps, int scanned) {
        pay(scratch, steps / UNIT * UNIT + scanned);
    }

    /** Counts steps and charges for whole units. */
    @Inline
    private void pay(int scratch, int steps) {
        int left = mem.getInt(scratch + StringScratch.STEPS_LEFT) - steps;
        mem.putInt(scratch + StringScratch.STEPS_LEFT, left);
        if (left <= 0) {
            payUnits(scratch, left);
        }
    }

    private void payUnits(int scratch, int left) {
        int units = 1 + -left / UNIT;
        mem.putInt(scratch + StringScratch.STEPS_LEFT, left + units * UNIT);
        fuel.charge(units);
    }
}
