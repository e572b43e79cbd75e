package dev.anlass.jobs.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Measures how long actions take: from the broker's append of the event that completed the match to its append of the
 * action, both on the broker's clock.
 *
 * <p>Actions that came due by time have no such event and are counted apart: waits, dwells, schedules, and what was held.
 */
final class LatencyMeter {

    private static final int MOST_WAITING = 10_000;
    private static final String DERIVED = "/fence.";
    private static final String DWELLED = "/fence.dwelled/";

    private final AppendTimes appendTimes;
    private final Latencies latencies = new Latencies();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long byTime;
    private long unmeasured;

    /** An action that was read before the broker's answer about its event. */
    private record Waiting(long key, long appendedAt) {}

    LatencyMeter(AppendTimes appendTimes) {
        this.appendTimes = appendTimes;
    }

    /**
     * Takes an {@code action.requested}.
     *
     * @param appendedAt when the broker appended it, in milliseconds since 1970
     */
    void action(JsonNode event, long appendedAt) {
        JsonNode evidence = event.path("data").path("evidence");
        JsonNode newest = evidence.path(evidence.size() - 1);
        if (!isBy(newest, event)) {
            byTime++;
            return;
        }
        Waiting action = new Waiting(AppendTimes.key(newest.path("source").asText(), cause(newest)), appendedAt);
        if (!measure(action)) {
            waiting.add(action);
            if (waiting.size() > MOST_WAITING) {
                waiting.remove();
                unmeasured++;
            }
        }
    }

    /** Measures what could not be measured before; to be called when everything is known. */
    void end() {
        waiting.removeIf(this::measure);
        unmeasured += waiting.size();
        waiting.clear();
    }

    Latencies latencies() {
        return latencies;
    }

    /** How many actions came due by time. */
    long byTime() {
        return byTime;
    }

    /** How many actions were completed by an event whose append is not known. */
    long unmeasured() {
        return unmeasured;
    }

    private boolean measure(Waiting action) {
        long appended = appendTimes.get(action.key());
        if (appended == AppendTimes.UNKNOWN) {
            return false;
        }
        latencies.add(action.appendedAt() - appended);
        return true;
    }

    private static boolean isBy(JsonNode evidence, JsonNode event) {
        String time = event.path("time").asText();
        return evidence.path("time").asText().equals(time)
                && event.path("data").path("decided_at").asText().equals(time)
                && !evidence.path("event").asText().contains(DWELLED);
    }

    /** The id of the event that was fed, also for one that follows from it. */
    private static String cause(JsonNode evidence) {
        String id = evidence.path("event").asText();
        int derived = id.indexOf(DERIVED);
        return derived < 0 ? id : id.substring(0, derived);
    }
}
