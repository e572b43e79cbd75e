package dev.anlass.jobs.push.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long a provider asks to be left alone. */
class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    @Test
    void readsSecondsAndDates() {
        assertThat(millis("120")).isEqualTo(120_000);
        assertThat(millis("Sun, 01 Mar 2026 09:01:30 GMT")).isEqualTo(90_000);
    }

    @Test
    void waitsNeitherForThePastNorForDays() {
        assertThat(millis("Sun, 01 Mar 2026 08:00:00 GMT")).isZero();
        assertThat(millis("999999999")).isEqualTo(86_400_000);
    }

    @Test
    void whatNobodyCanReadSaysNothing() {
        assertThat(RetryAfter.millis(Optional.empty(), NOW)).isZero();
        assertThat(millis("")).isZero();
        assertThat(millis("-5")).isZero();
        assertThat(millis("soon")).isZero();
        assertThat(millis("99999999999999999999")).isZero();
    }

    private static long millis(String header) {
        return RetryAfter.millis(Optional.of(header), NOW);
    }
}
