package dev.anlass.jobs.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anlass.jobs.connector.EffectJson;
import java.util.Map;
import java.util.TreeMap;

/** What has come out so far, counted by reason. Written by the thread that reads the topics, read by others. */
final class Tally {

    private final Map<String, Long> refused = new TreeMap<>();
    private final Map<String, Long> revoked = new TreeMap<>();
    private final Map<String, Long> rejected = new TreeMap<>();
    private final Map<String, Long> requestedByTrigger = new TreeMap<>();
    private long matches;
    private long requested;

    /** Counts an event of the actions topic. */
    synchronized void action(JsonNode event) {
        JsonNode data = event.path("data");
        if (event.path("type").asText().equals(EffectJson.ACTION_REVOKED)) {
            revoked.merge(data.path("reason").asText(), 1L, Long::sum);
        } else {
            requested++;
            requestedByTrigger.merge(data.path("trigger").asText(), 1L, Long::sum);
        }
    }

    /** Counts an event of the decisions topic; a match is counted by its first record. */
    synchronized void decision(JsonNode event) {
        JsonNode data = event.path("data");
        if (data.path("revision").asInt() == 1) {
            matches++;
        }
        if (data.path("outcome").asText().equals("refused")) {
            refused.merge(word(data.path("reason").asText()), 1L, Long::sum);
        }
    }

    /** Counts a record of the rejected topic. */
    synchronized void rejected(JsonNode record) {
        rejected.merge(record.path("reason").asText(), 1L, Long::sum);
    }

    synchronized long matches() {
        return matches;
    }

    synchronized long requested() {
        return requested;
    }

    synchronized Map<String, Long> requestedByTrigger() {
        return new TreeMap<>(requestedByTrigger);
    }

    synchronized Map<String, Long> refused() {
        return new TreeMap<>(refused);
    }

    synchronized Map<String, Long> revoked() {
        return new TreeMap<>(revoked);
    }

    synchronized Map<String, Long> rejected() {
        return new TreeMap<>(rejected);
    }

    /** Without the id of the winning match. */
    private static String word(String reason) {
        return reason.startsWith("outranked:") ? "outranked" : reason;
    }
}
