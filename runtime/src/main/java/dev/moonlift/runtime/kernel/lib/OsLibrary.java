package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout.Str;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.kernel.interp.Arguments;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.kernel.table.Tables;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;

/**
 * The os library (manual §6.9), without what touches files or runs programs. The calendar is computed here; the host
 * only says what time it is, and by how much the local time differs from UTC at a given time.
 */
public final class OsLibrary {
    private static final int STEP_NOW = 1;
    private static final int STEP_ZONE = 2;
    private static final int STEP_LAST_ZONE = 3;

    /** Slots of {@code time}: the table, the local time that it stands for, and a guess at the time in UTC. */
    private static final int LOCAL = 2;

    private static final int GUESS = 3;
    /** How often the guess may be corrected. */
    private static final int CORRECTIONS = 4;

    private static final int MAX_CORRECTIONS = 2;
    /** Slot of {@code date}, whose first is the format. */
    private static final int TIME = 2;
    /** Where the host finds its arguments and leaves its results, above everything else. */
    private static final int EXCHANGE = 5;

    private final Memory mem;
    private final Value values;
    private final Strings strings;
    private final TextBuffer text;
    private final Tables tables;
    private final Calls calls;
    private final Arguments arguments;
    private final Errors errors;
    private final Sequences sequences;
    private final DateFormat format;
    private final DateTable fields;
    private final PreludeFunctions prelude;

    public OsLibrary(
            Memory mem,
            Value values,
            Strings strings,
            TextBuffer text,
            Tables tables,
            Calls calls,
            Arguments arguments,
            Errors errors,
            Sequences sequences,
            DateFormat format,
            DateTable fields,
            PreludeFunctions prelude) {
        this.mem = mem;
        this.values = values;
        this.strings = strings;
        this.text = text;
        this.tables = tables;
        this.calls = calls;
        this.arguments = arguments;
        this.errors = errors;
        this.sequences = sequences;
        this.format = format;
        this.fields = fields;
        this.prelude = prelude;
    }

    private static int slot(int func, int index) {
        return Arguments.slot(func, index);
    }

    // --- what the host answers ---

    public int clock(int func, int count) {
        return calls.askHost(HostService.CLOCK, func, 0);
    }

    public int getenv(int func, int count) {
        arguments.string(func, count, 1);
        return calls.askHost(HostService.GETENV, func, 1);
    }

    public int exit(int func, int count) {
        long code = 0;
        if (arguments.tag(func, count, 1) == Tag.FALSE) {
            code = 1;
        } else if (arguments.tag(func, count, 1) != Tag.TRUE) {
            code = arguments.optionalInteger(func, count, 1, 0);
        }
        values.setInteger(slot(func, 1), code);
        return calls.askHost(HostService.EXIT, func, 1);
    }

    /** ([locale [, category]]) → the locale's name: there is one, and no category has another; else nil. */
    public int setlocale(int func, int count) {
        int locale = arguments.optionalString(func, count, 1);
        if (!arguments.isNoneOrNil(func, count, 2)) {
            arguments.option(func, count, 2, Name.LOCALE_ALL, Name.LOCALE_TIME);
        }
        boolean isOurs = locale == 0
                || strings.length(locale) == 0
                || locale == errors.text(Name.LOCALE_C)
                || locale == errors.text(Name.LOCALE_POSIX);
        if (isOurs) {
            values.setObject(func, errors.text(Name.LOCALE_C));
        } else {
            values.setNil(func);
        }
        return 1;
    }

    private int askZone(int func, long time, int nextStep) {
        values.setInteger(slot(func, EXCHANGE + 1), time);
        return calls.askHostThen(HostService.TIME_ZONE, slot(func, EXCHANGE), 1, nextStep);
    }

    /** The first of three results of the host. */
    private int offset(int results) {
        return (int) values.integer(results);
    }

    private boolean isSummer(int results) {
        return values.integer(Arguments.slot(results, 1)) != 0;
    }

    private int otherOffset(int results) {
        return (int) values.integer(Arguments.slot(results, 2));
    }

    // --- time ---

    public int difftime(int func, int count) {
        long later = arguments.integer(func, count, 1);
        long earlier = arguments.integer(func, count, 2);
        values.setFloat(func, (double) (later - earlier));
        return 1;
    }

    public int time(int func, int count) {
        if (arguments.isNoneOrNil(func, count, 1)) {
            return calls.askHost(HostService.TIME, func, 0);
        }
        int table = arguments.table(func, count, 1);
        int date = slot(func, 1);
        if (!sequences.isReadRaw(date) || !sequences.isWrittenRaw(date)) {
            return prelude.become(PreludeFunctions.OS_TIME, func, 1);
        }
        long local = fields.read(table);
        values.setInteger(slot(func, LOCAL), local);
        values.setInteger(slot(func, CORRECTIONS), 0);
        return guess(func, local);
    }

    private int guess(int func, long time) {
        values.setInteger(slot(func, GUESS), time);
        return askZone(func, time, STEP_ZONE);
    }

    /**
     * The guess is right when it gives the local time back. A time that the clocks skip, when summer begins, has no
     * right guess: then the last one stands for it.
     */
    public int timeStep(int func, int count, int step, int callee, int results) {
        long guess = values.integer(slot(func, GUESS));
        long local = values.integer(slot(func, LOCAL));
        if (step == STEP_LAST_ZONE) {
            return finishTime(func, guess, guess + offset(callee), isSummer(callee));
        }
        long corrections = values.integer(slot(func, CORRECTIONS));
        if (guess + offset(callee) == local || corrections == MAX_CORRECTIONS) {
            return applySummer(func, guess, local, callee);
        }
        values.setInteger(slot(func, CORRECTIONS), corrections + 1);
        return guess(func, local - offset(callee));
    }

    /** The table may say whether its time is summer time, be that so or not. */
    private int applySummer(int func, long guess, long local, int results) {
        int field = tables.getString(values.object(slot(func, 1)), strings.name(Name.FIELD_SUMMER));
        if (values.isNil(field)) {
            return finishTime(func, guess, guess + offset(results), isSummer(results));
        }
        boolean isAsSaid = values.isTrue(field) == isSummer(results);
        long time = local - (isAsSaid ? offset(results) : otherOffset(results));
        values.setInteger(slot(func, GUESS), time);
        return askZone(func, time, STEP_LAST_ZONE);
    }

    /** As in C, the second before 1970 stands for failure. */
    private int finishTime(int func, long time, long local, boolean isSummer) {
        if (local < CalendarTime.FIRST || local > CalendarTime.LAST || time == -1) {
            return errors.raise(Name.TIME_BOUNDS, 0, 0, 0);
        }
        fields.write(values.object(slot(func, 1)), local, isSummer);
        values.setInteger(func, time);
        return 1;
    }

    // --- date ---

    public int date(int func, int count) {
        if (arguments.optionalString(func, count, 1) == 0) {
            values.setObject(slot(func, 1), dateDefault());
        }
        if (arguments.isNoneOrNil(func, count, 2)) {
            return calls.askHostThen(HostService.TIME, slot(func, EXCHANGE), 0, STEP_NOW);
        }
        return dateAt(func, arguments.integer(func, count, 2));
    }

    private int dateDefault() {
        return strings.name(Name.DATE_FORMAT_C);
    }

    public int dateStep(int func, int count, int step, int callee, int results) {
        return step == STEP_NOW
                ? dateAt(func, values.integer(callee))
                : show(func, values.integer(slot(func, TIME)) + offset(callee), offset(callee), isSummer(callee));
    }

    private int dateAt(int func, long time) {
        if (time < CalendarTime.FIRST || time > CalendarTime.LAST) {
            return errors.raise(Name.DATE_BOUNDS, 0, 0, 0);
        }
        if (isUtc(func)) {
            return show(func, time, DateFormat.UTC, false);
        }
        values.setInteger(slot(func, TIME), time);
        return askZone(func, time, STEP_ZONE);
    }

    /** Whether the format begins with an exclamation mark. */
    private boolean isUtc(int func) {
        int string = values.object(slot(func, 1));
        return strings.length(string) > 0 && mem.getByte(string + Str.BYTES) == '!';
    }

    private int show(int func, long local, int zone, boolean isSummer) {
        if (local < CalendarTime.FIRST || local > CalendarTime.LAST) {
            return errors.raise(Name.DATE_BOUNDS, 0, 0, 0);
        }
        int string = values.object(slot(func, 1));
        int skipped = isUtc(func) ? 1 : 0;
        int bytes = strings.bytes(string) + skipped;
        int length = strings.length(string) - skipped;
        if (asksForTable(bytes, length)) {
            int table = tables.create(0, 9);
            fields.write(table, local, isSummer);
            values.setObject(func, table);
        } else {
            int begin = text.length();
            format.append(bytes, length, local, zone);
            values.setObject(func, text.take(begin));
        }
        return 1;
    }

    /** The format is {@code *t}, which a zero may end, as in C. */
    private boolean asksForTable(int bytes, int length) {
        int wanted = strings.name(Name.DATE_TABLE);
        int size = strings.length(wanted);
        return length >= size
                && mem.compare(bytes, strings.bytes(wanted), size) == 0
                && (length == size || mem.getByte(bytes + size) == 0);
    }
}
