package dev.anlass.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void aLineHasANameLabelsAndAValue() {
        Sample sample = Sample.of("operator_time{operator_name=\"trigger\",subtask_index=\"1\",} 1.763938E12");

        assertThat(sample.name()).isEqualTo("operator_time");
        assertThat(sample.label("operator_name")).isEqualTo("trigger");
        assertThat(sample.label("subtask_index")).isEqualTo("1");
        assertThat(sample.value()).isEqualTo(1_763_938_000_000.0);
    }

    @Test
    void labelsMayBeMissing() {
        assertThat(Sample.of("up 1.0")).extracting(Sample::value).isEqualTo(1.0);
    }

    @Test
    void commentsAreNoSamples() {
        assertThat(Sample.of("# HELP operator_time How far time has come {so far} 1"))
                .isNull();
    }
}
