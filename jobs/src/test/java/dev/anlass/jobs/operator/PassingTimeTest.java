package dev.anlass.jobs.operator;

import static dev.anlass.jobs.operator.TestEvents.at;
import static dev.anlass.jobs.operator.TestEvents.event;
import static dev.anlass.jobs.operator.TestEvents.order;
import static dev.anlass.jobs.operator.TestEvents.raw;
import static dev.anlass.jobs.operator.TestEvents.tick;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.jobs.config.Clock;
import dev.anlass.jobs.connector.RecordSource.InTopic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

/** Time passes by the records of a partition, and by nothing else. */
class PassingTimeTest {

    private static final Duration GRACE = Duration.ofSeconds(5);

    @Test
    void byTicksOnlyTicksCount() {
        assertThat(passed(Clock.TICKS, raw(order("c1", "o1", 100, 1)), raw(tick(10)), raw(tick(9)), raw(tick(12))))
                .containsExactly(at(5) - 1, at(7) - 1);
    }

    @Test
    void anEventThatOnlySpeaksOfTicksIsNone() {
        assertThat(passed(Clock.TICKS, raw(event("c1", "e1", "order.placed", 100, "{\"note\":\"tick\"}"))))
                .isEmpty();
    }

    @Test
    void byEventsEventsAndTicksCount() {
        assertThat(passed(Clock.EVENTS, raw(order("c1", "o1", 10, 1)), raw(order("c1", "o2", 8, 1)), raw(tick(12))))
                .containsExactly(at(5), at(7));
    }

    @Test
    void inBinaryModeTheAttributesCount() {
        Map<String, String> attributes = Map.of(
                "id",
                "t",
                "source",
                "urn:x",
                "type",
                "tick",
                "time",
                "2026-03-02T21:00:10.5+01:00",
                "specversion",
                "1.0");
        RawRecord tick = new RawRecord(new InTopic("t", 0, 1), null, attributes, new byte[0]);

        assertThat(passed(Clock.TICKS, tick)).containsExactly(at(5) + 499);
        assertThat(passed(Clock.EVENTS, tick)).containsExactly(at(5) + 500);
    }

    @Test
    void noEventIsAheadOfItsRecord() {
        RawRecord ahead = new RawRecord(
                new InTopic("t", 0, 1),
                at(20),
                Map.of(),
                order("c1", "o1", 100_000, 1).getBytes(StandardCharsets.UTF_8));

        assertThat(passed(Clock.EVENTS, ahead)).containsExactly(at(15));
    }

    @Test
    void aRecordMaySayWhenItWasMade() {
        String order = order("c1", "o1", 100_000, 1);
        String made = order.replaceFirst("\\{", "{\"recordedtime\":\"2026-03-02T20:00:20Z\",");

        assertThat(passed(Clock.EVENTS, raw(made))).containsExactly(at(15));
    }

    @Test
    void anEventOfATypeThatNobodyKnowsLetsTimePass() {
        assertThat(passed(Clock.EVENTS, raw(event("c1", "e1", "door.opened", 10, "{}"))))
                .containsExactly(at(5));
    }

    @Test
    void whatCannotBeReadSaysNothing() {
        assertThat(passed(
                        Clock.EVENTS,
                        raw("{\"time\":\"2026-03-02T20:00:00Z\""),
                        raw("[]"),
                        raw(""),
                        raw(order("c1", "o1", 10, 1).replace("2026-03", "2026-13")),
                        raw(order("c1", "o1", 10, 1).replace("subject", "about"))))
                .isEmpty();
    }

    private static List<Long> passed(Clock clock, RawRecord... records) {
        WatermarkGenerator<RawRecord> time = PassingTime.by(clock, GRACE).createWatermarkGenerator(null);
        Output output = new Output();
        for (RawRecord record : records) {
            time.onEvent(record, 0, output);
            time.onPeriodicEmit(output);
        }
        return output.passed;
    }

    private static final class Output implements WatermarkOutput {

        private final List<Long> passed = new ArrayList<>();

        @Override
        public void emitWatermark(Watermark watermark) {
            passed.add(watermark.getTimestamp());
        }

        @Override
        public void markIdle() {
            throw new AssertionError("a partition without records holds time back");
        }

        @Override
        public void markActive() {}
    }
}
