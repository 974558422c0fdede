package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.kernel.call.Stacks;
import dev.moonlift.runtime.kernel.interp.Arguments;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.kernel.interp.Fuel;
import dev.moonlift.runtime.kernel.interp.Metamethods;
import dev.moonlift.runtime.kernel.interp.TypeNames;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;

/**
 * string.gsub (manual §6.4). A replacement may have to be asked for by a call, of a function or of a table's
 * {@code __index}; {@link TextState} says what becomes of the state around it.
 */
public final class StringSubstitution {
    // A state: offsets in its slots, of which the first ones are the text's, see TextState.
    /** int: 1 if anything differs from the subject. */
    private static final int CHANGED = TextState.OWN;
    /** int: offset in the subject up to which the result is complete, the end of the last match. */
    private static final int SOURCE = TextState.TEXT_SLOTS * Layout.SLOT;
    /** int: offset where the last match begins. */
    private static final int MATCH = SOURCE + 4;
    /** long: matches so far. */
    private static final int MATCHES = SOURCE + Layout.SLOT;

    private static final int STATE_SLOTS = TextState.TEXT_SLOTS + 2;

    /** A call area holds a function and captures; or a key, and an index metamethod with its two arguments. */
    private static final int MIN_AREA_SLOTS = 4;

    private final Memory mem;
    private final Value values;
    private final Strings strings;
    private final TextBuffer text;
    private final TextState states;
    private final Stacks stacks;
    private final Calls calls;
    private final Metamethods metamethods;
    private final Arguments arguments;
    private final Errors errors;
    private final TypeNames types;
    private final Fuel fuel;
    private final ByteSearch bytes;
    private final PatternMatcher matcher;

    public StringSubstitution(
            Memory mem,
            Value values,
            Strings strings,
            TextBuffer text,
            TextState states,
            Stacks stacks,
            Calls calls,
            Metamethods metamethods,
            Arguments arguments,
            Errors errors,
            TypeNames types,
            Fuel fuel,
            ByteSearch bytes,
            PatternMatcher matcher) {
        this.mem = mem;
        this.values = values;
        this.strings = strings;
        this.text = text;
        this.states = states;
        this.stacks = stacks;
        this.calls = calls;
        this.metamethods = metamethods;
        this.arguments = arguments;
        this.errors = errors;
        this.types = types;
        this.fuel = fuel;
        this.bytes = bytes;
        this.matcher = matcher;
    }

    // --- steps ---

    public int gsub(int func, int count) {
        arguments.string(func, count, 1);
        arguments.string(func, count, 2);
        arguments.optionalInteger(func, count, 4, 0);
        checkReplacement(func, count);
        boolean anchored = open(func);
        int base = makeRoom(func, count);
        states.begin(state(base, count, 0), STATE_SLOTS, area(base, count, 2));
        return replaceAll(base, count, 0, anchored, text.length());
    }

    /**
     * As {@link #gsub}, when the matcher has been opened, with a replacement that is a string without escapes, or a
     * table without a metatable, and a pattern that is no error, with few captures; -1, with nothing done, if a value
     * of the table is no text, or the text becomes long.
     */
    int gsubSimply(int func, int count, boolean anchored) {
        int state = state(func, count, 0);
        states.begin(state, STATE_SLOTS, area(func, count, 2));
        int begin = text.length();
        while (nextMatch(func, count, state, anchored)) {
            if (!replaceSimply(func, count, state) || text.length() - begin > PatternMatcher.FEW_BYTES) {
                text.truncate(begin);
                return -1;
            }
        }
        return finish(func, state, begin);
    }

    private boolean replaceSimply(int func, int count, int state) {
        int replacement = Arguments.slot(func, 3);
        if (values.tag(replacement) != Tag.TABLE) {
            addTemplate(values.object(replacement));
            mem.putInt(state + CHANGED, 1);
            return true;
        }
        int key = area(func, count, 0);
        int value = key + Layout.SLOT;
        matcher.capture(0, key);
        metamethods.index(replacement, key, value, value);
        boolean isText = values.isString(value) || values.isNumber(value);
        if (isText || !values.isTrue(value)) {
            addValue(state, value);
            return true;
        }
        return false;
    }

    boolean hasEscape(int template) {
        int at = strings.bytes(template);
        int end = at + strings.length(template);
        return bytes.indexOf(at, end, '%') < end;
    }

    public int gsubStep(int func, int count, int step, int callee, int results) {
        boolean anchored = open(func);
        int base = makeRoom(func, count);
        int value = results == 0 ? 0 : base + callee - func;
        int number = 2 - step;
        int state = state(base, count, number);
        states.copy(state, state(base, count, step - 1), STATE_SLOTS);
        int begin = text.length();
        addValue(state, value);
        return replaceAll(base, count, number, anchored, begin);
    }

    private void checkReplacement(int func, int count) {
        int tag = arguments.tag(func, count, 3);
        boolean isText = tag == Tag.SHORT_STRING || tag == Tag.LONG_STRING || tag == Tag.INTEGER || tag == Tag.FLOAT;
        if (isText) {
            arguments.string(func, count, 3);
        } else if (tag != Tag.TABLE && !Value.isFunctionTag(tag)) {
            errors.argumentType(func, count, 3, errors.text(Name.REPLACEMENT_EXPECTED));
        }
    }

    /** Opens the matcher, and says whether the pattern is anchored. */
    private boolean open(int func) {
        int pattern = values.object(Arguments.slot(func, 2));
        int at = strings.bytes(pattern);
        int length = strings.length(pattern);
        boolean anchored = length > 0 && mem.getByte(at) == '^';
        matcher.open(values.object(Arguments.slot(func, 1)), anchored ? at + 1 : at, anchored ? length - 1 : length);
        return anchored;
    }

    private int makeRoom(int func, int count) {
        int slots = 2 * STATE_SLOTS + 2 * areaSlots();
        if (slots <= Calls.BUILTIN_SLOTS) {
            return func;
        }
        int base = stacks.reserve(func, count + 1 + slots);
        mem.putInt(mem.getInt(State.FRAME) + Frame.TOP, area(base, count, 2));
        return base;
    }

    private int areaSlots() {
        return Math.max(MIN_AREA_SLOTS, 1 + matcher.captureLimit());
    }

    private int state(int func, int count, int number) {
        return TextState.address(func, count, STATE_SLOTS, number);
    }

    private int area(int func, int count, int number) {
        return Arguments.slot(state(func, count, 2), areaSlots() * number);
    }

    // --- matches ---

    /** Goes on until all is replaced, or a value has to be asked for by a call. */
    private int replaceAll(int func, int count, int number, boolean anchored, int begin) {
        int state = state(func, count, number);
        int outcome = 0;
        while (outcome == 0 && nextMatch(func, count, state, anchored)) {
            outcome = replace(func, count, number, begin);
        }
        return outcome != 0 ? outcome : finish(func, state, begin);
    }

    /** Finds the next match, and appends what lies before it. */
    private boolean nextMatch(int func, int count, int state, boolean anchored) {
        long matches = mem.getLong(state + MATCHES);
        if (matches >= arguments.optionalInteger(func, count, 4, Long.MAX_VALUE)) {
            return false;
        }
        int source = matcher.subject() + mem.getInt(state + SOURCE);
        boolean found =
                anchored ? matches == 0 && matcher.matchAt(source) : matcher.search(source, matches == 0 ? 0 : source);
        if (found) {
            append(source, matcher.matchStart() - source);
            mem.putInt(state + MATCH, matcher.matchStart() - matcher.subject());
            mem.putInt(state + SOURCE, matcher.matchEnd() - matcher.subject());
            mem.putLong(state + MATCHES, matches + 1);
        }
        return found;
    }

    private void append(int at, int length) {
        fuel.chargeBytes(length);
        text.appendBytes(at, length);
    }

    private int finish(int func, int state, int begin) {
        int result = values.object(Arguments.slot(func, 1));
        if (mem.getInt(state + CHANGED) != 0) {
            int rest = matcher.subject() + mem.getInt(state + SOURCE);
            append(rest, matcher.subjectEnd() - rest);
            result = states.finish(state, begin);
        } else {
            text.truncate(begin);
        }
        values.setInteger(Arguments.slot(func, 1), mem.getLong(state + MATCHES));
        values.setObject(func, result);
        return 2;
    }

    // --- replacements ---

    /** Appends the replacement of the last match; or prepares a call for it, and then the outcome is not 0. */
    private int replace(int func, int count, int number, int begin) {
        int replacement = Arguments.slot(func, 3);
        int tag = values.tag(replacement);
        if (tag == Tag.TABLE) {
            return replaceByField(func, count, number, begin);
        }
        if (tag == Tag.SHORT_STRING || tag == Tag.LONG_STRING) {
            addTemplate(values.object(replacement));
            mem.putInt(state(func, count, number) + CHANGED, 1);
            return 0;
        }
        return replaceByCall(func, count, number, begin);
    }

    /** Appends a replacement string, in which {@code %1} stands for a capture, {@code %0} for the match. */
    private void addTemplate(int template) {
        int at = strings.bytes(template);
        int end = at + strings.length(template);
        int escape = bytes.indexOf(at, end, '%');
        while (escape < end) {
            append(at, escape - at);
            addEscaped(escape + 1 < end ? mem.getUnsignedByte(escape + 1) : 0);
            at = escape + 2;
            escape = bytes.indexOf(at, end, '%');
        }
        append(at, end - at);
    }

    private void addEscaped(int c) {
        if (c == '%') {
            text.appendByte(c);
        } else if (c == '0') {
            append(matcher.matchStart(), matcher.matchEnd() - matcher.matchStart());
        } else if (CharClass.isDigit(c)) {
            matcher.appendCapture(c - '1');
        } else {
            errors.raise(Name.INVALID_REPLACEMENT_ESCAPE, 0, 0, 0);
        }
    }

    private int replaceByCall(int func, int count, int number, int begin) {
        states.flush(state(func, count, number), begin);
        int callee = area(func, count, number);
        int captures = Math.max(1, matcher.level());
        values.copy(callee, Arguments.slot(func, 3));
        for (int i = 0; i < captures; i++) {
            matcher.capture(i, Arguments.slot(callee, i + 1));
        }
        return calls.callFromBuiltin(func, callee, captures, number + 1);
    }

    /** The first capture is the key. */
    private int replaceByField(int func, int count, int number, int begin) {
        int key = area(func, count, number);
        int value = key + Layout.SLOT;
        matcher.capture(0, key);
        int state = state(func, count, number);
        int laidOut = metamethods.index(Arguments.slot(func, 3), key, value, value);
        if (laidOut == 0) {
            addValue(state, value);
            return 0;
        }
        states.flush(state, begin);
        return calls.callFromBuiltin(func, value, laidOut, number + 1);
    }

    /** Appends the value that a table or a function has for the last match; nil, 0 or false leave it as it is. */
    private void addValue(int state, int value) {
        if (value == 0 || !values.isTrue(value)) {
            int match = mem.getInt(state + MATCH);
            append(matcher.subject() + match, mem.getInt(state + SOURCE) - match);
            return;
        }
        mem.putInt(state + CHANGED, 1);
        addText(value);
    }

    private void addText(int value) {
        int tag = values.tag(value);
        if (tag == Tag.INTEGER) {
            text.appendInteger(values.integer(value));
        } else if (tag == Tag.FLOAT) {
            text.appendFloat(values.number(value));
        } else if (values.isString(value)) {
            int string = values.object(value);
            append(strings.bytes(string), strings.length(string));
        } else {
            errors.raise(Name.INVALID_REPLACEMENT_VALUE, types.basic(tag), 0, 0);
        }
    }
}
