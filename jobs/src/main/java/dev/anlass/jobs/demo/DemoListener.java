package dev.anlass.jobs.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.jobs.connector.EffectJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;

/** Prints, counts and measures what the job puts out. */
final class DemoListener implements OutputTopics.Listener {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Screen screen;
    private final ZoneId zone;
    private final LineRate rate;
    private final Tally tally;
    private final LatencyMeter latencies;

    DemoListener(DemoPlan plan, Screen screen, Tally tally, LatencyMeter latencies) {
        this.screen = screen;
        this.zone = plan.zone();
        this.rate = new LineRate(plan.linesPerSecond());
        this.tally = tally;
        this.latencies = latencies;
    }

    @Override
    public void action(byte[] bytes, long appendedAt) {
        JsonNode event = read(bytes);
        tally.action(event);
        if (!event.path("type").asText().equals(EffectJson.ACTION_REVOKED)) {
            latencies.action(event, appendedAt);
        }
        if (rate.admits(System.nanoTime())) {
            screen.line(ActionLine.of(event, zone));
        }
    }

    @Override
    public void decision(byte[] bytes) {
        tally.decision(read(bytes));
    }

    @Override
    public void rejected(byte[] bytes) {
        tally.rejected(read(bytes));
    }

    /** How many actions and revocations were not printed. */
    long leftOut() {
        return rate.leftOut();
    }

    private static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("the job wrote something that is no JSON", e);
        }
    }
}
