package dev.anlass.jobs.advisor.desk.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.jobs.advisor.desk.signin.Tickets.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TicketsTest {

    private long now = 1_000_000;

    private final Clock wall = new Clock() {
        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(now);
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    };

    private final Tickets<String> tickets =
            new Tickets<>(wall, new Limits(Duration.ofMillis(10), Duration.ofMillis(25), 2));

    @Test
    void useKeepsATicketAliveUntilItIsOld() {
        String number = tickets.issue("anna");
        for (int i = 0; i < 2; i++) {
            now += 9;
            assertThat(tickets.find(number)).hasValue("anna");
        }
        now += 9;
        assertThat(tickets.find(number)).isEmpty();
    }

    @Test
    void aTicketThatIsNotUsedEnds() {
        String number = tickets.issue("anna");
        now += 10;
        assertThat(tickets.find(number)).isEmpty();
    }

    @Test
    void theOneThatWasNotUsedForLongestGoesFirst() {
        String first = tickets.issue("anna");
        String second = tickets.issue("ben");
        tickets.find(first);
        String third = tickets.issue("carla");
        assertThat(tickets.find(first)).hasValue("anna");
        assertThat(tickets.find(second)).isEmpty();
        assertThat(tickets.find(third)).hasValue("carla");
    }

    @Test
    void aTicketIsTakenOnce() {
        String number = tickets.issue("anna");
        assertThat(number).hasSize(43).isNotEqualTo(Tickets.number());
        assertThat(tickets.take(number)).hasValue("anna");
        assertThat(tickets.take(number)).isEmpty();
        assertThat(tickets.take(null)).isEmpty();
    }

    @Test
    void aNameHasFewTriesAMinute() {
        Attempts attempts = new Attempts(wall);
        for (int i = 0; i < Attempts.MOST_PER_MINUTE; i++) {
            assertThat(attempts.mayTry("anna")).isTrue();
        }
        assertThat(attempts.mayTry("anna")).isFalse();
        assertThat(attempts.mayTry("ben")).isTrue();
        now += Attempts.WINDOW_MILLIS;
        assertThat(attempts.mayTry("anna")).isTrue();
    }
}
