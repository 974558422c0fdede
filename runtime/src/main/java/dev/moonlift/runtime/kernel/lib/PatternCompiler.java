package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Signal;
import dev.moonlift.runtime.kernel.heap.Heap;
import dev.moonlift.runtime.kernel.interp.Fuel;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.restricted.Inline;

/**
 * Patterns to {@link PatternProgram}s. The latest programs are kept, since most patterns are used again and again; they
 * are told by their text, for an address may be another string's by then.
 */
public final class PatternCompiler {
    /** Programs of longer texts share one place in the cache, so that few of them are held at a time. */
    private static final int LONG_TEXT = 256;
    /** Captures before the first byte that are looked through: fewer than could be an error. */
    private static final int MAX_LEADING = 16;
    /** Compiling a byte costs as much as scanning this many. */
    private static final int COMPILE_COST = 16;

    private final Memory mem;
    private final Heap heap;
    private final Strings strings;
    private final Fuel fuel;
    private final ClassMaps maps;

    public PatternCompiler(Memory mem, Heap heap, Strings strings, Fuel fuel, ClassMaps maps) {
        this.mem = mem;
        this.heap = heap;
        this.strings = strings;
        this.fuel = fuel;
        this.maps = maps;
    }

    // --- the cache ---

    /**
     * The program of a pattern, good until the next one is asked for.
     *
     * @throws Signal OUT_OF_MEMORY
     */
    int program(int text, int length) {
        int cached = cached(text, length);
        if (cached != 0) {
            return cached;
        }
        return compileTo(cachePlace(text, length), text, length);
    }

    /** As {@link #program}, but 0 if it has to be compiled. */
    int cached(int text, int length) {
        fuel.chargeBytes(length);
        int known = mem.getInt(State.STRING_SCRATCH) + StringScratch.PLACES + placeOffset(text);
        int place = mem.getInt(known);
        int program = place == 0 ? 0 : mem.getInt(place);
        return program != 0 && isProgramOf(program, text, length) ? program : findCached(known, text, length);
    }

    /** The same where the text has not been used, or another since, at its address. */
    private int findCached(int known, int text, int length) {
        int place = cachePlace(text, length);
        int program = mem.getInt(place);
        if (program == 0 || !isProgramOf(program, text, length)) {
            return 0;
        }
        mem.putInt(known, place);
        return program;
    }

    /** Texts are in strings, which begin at multiples of sixteen. */
    private static int placeOffset(int text) {
        return 4 * (text >>> 4 & StringScratch.CACHE_SIZE - 1);
    }

    private int cachePlace(int text, int length) {
        int hash = 0;
        if (length <= LONG_TEXT) {
            hash = length;
            for (int i = 0; i < length; i++) {
                hash = hash * 31 + mem.getByte(text + i);
            }
            hash ^= hash >>> 15 ^ hash >>> 7;
        }
        int number = hash & StringScratch.CACHE_SIZE - 1;
        return mem.getInt(State.STRING_SCRATCH) + StringScratch.CACHE + 4 * number;
    }

    @Inline
    private boolean isProgramOf(int program, int text, int length) {
        return mem.getInt(program + PatternProgram.TEXT_LENGTH) == length
                && strings.sameBytes(mem.getInt(program + PatternProgram.TEXT), text, length);
    }

    private int compileTo(int place, int text, int length) {
        fuel.chargeBytes(Math.min(length, Integer.MAX_VALUE / COMPILE_COST) * COMPILE_COST);
        int bytes = storageBytes(text, length);
        int program = heap.allocate(bytes);
        int old = mem.getInt(place);
        if (old != 0) {
            heap.free(old, mem.getInt(old + PatternProgram.BYTES));
        }
        mem.putInt(place, program);
        mem.putInt(program + PatternProgram.BYTES, bytes);
        compile(program, text, length);
        return program;
    }

    /** Room for an item for each byte and one to accept, a map for each bracket, and the text. */
    private int storageBytes(int text, int length) {
        int brackets = 0;
        for (int i = 0; i < length; i++) {
            if (mem.getByte(text + i) == '[') {
                brackets++;
            }
        }
        long bytes = PatternProgram.ITEMS
                + PatternProgram.ITEM_BYTES * (length + 1L)
                + (long) StringScratch.MAP_BYTES * brackets
                + length;
        if (bytes > Integer.MAX_VALUE) {
            throw Signal.OUT_OF_MEMORY;
        }
        return (int) bytes;
    }

    // --- compiling ---

    private void compile(int program, int text, int length) {
        int firstSet = program + PatternProgram.ITEMS + PatternProgram.ITEM_BYTES * (length + 1);
        int scratch = mem.getInt(State.STRING_SCRATCH);
        mem.putInt(scratch + StringScratch.NEXT_SET, firstSet);
        mem.putInt(scratch + StringScratch.OPENED, 0);
        int item = program + PatternProgram.ITEMS;
        int at = text;
        int captures = 0;
        while (at < text + length) {
            at = compileItem(at, text + length, item);
            int operation = mem.getInt(item);
            mem.putInt(item, operation | captures << PatternProgram.CAPTURES_SHIFT);
            captures += isOfCapture(operation) ? 1 : 0;
            item += PatternProgram.ITEM_BYTES;
        }
        setItem(item, PatternProgram.ACCEPT, 0);
        mem.putInt(program + PatternProgram.CAPTURES, mem.getInt(scratch + StringScratch.OPENED));
        setText(program, text, length, mem.getInt(scratch + StringScratch.NEXT_SET));
        describeFirst(program);
        describeRepetitions(program, item);
    }

    private void setText(int program, int text, int length, int copy) {
        mem.copy(copy, text, length);
        mem.putInt(program + PatternProgram.TEXT, copy);
        mem.putInt(program + PatternProgram.TEXT_LENGTH, length);
    }

    private int code(int item) {
        return mem.getInt(item + PatternProgram.OPERATION) & PatternProgram.CODE_MASK;
    }

    private boolean isOpening(int code) {
        return code == PatternProgram.OPEN || code == PatternProgram.POSITION;
    }

    private boolean isOfCapture(int code) {
        return isOpening(code) || code == PatternProgram.CLOSE;
    }

    /** Says with what byte every match begins, if the pattern begins so. */
    private void describeFirst(int program) {
        int item = program + PatternProgram.ITEMS;
        int last = item + PatternProgram.ITEM_BYTES * MAX_LEADING;
        while (item < last && isOpening(code(item))) {
            item += PatternProgram.ITEM_BYTES;
        }
        int quantifier = mem.getInt(item) & PatternProgram.QUANTIFIER_MASK;
        int test = mem.getInt(item) & PatternProgram.TEST_MASK;
        boolean required = quantifier == PatternProgram.ONE || quantifier == PatternProgram.PLUS;
        mem.putInt(program + PatternProgram.HAS_FIRST, required && test != PatternProgram.ANY ? 1 : 0);
        mem.putInt(program + PatternProgram.FIRST_TEST, test);
        mem.putInt(program + PatternProgram.FIRST_OPERAND, mem.getInt(item + PatternProgram.OPERAND));
    }

    // --- ways back ---

    /** Says of each repetition whether it may have to give bytes back; unless the limit of choices may be reached. */
    private void describeRepetitions(int program, int accept) {
        int first = program + PatternProgram.ITEMS;
        boolean deep = (accept - first) / PatternProgram.ITEM_BYTES > StringScratch.MAX_CHOICES;
        mem.putInt(program + PatternProgram.IS_DEEP, deep ? 1 : 0);
        mem.putInt(program + PatternProgram.MAY_FAIL, deep || hasFlaw(first, accept) ? 1 : 0);
        boolean alwaysMatches = !deep;
        for (int item = accept - PatternProgram.ITEM_BYTES; item >= first && !deep; item -= PatternProgram.ITEM_BYTES) {
            if (isRepetition(code(item))) {
                int retreat = alwaysMatches ? PatternProgram.FINAL : retreat(item);
                mem.putInt(item, mem.getInt(item) | retreat << PatternProgram.RETREAT_SHIFT);
            }
            alwaysMatches &= isOptional(code(item)) || isOfCapture(code(item));
        }
    }

    /** Whether there is an item that is an error, or a capture that is not closed. */
    private boolean hasFlaw(int first, int accept) {
        int item = first;
        int open = 0;
        while (item < accept && code(item) < PatternProgram.INVALID_REFERENCE) {
            open += code(item) == PatternProgram.OPEN ? 1 : code(item) == PatternProgram.CLOSE ? -1 : 0;
            item += PatternProgram.ITEM_BYTES;
        }
        return item < accept || open != 0;
    }

    /** More or fewer bytes may match. */
    private boolean isRepetition(int code) {
        return code >= PatternProgram.STAR && code < PatternProgram.OPEN;
    }

    /** Nothing at all matches too. */
    private boolean isOptional(int code) {
        return isRepetition(code) && (code & PatternProgram.QUANTIFIER_MASK) != PatternProgram.PLUS;
    }

    /** How many items it takes to see that no byte of a repetition can be followed by what comes; or RETRY. */
    private int retreat(int repetition) {
        int item = repetition;
        for (int steps = 1; steps <= PatternProgram.MAX_RETREAT; steps++) {
            item += PatternProgram.ITEM_BYTES;
            int code = code(item);
            if (code == PatternProgram.SUBJECT_END) {
                return steps;
            }
            if (isOfCapture(code)) {
                continue;
            }
            if (code < PatternProgram.ONE || code >= PatternProgram.OPEN || mayShareByte(repetition, item)) {
                return PatternProgram.RETRY;
            }
            if (!isOptional(code)) {
                return steps;
            }
        }
        return PatternProgram.RETRY;
    }

    private boolean mayShareByte(int a, int b) {
        int testA = code(a) & PatternProgram.TEST_MASK;
        int testB = code(b) & PatternProgram.TEST_MASK;
        int operandA = mem.getInt(a + PatternProgram.OPERAND);
        int operandB = mem.getInt(b + PatternProgram.OPERAND);
        if (testA == PatternProgram.ANY || testB == PatternProgram.ANY) {
            return true;
        }
        if (testA == PatternProgram.SET && testB == PatternProgram.SET) {
            return maps.shareMember(operandA, operandB);
        }
        if (testA == PatternProgram.SET) {
            return maps.has(operandA, operandB);
        }
        return testB == PatternProgram.SET ? maps.has(operandB, operandA) : operandA == operandB;
    }

    // --- items ---

    /** Compiles the item at an address of the text, and answers where the next one begins. */
    private int compileItem(int at, int end, int item) {
        switch (mem.getUnsignedByte(at)) {
            case '(':
                return opening(at, end, item);
            case ')':
                return closing(at, end, item);
            case '$':
                return at + 1 == end ? subjectEnd(item, end) : single(at, end, item);
            case '%':
                return at + 1 < end ? escaped(at, end, item) : single(at, end, item);
            default:
                return single(at, end, item);
        }
    }

    private int opening(int at, int end, int item) {
        boolean position = at + 1 < end && mem.getByte(at + 1) == ')';
        int scratch = mem.getInt(State.STRING_SCRATCH);
        int number = mem.getInt(scratch + StringScratch.OPENED);
        if (number == StringScratch.MAX_CAPTURES) {
            return malformed(item, Name.TOO_MANY_CAPTURES, end);
        }
        mem.putInt(scratch + StringScratch.OPENED, number + 1);
        int capture = StringScratch.capture(number);
        setItem(item, position ? PatternProgram.POSITION : PatternProgram.OPEN, capture);
        mem.putInt(scratch + capture + StringScratch.CAPTURE_LENGTH, position ? 0 : StringScratch.UNFINISHED);
        return position ? at + 2 : at + 1;
    }

    /** Closes the last capture that is open. */
    private int closing(int at, int end, int item) {
        int scratch = mem.getInt(State.STRING_SCRATCH);
        int number = mem.getInt(scratch + StringScratch.OPENED) - 1;
        while (number >= 0 && !isOpen(scratch, number)) {
            number--;
        }
        if (number < 0) {
            return malformed(item, Name.INVALID_PATTERN_CAPTURE, end);
        }
        int capture = StringScratch.capture(number);
        setItem(item, PatternProgram.CLOSE, capture);
        mem.putInt(scratch + capture + StringScratch.CAPTURE_LENGTH, 0);
        return at + 1;
    }

    /** Whether a capture of the pattern is open where it is being compiled. */
    private boolean isOpen(int scratch, int number) {
        return mem.getInt(scratch + StringScratch.capture(number) + StringScratch.CAPTURE_LENGTH)
                == StringScratch.UNFINISHED;
    }

    private int reference(int at, int number, int item) {
        int scratch = mem.getInt(State.STRING_SCRATCH);
        boolean valid = number >= 0 && number < mem.getInt(scratch + StringScratch.OPENED) && !isOpen(scratch, number);
        setItem(item, valid ? PatternProgram.BACK_REFERENCE : PatternProgram.INVALID_REFERENCE, number);
        return at + 2;
    }

    private int subjectEnd(int item, int end) {
        setItem(item, PatternProgram.SUBJECT_END, 0);
        return end;
    }

    private int escaped(int at, int end, int item) {
        int c = mem.getUnsignedByte(at + 1);
        if (c == 'b') {
            return balance(at, end, item);
        }
        if (c == 'f') {
            return frontier(at, end, item);
        }
        if (CharClass.isDigit(c)) {
            return reference(at, c - '1', item);
        }
        return single(at, end, item);
    }

    private int balance(int at, int end, int item) {
        if (end - at < 4) {
            return malformed(item, Name.PATTERN_BALANCE_ARGUMENTS, end);
        }
        setItem(item, PatternProgram.BALANCE, mem.getUnsignedByte(at + 2) | mem.getUnsignedByte(at + 3) << 8);
        return at + 4;
    }

    private int frontier(int at, int end, int item) {
        int set = at + 2;
        if (set >= end || mem.getByte(set) != '[') {
            return malformed(item, Name.PATTERN_FRONTIER_SET, end);
        }
        int after = setEnd(set, end);
        if (after == 0) {
            return malformed(item, Name.PATTERN_UNCLOSED_SET, end);
        }
        setItem(item, PatternProgram.FRONTIER, newSet(set, after - 1));
        return after;
    }

    /** The item ends the program: no match gets beyond it. */
    private int malformed(int item, int message, int end) {
        setItem(item, PatternProgram.MALFORMED, message);
        return end;
    }

    /** An item for a single byte, with its quantifier. */
    private int single(int at, int end, int item) {
        int after = testEnd(at, end);
        if (after == 0) {
            boolean set = mem.getByte(at) == '[';
            return malformed(item, set ? Name.PATTERN_UNCLOSED_SET : Name.PATTERN_ENDS_IN_ESCAPE, end);
        }
        compileTest(at, after, item);
        int quantifier = after < end ? quantifier(mem.getByte(after)) : PatternProgram.ONE;
        mem.putInt(item, mem.getInt(item) + quantifier);
        return quantifier == PatternProgram.ONE ? after : after + 1;
    }

    private int quantifier(int c) {
        switch (c) {
            case '*':
                return PatternProgram.STAR;
            case '+':
                return PatternProgram.PLUS;
            case '?':
                return PatternProgram.OPTIONAL;
            case '-':
                return PatternProgram.LAZY;
            default:
                return PatternProgram.ONE;
        }
    }

    /** Where the text of a single byte's test ends, 0 if it does not. */
    private int testEnd(int at, int end) {
        int c = mem.getByte(at);
        if (c == '[') {
            return setEnd(at, end);
        }
        if (c == '%') {
            return at + 2 <= end ? at + 2 : 0;
        }
        return at + 1;
    }

    private void compileTest(int at, int after, int item) {
        int c = mem.getUnsignedByte(at);
        if (c == '.') {
            setItem(item, PatternProgram.ANY, 0);
        } else if (c == '[') {
            setItem(item, PatternProgram.SET, newSet(at, after - 1));
        } else if (c == '%') {
            escapedTest(mem.getUnsignedByte(at + 1), item);
        } else {
            setItem(item, PatternProgram.CHAR, c);
        }
    }

    private void escapedTest(int c, int item) {
        if (CharClass.isClassLetter(c)) {
            setItem(item, PatternProgram.SET, maps.of(c));
        } else {
            setItem(item, PatternProgram.CHAR, c);
        }
    }

    private void setItem(int item, int operation, int operand) {
        mem.putInt(item + PatternProgram.OPERATION, operation);
        mem.putInt(item + PatternProgram.OPERAND, operand);
    }

    // --- sets ---

    /** Where the set that begins at an address ends, 0 if it does not. A bracket right at its begin belongs to it. */
    private int setEnd(int at, int end) {
        int i = at + 1;
        if (i < end && mem.getByte(i) == '^') {
            i++;
        }
        while (i < end) {
            i += mem.getByte(i) == '%' && i + 1 < end ? 2 : 1;
            if (i < end && mem.getByte(i) == ']') {
                return i + 1;
            }
        }
        return 0;
    }

    /** The map of the set between two brackets. */
    private int newSet(int open, int close) {
        int next = mem.getInt(State.STRING_SCRATCH) + StringScratch.NEXT_SET;
        int map = mem.getInt(next);
        mem.putInt(next, map + StringScratch.MAP_BYTES);
        maps.clear(map);
        boolean inverted = mem.getByte(open + 1) == '^';
        int at = inverted ? open + 2 : open + 1;
        while (at < close) {
            at = addMember(map, at, close);
        }
        if (inverted) {
            maps.invert(map);
        }
        return map;
    }

    /** Adds the class, range or byte at an address, and answers where the next one begins. */
    private int addMember(int map, int at, int close) {
        int c = mem.getUnsignedByte(at);
        if (c == '%') {
            addEscaped(map, mem.getUnsignedByte(at + 1));
            return at + 2;
        }
        if (at + 2 < close && mem.getByte(at + 1) == '-') {
            int last = mem.getUnsignedByte(at + 2);
            for (int i = c; i <= last; i++) {
                maps.add(map, i);
            }
            return at + 3;
        }
        maps.add(map, c);
        return at + 1;
    }

    private void addEscaped(int map, int c) {
        if (CharClass.isClassLetter(c)) {
            maps.addAll(map, maps.of(c));
        } else {
            maps.add(map, c);
        }
    }
}
