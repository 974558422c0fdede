package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.kernel.interp.Fuel;
import dev.moonlift.runtime.kernel.number.Arithmetic;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;

/**
 * The formats of {@code os.date}: those of C99's strftime in the C locale, appended to the text buffer. {@code time} is
 * local time, as seconds since 1970-01-01 00:00:00; {@code zone} is by how many seconds it is ahead of UTC.
 */
public final class DateFormat {
    /** As a zone: the time is UTC because the program asked for it. */
    public static final int UTC = Integer.MIN_VALUE;

    /** Each name takes so many bytes in the lists of names, padded with spaces. */
    private static final int NAME_BYTES = 9;

    private static final int SHORT_NAME_BYTES = 3;

    private final Memory mem;
    private final Strings strings;
    private final TextBuffer text;
    private final Errors errors;
    private final Fuel fuel;

    public DateFormat(Memory mem, Strings strings, TextBuffer text, Errors errors, Fuel fuel) {
        this.mem = mem;
        this.strings = strings;
        this.text = text;
        this.errors = errors;
        this.fuel = fuel;
    }

    /** Appends a time in a format, given as bytes. */
    public void append(int format, int length, long time, int zone) {
        fuel.chargeBytes(length);
        int i = 0;
        while (i < length) {
            int c = mem.getByte(format + i);
            i++;
            if (c != '%') {
                text.appendByte(c);
            } else {
                int modifier = modifierLength(format + i, length - i);
                convert(mem.getByte(format + i + modifier), time, zone);
                i += modifier + 1;
            }
        }
    }

    /** Bytes before the letter of a conversion: 1 for the modifiers E and O, which the C locale has no use for. */
    private int modifierLength(int conversion, int length) {
        int first = length > 0 ? mem.getByte(conversion) : 0;
        if (contains(Name.DATE_PLAIN_CONVERSIONS, first)) {
            return 0;
        }
        int second = length > 1 ? mem.getByte(conversion + 1) : 0;
        boolean isModified = first == 'E' && contains(Name.DATE_ERA_CONVERSIONS, second)
                || first == 'O' && contains(Name.DATE_DIGIT_CONVERSIONS, second);
        return isModified ? 1 : invalid(conversion, length);
    }

    private boolean contains(int name, int letter) {
        int letters = strings.name(name);
        for (int i = 0; i < strings.length(letters); i++) {
            if (mem.getByte(strings.bytes(letters) + i) == letter) {
                return true;
            }
        }
        return false;
    }

    /** The message shows the rest of the format, up to a zero. */
    private int invalid(int conversion, int length) {
        int end = 0;
        while (end < length && mem.getByte(conversion + end) != 0) {
            end++;
        }
        int shown = strings.create(conversion, end);
        int begin = text.length();
        text.appendTemplate(Name.DATE_CONVERSION, shown, 0, 0);
        return errors.argumentAt(0, 1, text.take(begin));
    }

    // --- conversions ---

    private void convert(int letter, long time, int zone) {
        switch (letter) {
            case 'c':
                appendNamed(Name.DATE_FORMAT_C, time, zone);
                break;
            case 'D':
            case 'x':
                appendNamed(Name.DATE_FORMAT_DATE, time, zone);
                break;
            case 'F':
                appendNamed(Name.DATE_FORMAT_ISO, time, zone);
                break;
            case 'r':
                appendNamed(Name.DATE_FORMAT_HOUR12, time, zone);
                break;
            case 'R':
                appendNamed(Name.DATE_FORMAT_MINUTES, time, zone);
                break;
            case 'T':
            case 'X':
                appendNamed(Name.DATE_FORMAT_TIME, time, zone);
                break;
            case 'z':
                appendOffset(zone);
                break;
            case 'Z':
                appendZone(zone);
                break;
            default:
                convertDate(letter, time);
        }
    }

    private void appendNamed(int name, long time, int zone) {
        int format = strings.name(name);
        append(strings.bytes(format), strings.length(format), time, zone);
    }

    private void convertDate(int letter, long time) {
        switch (letter) {
            case 'a':
                appendPart(Name.DATE_WEEKDAYS, CalendarTime.weekday(time), SHORT_NAME_BYTES);
                break;
            case 'A':
                appendPart(Name.DATE_WEEKDAYS, CalendarTime.weekday(time), NAME_BYTES);
                break;
            case 'b':
            case 'h':
                appendPart(Name.DATE_MONTHS, CalendarTime.month(time) - 1, SHORT_NAME_BYTES);
                break;
            case 'B':
                appendPart(Name.DATE_MONTHS, CalendarTime.month(time) - 1, NAME_BYTES);
                break;
            case 'C':
                text.appendInteger(Arithmetic.idiv(CalendarTime.year(time), 100L));
                break;
            case 'd':
                appendPadded(CalendarTime.day(time), '0');
                break;
            case 'e':
                appendPadded(CalendarTime.day(time), ' ');
                break;
            case 'j':
                appendYearDay(CalendarTime.yearDay(time) + 1);
                break;
            case 'm':
                appendPadded(CalendarTime.month(time), '0');
                break;
            case 'y':
                appendPadded((int) Arithmetic.mod(CalendarTime.year(time), 100L), '0');
                break;
            case 'Y':
                text.appendInteger(CalendarTime.year(time));
                break;
            default:
                convertWeek(letter, time);
        }
    }

    private void convertWeek(int letter, long time) {
        switch (letter) {
            case 'g':
                appendPadded((int) Arithmetic.mod(CalendarTime.isoYear(time), 100L), '0');
                break;
            case 'G':
                text.appendInteger(CalendarTime.isoYear(time));
                break;
            case 'u':
                text.appendInteger((CalendarTime.weekday(time) + 6) % 7 + 1);
                break;
            case 'U':
                appendPadded(CalendarTime.weekFromSunday(time), '0');
                break;
            case 'V':
                appendPadded(CalendarTime.isoWeek(time), '0');
                break;
            case 'w':
                text.appendInteger(CalendarTime.weekday(time));
                break;
            case 'W':
                appendPadded(CalendarTime.weekFromMonday(time), '0');
                break;
            default:
                convertTimeOfDay(letter, time);
        }
    }

    private void convertTimeOfDay(int letter, long time) {
        switch (letter) {
            case 'H':
                appendPadded(CalendarTime.hour(time), '0');
                break;
            case 'I':
                appendPadded((CalendarTime.hour(time) + 11) % 12 + 1, '0');
                break;
            case 'M':
                appendPadded(CalendarTime.minute(time), '0');
                break;
            case 'n':
                text.appendByte('\n');
                break;
            case 'p':
                text.appendByte(CalendarTime.hour(time) < 12 ? 'A' : 'P');
                text.appendByte('M');
                break;
            case 'S':
                appendPadded(CalendarTime.second(time), '0');
                break;
            case 't':
                text.appendByte('\t');
                break;
            default:
                text.appendByte('%');
        }
    }

    // --- pieces ---

    /** Two digits. */
    private void appendPadded(int value, int padding) {
        text.appendByte(value < 10 ? padding : '0' + value / 10);
        text.appendByte('0' + value % 10);
    }

    private void appendYearDay(int day) {
        text.appendByte('0' + day / 100);
        appendPadded(day % 100, '0');
    }

    /** The beginning of a name in a list of names, without the spaces behind it. */
    private void appendPart(int list, int index, int bytes) {
        int name = strings.bytes(strings.name(list)) + NAME_BYTES * index;
        int length = 0;
        while (length < bytes && mem.getByte(name + length) != ' ') {
            length++;
        }
        text.appendBytes(name, length);
    }

    private void appendOffset(int zone) {
        int offset = zone == UTC ? 0 : zone;
        int minutes = Math.abs(offset) / 60;
        text.appendByte(offset < 0 ? '-' : '+');
        appendPadded(minutes / 60, '0');
        appendPadded(minutes % 60, '0');
    }

    /** Zones other than UTC have no name here but their offset. */
    private void appendZone(int zone) {
        if (zone == UTC) {
            text.appendName(Name.ZONE_GREENWICH);
        } else if (zone == 0) {
            text.appendName(Name.ZONE_UNIVERSAL);
        } else {
            appendOffset(zone);
        }
    }
}
