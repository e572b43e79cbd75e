package dev.anlass.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LineRateTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void admitsSoManyLinesASecondAndCountsTheOthers() {
        LineRate rate = new LineRate(2);

        assertThat(rate.admits(0)).isTrue();
        assertThat(rate.admits(10)).isTrue();
        assertThat(rate.admits(20)).isFalse();
        assertThat(rate.admits(SECOND)).isTrue();
        assertThat(rate.leftOut()).isEqualTo(1);
    }
}
