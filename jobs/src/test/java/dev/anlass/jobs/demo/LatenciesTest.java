package dev.anlass.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void percentilesAreThoseOfTheSortedList() {
        Latencies latencies = new Latencies();
        for (int millis = 200; millis >= 1; millis--) {
            latencies.add(millis);
        }

        assertThat(latencies.percentile(50)).isEqualTo(100);
        assertThat(latencies.percentile(99)).isEqualTo(198);
        assertThat(latencies.percentile(100)).isEqualTo(200);
    }

    @Test
    void whatIsBeyondAMinuteCountsAsAMinute() {
        Latencies latencies = new Latencies();
        latencies.add(10_000_000);

        assertThat(latencies.percentile(50)).isEqualTo(60_000);
    }
}
