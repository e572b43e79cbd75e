package dev.anlass.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class LatencyMeterTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TIME = "2026-03-02T20:00:00Z";

    private final AppendTimes appendTimes = new AppendTimes(1 << 6);
    private final LatencyMeter meter = new LatencyMeter(appendTimes);

    @Test
    void measuresFromTheAppendOfTheCompletingEvent() throws Exception {
        appendTimes.put(AppendTimes.key("urn:shop", "e-2"), 1_000);

        action(1_040, TIME, TIME, "e-2");

        assertThat(meter.latencies().percentile(50)).isEqualTo(40);
        assertThat(meter.latencies().measured()).isEqualTo(1);
    }

    @Test
    void anEventThatFollowsFromAnotherIsAsOldAsThatOne() throws Exception {
        appendTimes.put(AppendTimes.key("urn:shop", "e-2"), 1_000);

        action(1_007, TIME, TIME, "e-2/fence.entered/s-7");

        assertThat(meter.latencies().percentile(99)).isEqualTo(7);
    }

    @Test
    void whatComesDueByTimeHasNoEventToMeasureFrom() throws Exception {
        action(5_000, "2026-03-02T22:00:00Z", "2026-03-02T22:00:00Z", "e-2");
        action(5_000, TIME, "2026-03-03T08:00:00Z", "e-2");
        action(5_000, TIME, TIME, "e-2/fence.entered/s-7/fence.dwelled/s-7");

        assertThat(meter.byTime()).isEqualTo(3);
        assertThat(meter.latencies().measured()).isZero();
    }

    @Test
    void anActionMayBeReadBeforeTheBrokersAnswerAboutItsEvent() throws Exception {
        action(1_005, TIME, TIME, "e-2");
        appendTimes.put(AppendTimes.key("urn:shop", "e-2"), 1_000);
        meter.end();

        assertThat(meter.latencies().percentile(50)).isEqualTo(5);
        assertThat(meter.unmeasured()).isZero();
    }

    private void action(long appendedAt, String time, String decidedAt, String event) throws JsonProcessingException {
        String action = """
                {"time": "%s", "data": {"decided_at": "%s", "evidence": [
                  {"step": "cart", "source": "urn:shop", "event": "e-1", "time": "2026-03-02T19:00:00Z"},
                  {"step": "visit", "source": "urn:shop", "event": "%s", "time": "2026-03-02T20:00:00Z"}]}}
                """.formatted(time, decidedAt, event);
        meter.action(JSON.readTree(action), appendedAt);
    }
}
