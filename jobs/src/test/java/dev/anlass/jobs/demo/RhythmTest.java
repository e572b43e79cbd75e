package dev.anlass.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RhythmTest {

    private static final long NOW = 1_000_000_000L;
    private static final long EVENT = Duration.ofDays(20_000).toMillis();

    @Test
    void aRecordIsDueAsLongAfterTheFirstAsItHappenedDividedByTheSpeed() {
        Rhythm rhythm = new Rhythm(60, Long.MIN_VALUE, NOW);

        assertThat(rhythm.dueNanos(EVENT)).isEqualTo(NOW);
        assertThat(rhythm.dueNanos(EVENT + 60_000))
                .isEqualTo(NOW + Duration.ofSeconds(1).toNanos());
        assertThat(rhythm.dueNanos(EVENT + 90_000))
                .isEqualTo(NOW + Duration.ofMillis(1_500).toNanos());
    }

    @Test
    void whatComesOutOfOrderIsDueAtOnce() {
        Rhythm rhythm = new Rhythm(1, Long.MIN_VALUE, NOW);
        rhythm.dueNanos(EVENT);
        long due = rhythm.dueNanos(EVENT + 1_000);

        assertThat(rhythm.dueNanos(EVENT + 500)).isEqualTo(due);
    }

    @Test
    void aNightWithoutEventsTakesTwoSeconds() {
        Rhythm rhythm = new Rhythm(1, Long.MIN_VALUE, NOW);
        rhythm.dueNanos(EVENT);

        assertThat(rhythm.dueNanos(EVENT + Duration.ofHours(8).toMillis()))
                .isEqualTo(NOW + Duration.ofSeconds(2).toNanos());
    }

    @Test
    void historyTakesNoTime() {
        Rhythm rhythm = new Rhythm(1, EVENT, NOW);
        rhythm.dueNanos(EVENT - Duration.ofDays(20).toMillis());

        assertThat(rhythm.dueNanos(EVENT)).isEqualTo(NOW);
        assertThat(rhythm.dueNanos(EVENT + 1_000))
                .isEqualTo(NOW + Duration.ofSeconds(1).toNanos());
    }

    @Test
    void withoutASpeedEverythingIsDueAtOnce() {
        Rhythm rhythm = new Rhythm(Double.POSITIVE_INFINITY, Long.MIN_VALUE, NOW);
        rhythm.dueNanos(EVENT);

        assertThat(rhythm.dueNanos(EVENT + Duration.ofDays(400).toMillis())).isEqualTo(NOW);
    }
}
