package dev.anlass.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessorTicksTest {

    @Test
    void whatTheHostKeptBackIsAShareOfAllTicksMeanwhile() {
        ProcessorTicks before = ProcessorTicks.of("cpu  100 0 50 800 10 0 5 35 0 0");

        ProcessorTicks after = ProcessorTicks.of("cpu  400 0 90 1400 10 0 5 95 7 7");

        assertThat(before).isEqualTo(new ProcessorTicks(35, 1_000));
        assertThat(after.stolenPercentSince(before)).hasValue(6.0);
    }

    @Test
    void nothingIsSaidWhereNothingWasCounted() {
        ProcessorTicks none = new ProcessorTicks(0, 0);

        assertThat(none.stolenPercentSince(none)).isEmpty();
    }
}
