package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.BuiltinClosure;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.kernel.call.Stacks;
import dev.moonlift.runtime.kernel.heap.Heap;
import dev.moonlift.runtime.kernel.interp.Arguments;
import dev.moonlift.runtime.kernel.interp.Fuel;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.memory.Memory;

/** string.find, string.match and string.gmatch (manual §6.4). */
public final class StringFind {
    // Upvalues of gmatch's iterator.
    private static final int SUBJECT = BuiltinClosure.UPVALUES;
    private static final int PATTERN = SUBJECT + Layout.SLOT;
    /** int: offset at which to search on. */
    private static final int SOURCE = PATTERN + Layout.SLOT;
    /** int: offset of the end of the last match, -1 before the first. Makes an integer with SOURCE. */
    private static final int LAST_END = SOURCE + 4;

    private static final int UPVALUE_COUNT = 3;

    // The bytes ^$*+?.([%- as bits, those below 64 and the others.
    private static final long LOW_SPECIALS =
            1L << '$' | 1L << '*' | 1L << '+' | 1L << '?' | 1L << '.' | 1L << '(' | 1L << '%' | 1L << '-';
    private static final long HIGH_SPECIALS = 1L << '^' - 64 | 1L << '[' - 64;

    private final Memory mem;
    private final Value values;
    private final Heap heap;
    private final Strings strings;
    private final Stacks stacks;
    private final Arguments arguments;
    private final Fuel fuel;
    private final ByteSearch bytes;
    private final PatternMatcher matcher;

    public StringFind(
            Memory mem,
            Value values,
            Heap heap,
            Strings strings,
            Stacks stacks,
            Arguments arguments,
            Fuel fuel,
            ByteSearch bytes,
            PatternMatcher matcher) {
        this.mem = mem;
        this.values = values;
        this.heap = heap;
        this.strings = strings;
        this.stacks = stacks;
        this.arguments = arguments;
        this.fuel = fuel;
        this.bytes = bytes;
        this.matcher = matcher;
    }

    public int find(int func, int count) {
        int subject = arguments.string(func, count, 1);
        int pattern = arguments.string(func, count, 2);
        int from = startOffset(func, count, subject);
        if (from > strings.length(subject)) {
            return nothing(func);
        }
        if (arguments.isTrue(func, count, 4) || isPlain(pattern)) {
            return findPlain(func, subject, pattern, from);
        }
        return matches(subject, pattern, from) ? range(func, count) : nothing(func);
    }

    public int match(int func, int count) {
        int subject = arguments.string(func, count, 1);
        int pattern = arguments.string(func, count, 2);
        int from = startOffset(func, count, subject);
        if (from > strings.length(subject) || !matches(subject, pattern, from)) {
            return nothing(func);
        }
        return captures(func, count);
    }

    /** The offset that the third argument asks for; one more than the length if it lies beyond the end. */
    private int startOffset(int func, int count, int subject) {
        return startOffset(arguments.optionalInteger(func, count, 3, 1), subject);
    }

    /** The same for the argument's value. */
    int startOffset(long position, int subject) {
        int length = strings.length(subject);
        return (int) Math.min(StringPosition.start(position, length) - 1, length + 1);
    }

    int nothing(int func) {
        values.setNil(func);
        return 1;
    }

    // --- plain texts ---

    boolean isPlain(int pattern) {
        int length = strings.length(pattern);
        fuel.chargeBytes(length);
        int at = strings.bytes(pattern);
        int end = at + length;
        while (at < end && !isSpecial(mem.getByte(at))) {
            at++;
        }
        return at == end;
    }

    private boolean isSpecial(int c) {
        return c >= 0 && ((c < 64 ? LOW_SPECIALS >> c : HIGH_SPECIALS >> c - 64) & 1) != 0;
    }

    int findPlain(int func, int subject, int wanted, int from) {
        int begin = strings.bytes(subject);
        int length = strings.length(wanted);
        int end = begin + strings.length(subject);
        int hit = length == 0 ? begin + from : bytes.find(begin + from, end, strings.bytes(wanted), length);
        if (hit == 0) {
            return nothing(func);
        }
        values.setInteger(func, hit - begin + 1);
        values.setInteger(func + Layout.SLOT, hit - begin + length);
        return 2;
    }

    // --- patterns ---

    private boolean matches(int subject, int pattern, int from) {
        int anchor = anchor(pattern);
        matcher.open(subject, strings.bytes(pattern) + anchor, strings.length(pattern) - anchor);
        return matchesFrom(anchor, from);
    }

    /** Length of the anchor at the beginning of a pattern: 0 or 1. */
    int anchor(int pattern) {
        return strings.length(pattern) > 0 && mem.getByte(strings.bytes(pattern)) == '^' ? 1 : 0;
    }

    /** Whether the matcher, which has been opened, finds a match from an offset on. */
    boolean matchesFrom(int anchor, int from) {
        int start = matcher.subject() + from;
        return anchor != 0 ? matcher.matchAt(start) : matcher.search(start, 0);
    }

    int range(int func, int count) {
        int captures = matcher.level();
        int base = room(func, count, captures);
        storeCaptures(base, count, 2, captures);
        values.setInteger(base, matcher.matchStart() - matcher.subject() + 1);
        values.setInteger(base + Layout.SLOT, matcher.matchEnd() - matcher.subject());
        return captures + 2;
    }

    /** The results of match: all captures, or the whole match. */
    int captures(int func, int count) {
        int captures = Math.max(1, matcher.level());
        storeCaptures(room(func, count, captures), count, 0, captures);
        return captures;
    }

    /** Makes sure that captures fit above the arguments. */
    private int room(int func, int count, int captures) {
        return captures < Calls.BUILTIN_SLOTS ? func : stacks.reserve(func, count + 1 + captures);
    }

    /**
     * Stores captures as results from the one numbered {@code first} on. Several are made above the arguments first, so
     * that these are still there if memory runs out in between.
     */
    private void storeCaptures(int func, int count, int first, int captures) {
        int to = Arguments.slot(func, first);
        if (captures == 1) {
            matcher.capture(0, to);
            return;
        }
        int from = Arguments.slot(func, count + 1);
        for (int i = 0; i < captures; i++) {
            matcher.capture(i, Arguments.slot(from, i));
        }
        for (int i = 0; i < captures; i++) {
            values.copy(Arguments.slot(to, i), Arguments.slot(from, i));
        }
    }

    // --- gmatch ---

    public int gmatch(int func, int count) {
        int subject = arguments.string(func, count, 1);
        arguments.string(func, count, 2);
        int from = startOffset(func, count, subject);
        int iterator = heap.newObject(Tag.BUILTIN_CLOSURE, BuiltinClosure.UPVALUES + UPVALUE_COUNT * Layout.SLOT);
        mem.putByte(iterator + Header.EXTRA, UPVALUE_COUNT);
        mem.putInt(iterator + BuiltinClosure.ID, Builtin.STRING_GMATCH_NEXT);
        mem.putInt(iterator + BuiltinClosure.GRAY, 0);
        values.copy(iterator + SUBJECT, Arguments.slot(func, 1));
        values.copy(iterator + PATTERN, Arguments.slot(func, 2));
        values.setInteger(iterator + SOURCE, 0);
        mem.putInt(iterator + SOURCE, from);
        mem.putInt(iterator + LAST_END, -1);
        values.setObject(func, iterator);
        return 1;
    }

    /** The iterator's call: the captures of the next match that does not end where the last one did, or nothing. */
    public int gmatchNext(int func, int count) {
        int iterator = values.object(func);
        int pattern = values.object(iterator + PATTERN);
        matcher.open(values.object(iterator + SUBJECT), strings.bytes(pattern), strings.length(pattern));
        return findsNext(iterator) ? next(func, count, iterator) : 0;
    }

    /** As {@link #gmatchNext} where that is simple; -1, and nothing done, if it is not. */
    int gmatchNextSimply(int func, int count) {
        int iterator = values.object(func);
        int pattern = values.object(iterator + PATTERN);
        if (!matcher.openSimple(values.object(iterator + SUBJECT), strings.bytes(pattern), strings.length(pattern))) {
            return -1;
        }
        if (!findsNext(iterator)) {
            return 0;
        }
        return matcher.yieldsLittle() ? next(func, count, iterator) : -1;
    }

    private boolean findsNext(int iterator) {
        int lastEnd = mem.getInt(iterator + LAST_END);
        int begin = matcher.subject();
        return matcher.search(begin + mem.getInt(iterator + SOURCE), lastEnd < 0 ? 0 : begin + lastEnd);
    }

    private int next(int func, int count, int iterator) {
        int results = captures(func, count);
        int end = matcher.matchEnd() - matcher.subject();
        mem.putInt(iterator + SOURCE, end);
        mem.putInt(iterator + LAST_END, end);
        return results;
    }
}
