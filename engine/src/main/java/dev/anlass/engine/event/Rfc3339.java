package dev.anlass.engine.event;

/**
 * Reads instants and dates as RFC 3339 writes them: {@code 2026-03-02T20:00:00.5+01:00} and {@code 2026-03-02}.
 *
 * <p>Any offset and any number of fractional digits; cut to milliseconds towards the past. There is no second 60.
 */
final class Rfc3339 {

    /** Stands for a text that is no instant or no date. */
    static final long INVALID = Long.MIN_VALUE;

    private static final int DATE_LENGTH = 10;
    private static final int SECONDS_END = 19;
    private static final int OFFSET_LENGTH = 6;
    private static final long MINUTE_MILLIS = 60_000;
    private static final long DAY_MILLIS = 86_400_000;
    private static final int DAYS_OF_FOUR_CENTURIES = 146_097;
    private static final int DAYS_FROM_YEAR_ZERO_TO_1970 = 719_468;

    private Rfc3339() {}

    /** Milliseconds since 1970, or {@link #INVALID}. */
    static long instant(String text) {
        if (text.length() <= SECONDS_END || !isMark(text, DATE_LENGTH, 't')) {
            return INVALID;
        }
        long midnight = midnight(text);
        long ofDay = millisOfDay(text);
        int offset = offsetAt(text);
        long minutes = offsetMinutes(text, offset);
        if (midnight == INVALID || ofDay < 0 || minutes == INVALID) {
            return INVALID;
        }
        return midnight + ofDay + fraction(text, offset) - minutes * MINUTE_MILLIS;
    }

    /** Milliseconds since 1970 of the day's midnight in UTC, or {@link #INVALID}. */
    static long date(String text) {
        return text.length() == DATE_LENGTH ? midnight(text) : INVALID;
    }

    private static long midnight(String text) {
        int year = number(text, 0, 4);
        int month = number(text, 5, 2);
        int day = number(text, 8, 2);
        boolean valid = text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && year >= 0
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= daysOf(year, month);
        return valid ? DAY_MILLIS * daysSince1970(year, month, day) : INVALID;
    }

    private static int daysOf(int year, int month) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /** Counts in years that begin in March, so that the leap day is the last; see Hinnant, chrono-compatible dates. */
    private static long daysSince1970(int year, int month, int day) {
        int marchYear = month <= 2 ? year - 1 : year;
        int era = Math.floorDiv(marchYear, 400);
        int yearOfEra = marchYear - era * 400;
        int dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return (long) era * DAYS_OF_FOUR_CENTURIES + dayOfEra - DAYS_FROM_YEAR_ZERO_TO_1970;
    }

    /** Without the fraction; negative if it is no time of day. */
    private static long millisOfDay(String text) {
        int hour = number(text, 11, 2);
        int minute = number(text, 14, 2);
        int second = number(text, 17, 2);
        boolean marked = text.charAt(13) == ':' && text.charAt(16) == ':';
        if (!marked || (hour | minute | second) < 0 || hour > 23 || minute > 59 || second > 59) {
            return -1;
        }
        return ((hour * 60L + minute) * 60 + second) * 1000;
    }

    /** Where the offset begins: after the seconds and, if there is one, their fraction. */
    private static int offsetAt(String text) {
        if (text.charAt(SECONDS_END) != '.') {
            return SECONDS_END;
        }
        int at = SECONDS_END + 1;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at == SECONDS_END + 1 ? text.length() : at;
    }

    private static long fraction(String text, int end) {
        long millis = 0;
        for (int at = SECONDS_END + 1, unit = 100; at < end && unit > 0; at++, unit /= 10) {
            millis += (long) unit * (text.charAt(at) - '0');
        }
        return millis;
    }

    private static long offsetMinutes(String text, int at) {
        if (isMark(text, at, 'z')) {
            return at + 1 == text.length() ? 0 : INVALID;
        }
        if (at + OFFSET_LENGTH != text.length() || text.charAt(at + 3) != ':') {
            return INVALID;
        }
        int hours = number(text, at + 1, 2);
        int minutes = number(text, at + 4, 2);
        char sign = text.charAt(at);
        if ((sign != '+' && sign != '-') || (hours | minutes) < 0 || hours > 23 || minutes > 59) {
            return INVALID;
        }
        return (sign == '-' ? -1 : 1) * (hours * 60L + minutes);
    }

    /** Whether the letter stands there, small or large. */
    private static boolean isMark(String text, int at, char small) {
        return at < text.length() && (text.charAt(at) | 0x20) == small;
    }

    /** The digits' value; negative if one is no digit. */
    private static int number(String text, int from, int digits) {
        int value = 0;
        for (int at = from; at < from + digits; at++) {
            if (!isDigit(text.charAt(at))) {
                return -1;
            }
            value = value * 10 + text.charAt(at) - '0';
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
