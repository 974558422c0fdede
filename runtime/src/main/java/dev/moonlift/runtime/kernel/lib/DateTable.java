package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.interp.Conversions;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.kernel.table.Tables;
import dev.moonlift.runtime.kernel.text.Strings;

/** Dates as tables, see {@code os.date} and {@code os.time} (manual §6.9). */
public final class DateTable {
    /** For {@link #field}: there is no default. */
    private static final long REQUIRED = -1;

    private static final int SCRATCH = State.SCRATCH_SLOTS + Layout.SLOT;

    private final Value values;
    private final Strings strings;
    private final Tables tables;
    private final Conversions conversions;
    private final Errors errors;

    public DateTable(Value values, Strings strings, Tables tables, Conversions conversions, Errors errors) {
        this.values = values;
        this.strings = strings;
        this.tables = tables;
        this.conversions = conversions;
        this.errors = errors;
    }

    // --- reading ---

    /** Local time by the fields of a table, which may lie outside their usual ranges. */
    public long read(int table) {
        long year = field(table, Name.FIELD_YEAR, REQUIRED, 1900) + 1900;
        long month = field(table, Name.FIELD_MONTH, REQUIRED, 1);
        long day = field(table, Name.FIELD_DAY, REQUIRED, 0);
        long hour = field(table, Name.FIELD_HOUR, 12, 0);
        long minute = field(table, Name.FIELD_MINUTE, 0, 0);
        long second = field(table, Name.FIELD_SECOND, 0, 0);
        long days = CalendarTime.daysToMonth(year, month) + day - 1;
        return 86_400 * days + 3600 * hour + 60 * minute + second;
    }

    /** An integer less {@code base}, as C has it in an int. */
    private long field(int table, int name, long ifAbsent, long base) {
        int slot = tables.getString(table, strings.name(name));
        if (!conversions.toInteger(slot)) {
            if (!values.isNil(slot)) {
                return errors.raise(Name.FIELD_NO_INTEGER, strings.name(name), 0, 0);
            }
            return ifAbsent == REQUIRED ? errors.raise(Name.FIELD_MISSING, strings.name(name), 0, 0) : ifAbsent;
        }
        long value = conversions.integerResult();
        boolean fits = value >= 0 ? value - base <= Integer.MAX_VALUE : value >= Integer.MIN_VALUE + base;
        return fits ? value - base : errors.raise(Name.FIELD_BOUNDS, strings.name(name), 0, 0);
    }

    // --- writing ---

    /** Stores all fields of a local time, each in its usual range. */
    public void write(int table, long time, boolean isSummer) {
        put(table, Name.FIELD_YEAR, CalendarTime.year(time));
        put(table, Name.FIELD_MONTH, CalendarTime.month(time));
        put(table, Name.FIELD_DAY, CalendarTime.day(time));
        put(table, Name.FIELD_HOUR, CalendarTime.hour(time));
        put(table, Name.FIELD_MINUTE, CalendarTime.minute(time));
        put(table, Name.FIELD_SECOND, CalendarTime.second(time));
        put(table, Name.FIELD_YEAR_DAY, CalendarTime.yearDay(time) + 1);
        put(table, Name.FIELD_WEEKDAY, CalendarTime.weekday(time) + 1);
        values.setBoolean(SCRATCH, isSummer);
        tables.putString(table, strings.name(Name.FIELD_SUMMER), SCRATCH);
    }

    private void put(int table, int name, long value) {
        values.setInteger(SCRATCH, value);
        tables.putString(table, strings.name(name), SCRATCH);
    }
}
