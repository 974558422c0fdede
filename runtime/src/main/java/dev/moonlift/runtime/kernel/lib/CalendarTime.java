package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.number.Arithmetic;

/**
 * The calendar: what date and time of day a number of seconds since 1970-01-01 00:00:00 is, by the Gregorian rules at
 * all times. The computation counts years from March, so that the leap day comes last (Richards, Mapping time, 1998).
 */
public final class CalendarTime {
    /** Where the years that an int can count from 1900 on begin and end: C knows no others. */
    public static final long FIRST = -67_768_040_609_740_800L;

    public static final long LAST = 67_768_036_191_676_799L;

    private static final int SECONDS_PER_DAY = 86_400;
    /** The calendar repeats itself after 400 years, which are so many days. */
    private static final int DAYS_PER_ERA = 146_097;
    /** Days from 0000-03-01, where the first era begins, to 1970-01-01. */
    private static final int DAYS_TO_EPOCH = 719_468;

    private CalendarTime() {}

    // --- from fields to seconds ---

    /** Days from 1970-01-01 to the first day of a month, counted from 0 in January; it may lie in another year. */
    public static long daysToMonth(long year, long month) {
        long months = 12 * year + month - 2;
        long marchYear = Arithmetic.idiv(months, 12L);
        long marchMonth = Arithmetic.mod(months, 12L);
        long era = Arithmetic.idiv(marchYear, 400L);
        return era * DAYS_PER_ERA + daysBeforeYear(marchYear - 400 * era) + daysBeforeMonth(marchMonth) - DAYS_TO_EPOCH;
    }

    /** Days in the years of an era before one of them. */
    private static long daysBeforeYear(long yearOfEra) {
        return 365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100;
    }

    /** Days in a year before a month, counted from 0 in March: the lengths 31, 30, 31, 30, 31 repeat. */
    private static long daysBeforeMonth(long month) {
        return (153 * month + 2) / 5;
    }

    // --- from seconds to fields ---

    private static long days(long time) {
        return Arithmetic.idiv(time, (long) SECONDS_PER_DAY);
    }

    private static int secondOfDay(long time) {
        return (int) Arithmetic.mod(time, (long) SECONDS_PER_DAY);
    }

    private static long dayOfEra(long days) {
        return Arithmetic.mod(days + DAYS_TO_EPOCH, (long) DAYS_PER_ERA);
    }

    /** The years before a day in its era: 365 days each, after the leap days have been taken out. */
    private static long yearOfEra(long dayOfEra) {
        return (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    }

    /** Day of the year that begins in March, from 0. */
    private static long dayOfMarchYear(long days) {
        long dayOfEra = dayOfEra(days);
        return dayOfEra - daysBeforeYear(yearOfEra(dayOfEra));
    }

    /** Month from 0 in March. */
    private static long marchMonth(long days) {
        return (5 * dayOfMarchYear(days) + 2) / 153;
    }

    private static long yearOfDays(long days) {
        long era = Arithmetic.idiv(days + DAYS_TO_EPOCH, (long) DAYS_PER_ERA);
        return 400 * era + yearOfEra(dayOfEra(days)) + (marchMonth(days) >= 10 ? 1 : 0);
    }

    private static int dayOfYear(long days) {
        return (int) (days - daysToMonth(yearOfDays(days), 0));
    }

    public static long year(long time) {
        return yearOfDays(days(time));
    }

    /** 1 to 12. */
    public static int month(long time) {
        int fromMarch = (int) marchMonth(days(time));
        return fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
    }

    /** 1 to 31. */
    public static int day(long time) {
        long days = days(time);
        return (int) (dayOfMarchYear(days) - daysBeforeMonth(marchMonth(days))) + 1;
    }

    public static int hour(long time) {
        return secondOfDay(time) / 3600;
    }

    public static int minute(long time) {
        return secondOfDay(time) / 60 % 60;
    }

    public static int second(long time) {
        return secondOfDay(time) % 60;
    }

    /** From 0, Sunday: 1970 began with a Thursday. */
    public static int weekday(long time) {
        return (int) Arithmetic.mod(days(time) + 4, 7L);
    }

    /** From 0. */
    public static int yearDay(long time) {
        return dayOfYear(days(time));
    }

    // --- weeks ---

    /** Week of the year, from 0: the first one begins with the first Sunday. */
    public static int weekFromSunday(long time) {
        return (yearDay(time) + 7 - weekday(time)) / 7;
    }

    /** As {@link #weekFromSunday}, for Mondays. */
    public static int weekFromMonday(long time) {
        return (yearDay(time) + 7 - (weekday(time) + 6) % 7) / 7;
    }

    /** A week of ISO 8601 begins with Monday and belongs to the year of its Thursday. */
    private static long thursday(long time) {
        return days(time) - (weekday(time) + 6) % 7 + 3;
    }

    public static long isoYear(long time) {
        return yearOfDays(thursday(time));
    }

    /** 1 to 53. */
    public static int isoWeek(long time) {
        return dayOfYear(thursday(time)) / 7 + 1;
    }
}
