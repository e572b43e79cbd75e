package dev.anlass.engine.rulefile;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Exact durations as authors write them: {@code 90m}, {@code 7d}, {@code 1h30m}; a day is 24 hours. */
public final class Durations {

    /** The longest duration, ten years. */
    public static final long MAX_MILLIS = 3_650L * 86_400_000L;

    private static final Pattern SUM =
            Pattern.compile("(?:(\\d{1,10})d)?(?:(\\d{1,10})h)?(?:(\\d{1,10})m)?(?:(\\d{1,10})s)?");

    private static final long[] UNITS = {86_400_000L, 3_600_000L, 60_000L, 1_000L};

    private static final String[] LETTERS = {"d", "h", "m", "s"};

    private Durations() {}

    /** The duration in milliseconds; empty if the text is none or longer than {@link #MAX_MILLIS}. */
    public static OptionalLong millis(String text) {
        Matcher sum = SUM.matcher(text);
        if (text.isEmpty() || !sum.matches()) {
            return OptionalLong.empty();
        }
        long millis = 0;
        for (int i = 0; i < UNITS.length; i++) {
            String number = sum.group(i + 1);
            millis += number == null ? 0 : Math.min(MAX_MILLIS + 1, Long.parseLong(number) * UNITS[i]);
        }
        return millis <= MAX_MILLIS ? OptionalLong.of(millis) : OptionalLong.empty();
    }

    /** The duration as an author writes it; less than a second is left out. */
    public static String text(long millis) {
        StringBuilder text = new StringBuilder();
        long rest = millis;
        for (int i = 0; i < UNITS.length; i++) {
            long number = rest / UNITS[i];
            if (number > 0) {
                text.append(number).append(LETTERS[i]);
            }
            rest %= UNITS[i];
        }
        return text.isEmpty() ? "0s" : text.toString();
    }
}
