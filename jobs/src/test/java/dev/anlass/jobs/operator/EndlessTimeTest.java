package dev.anlass.jobs.operator;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** The end of the input is not the end of time. */
class EndlessTimeTest {

    @Test
    void everythingGoesThroughButTheEndOfTime() throws Exception {
        try (var harness =
                new OneInputStreamOperatorTestHarness<String, String>(new EndlessTime<>(), StringSerializer.INSTANCE)) {
            harness.open();
            harness.processElement(new StreamRecord<>("one"));
            harness.processWatermark(new Watermark(17));
            harness.processWatermark(Watermark.MAX_WATERMARK);

            assertThat(harness.getOutput()).containsExactly(new StreamRecord<>("one"), new Watermark(17));
        }
    }
}
