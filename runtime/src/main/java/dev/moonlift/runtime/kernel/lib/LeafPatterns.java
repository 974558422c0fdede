package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.interp.Arguments;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.memory.Memory;

/**
 * Library functions with patterns for {@link LeafBuiltins}: where arguments need no conversion, the pattern is compiled
 * already and surely no error, and there are few captures, of few bytes. All that may turn out otherwise does before
 * the first argument is overwritten.
 */
public final class LeafPatterns {
    /** A match, whose captures are to be answered. */
    private static final int FOUND = -2;

    /** Bytes of a subject whose parts may be looked up in a table. */
    private static final int MOST_REPLACED = 64;
    /** What a part of it takes as a key, on average at most. */
    private static final int KEY_BYTES = LeafBuiltins.STRING_BYTES + Long.BYTES;

    private final Memory mem;
    private final Value values;
    private final Strings strings;
    private final StringFind find;
    private final StringSubstitution substitution;
    private final PatternMatcher matcher;

    public LeafPatterns(
            Memory mem,
            Value values,
            Strings strings,
            StringFind find,
            StringSubstitution substitution,
            PatternMatcher matcher) {
        this.mem = mem;
        this.values = values;
        this.strings = strings;
        this.find = find;
        this.substitution = substitution;
        this.matcher = matcher;
    }

    private int object(int func, int index) {
        return values.object(Arguments.slot(func, index));
    }

    private int tag(int func, int index) {
        return values.tag(Arguments.slot(func, index));
    }

    /** Two strings, and perhaps an integer: where to begin. */
    private boolean isSearch(int func, int count) {
        return count >= 2
                && values.isString(Arguments.slot(func, 1))
                && values.isString(Arguments.slot(func, 2))
                && (count == 2 || tag(func, 3) == Tag.INTEGER || tag(func, 3) == Tag.NIL);
    }

    /** Where a search begins. */
    private int startOffset(int func, int count, int subject) {
        boolean isThere = count > 2 && tag(func, 3) == Tag.INTEGER;
        return find.startOffset(isThere ? values.integer(Arguments.slot(func, 3)) : 1, subject);
    }

    int find(int func, int count) {
        if (!isSearch(func, count)) {
            return -1;
        }
        int subject = object(func, 1);
        int from = startOffset(func, count, subject);
        boolean isThere = from <= strings.length(subject);
        if (isThere && (count >= 4 && tag(func, 4) > Tag.FALSE || find.isPlain(object(func, 2)))) {
            return find.findPlain(func, subject, object(func, 2), from);
        }
        int found = search(func, from);
        return found == FOUND ? find.range(func, count) : found;
    }

    int match(int func, int count) {
        if (!isSearch(func, count)) {
            return -1;
        }
        int found = search(func, startOffset(func, count, object(func, 1)));
        return found == FOUND ? find.captures(func, count) : found;
    }

    /** Looks for a pattern: FOUND, what is to be answered if it is not there, or -1 if this may be no leaf. */
    private int search(int func, int from) {
        int subject = object(func, 1);
        int pattern = object(func, 2);
        if (from > strings.length(subject)) {
            return find.nothing(func);
        }
        int anchor = find.anchor(pattern);
        if (!open(subject, pattern, anchor)) {
            return -1;
        }
        if (!find.matchesFrom(anchor, from)) {
            return find.nothing(func);
        }
        return matcher.yieldsLittle() ? FOUND : -1;
    }

    private boolean open(int subject, int pattern, int anchor) {
        return matcher.openSimple(subject, strings.bytes(pattern) + anchor, strings.length(pattern) - anchor);
    }

    /** The iterator of gmatch. */
    int next(int func, int count) {
        return find.gmatchNextSimply(func, count);
    }

    int gmatch(int func, int count) {
        return isSearch(func, count) ? find.gmatch(func, count) : -1;
    }

    /** Replacing in short strings, by a string without escapes or out of a table that has no metatable. */
    int gsub(int func, int count) {
        if (count != 3 || !isSearch(func, 2)) {
            return -1;
        }
        int subject = object(func, 1);
        int pattern = object(func, 2);
        int anchor = find.anchor(pattern);
        if (!isReplacement(func, strings.length(subject)) || !open(subject, pattern, anchor)) {
            return -1;
        }
        boolean isSmall = matcher.captureLimit() <= PatternMatcher.FEW_CAPTURES;
        return isSmall ? substitution.gsubSimply(func, count, anchor != 0) : -1;
    }

    private boolean isReplacement(int func, int length) {
        int replacement = object(func, 3);
        switch (tag(func, 3)) {
            case Tag.SHORT_STRING:
                int bytes = strings.length(replacement);
                return mayMake(LeafBuiltins.STRING_BYTES + length + (length + 1L) * bytes)
                        && !substitution.hasEscape(replacement);
            case Tag.TABLE:
                return length <= MOST_REPLACED
                        && mayAllocate(PatternMatcher.FEW_BYTES + (length + 1L) * KEY_BYTES)
                        && mem.getInt(replacement + Table.METATABLE) == 0
                        && mem.getInt(State.INTERN_COUNT) + length < mem.getInt(State.INTERN_SIZE);
            default:
                return false;
        }
    }

    private boolean mayMake(long bytes) {
        return bytes <= PatternMatcher.FEW_BYTES && mayAllocate(bytes);
    }

    private boolean mayAllocate(long bytes) {
        return mem.getInt(State.DEBT) + bytes <= 0;
    }
}
