package dev.anlass.jobs.push.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** How long a provider asks to be left alone (RFC 9110, 10.2.3): seconds, or the time when it can be asked again. */
final class RetryAfter {

    private static final long LONGEST_SECONDS = Duration.ofDays(1).toSeconds();
    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /** The milliseconds; 0 if it does not say or nobody can read it. */
    static long millis(Optional<String> header, Instant now) {
        return header.map(text -> millis(text.strip(), now)).orElse(0L);
    }

    private static long millis(String text, Instant now) {
        boolean number = !text.isEmpty()
                && text.length() <= MOST_DIGITS
                && text.chars().allMatch(letter -> letter >= '0' && letter <= '9');
        return number ? bounded(Duration.ofSeconds(Long.parseLong(text))) : untilDate(text, now);
    }

    private static long untilDate(String text, Instant now) {
        try {
            Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return bounded(Duration.between(now, then));
        } catch (DateTimeParseException unreadable) {
            return 0;
        }
    }

    private static long bounded(Duration wait) {
        return Math.max(0, Math.min(wait.toMillis(), LONGEST_SECONDS * 1_000));
    }
}
