package dev.anlass.jobs.operator;

import static dev.anlass.jobs.operator.TestEvents.at;
import static dev.anlass.jobs.operator.TestEvents.event;
import static dev.anlass.jobs.operator.TestEvents.order;
import static dev.anlass.jobs.operator.TestEvents.raw;
import static dev.anlass.jobs.operator.TestEvents.tick;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.rule.Settings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records become arrivals, or are rejected with a reason. */
class DecodeFunctionTest {

    private OneInputStreamOperatorTestHarness<RawRecord, Arrival> harness;

    @BeforeEach
    void open() throws Exception {
        TestLibrary library = new TestLibrary().with("one", 0, TestRules.files());
        harness = new OneInputStreamOperatorTestHarness<>(
                new ProcessOperator<>(new DecodeFunction(library, Settings.DEFAULT)));
        harness.setup(
                HandType.ARRIVAL.createSerializer(harness.getExecutionConfig().getSerializerConfig()));
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void aGoodEventArrivesWithItsOrigin() throws Exception {
        assertThat(arrivals(raw(order("c1", "o1", 10, 5.5)))).singleElement().satisfies(arrival -> {
            assertThat(arrival.customer()).isEqualTo("c1");
            assertThat(arrival.origin().source().offset()).isEqualTo(17);
            assertThat(((Arrival.OfEvent) arrival).event().time()).isEqualTo(at(10));
        });
    }

    @Test
    void binaryModeArrivesLikewise() throws Exception {
        RawRecord binary = new RawRecord(
                raw("").source(),
                null,
                Map.of(
                        "specversion", "1.0",
                        "id", "o1",
                        "source", "urn:test",
                        "type", "order.placed",
                        "subject", "c1",
                        "time", "2026-03-02T20:00:10Z"),
                "{\"order_id\":\"o1\",\"total\":5.5}".getBytes(StandardCharsets.UTF_8));

        List<Arrival> both = arrivals(raw(order("c1", "o1", 10, 5.5)), binary);

        assertThat(((Arrival.OfEvent) both.get(0)).event()).isEqualTo(((Arrival.OfEvent) both.get(1)).event());
    }

    @Test
    void whatNoRuleReadsAndWhatSaysOnlyTheTimeEndsHere() throws Exception {
        assertThat(arrivals(
                        raw(event("c1", "e1", "page.scrolled", 10, "{\"depth\":3}")),
                        raw(event("c1", "e2", "weather.changed", 10, "{}")),
                        raw(tick(10))))
                .isEmpty();
        assertThat(harness.getSideOutput(Outlets.REJECTED)).isNull();
    }

    @Test
    void anUnreadableConsentIsRejectedAndBlocksItsCustomer() throws Exception {
        assertThat(arrivals(raw(event("c1", "e1", "consent.changed", 10, "{\"purpose\":\"offers\"}"))))
                .singleElement()
                .isInstanceOfSatisfying(Arrival.OfUnreadable.class, unreadable -> {
                    assertThat(unreadable.customer()).isEqualTo("c1");
                    assertThat(unreadable.blocked().purpose()).isEqualTo("offers");
                });
        assertThat(harness.getSideOutput(Outlets.REJECTED)).hasSize(1);
    }

    @Test
    void feedbackOfFailureArrivesThoughNoRuleReadsIt() throws Exception {
        assertThat(arrivals(raw(event("c1", "e1", "action.failed", 10, "{\"action_id\":\"a-1\"}"))))
                .hasSize(1);
    }

    private List<Arrival> arrivals(RawRecord... records) throws Exception {
        for (RawRecord record : records) {
            harness.processElement(new StreamRecord<>(record));
        }
        return harness.extractOutputValues();
    }
}
