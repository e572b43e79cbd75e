package dev.anlass.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.anlass.jobs.report.Difference.Share;
import org.junit.jupiter.api.Test;

/** The interval, by the examples of its source: Newcombe 1998, table II, method 10. */
class DifferenceTest {

    private static void interval(long successes, long of, long others, long ofOthers, double lower, double upper) {
        Difference difference = new Difference(new Share(successes, of), new Share(others, ofOthers));
        assertThat(difference.lower()).isEqualTo(lower, within(0.00005));
        assertThat(difference.upper()).isEqualTo(upper, within(0.00005));
    }

    @Test
    void theIntervalIsThatOfItsSource() {
        interval(56, 70, 48, 80, 0.0524, 0.3339);
        interval(9, 10, 3, 10, 0.1705, 0.8090);
        interval(5, 56, 0, 29, -0.0381, 0.1926);
        interval(0, 10, 0, 20, -0.1611, 0.2775);
    }

    @Test
    void withNobodyOnOneSideNothingIsKnown() {
        assertThat(new Difference(new Share(1, 2), new Share(0, 0)).isKnown()).isFalse();
        assertThat(new Difference(new Share(1, 2), new Share(0, 3)).isKnown()).isTrue();
    }
}
