package dev.anlass.jobs.connector.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.anlass.jobs.operator.Stop;
import dev.anlass.jobs.operator.Stoppable;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is stopped, as records of the rules topic: each stop under a key of its own, which an empty value starts again. */
final class StopRecords {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Stop> stops = new TreeMap<>();

    static byte[] value(Stop stop) {
        ObjectNode value = JSON.createObjectNode().put("since", stop.since().toString());
        if (stop.reason() != null) {
            value.put("reason", stop.reason());
        }
        try {
            return JSON.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new IllegalStateException("a stop is always JSON", e);
        }
    }

    static boolean isKey(String key) {
        return Stoppable.ofKey(key).isPresent();
    }

    /** Takes one record that stands under such a key. */
    void take(String key, byte @Nullable [] value) {
        if (value == null) {
            stops.remove(key);
        } else {
            stops.put(key, stop(Stoppable.ofKey(key).orElseThrow(), value));
        }
    }

    List<Stop> all() {
        return List.copyOf(stops.values());
    }

    /** Whatever the value says: what somebody stopped is stopped. */
    private static Stop stop(Stoppable what, byte[] value) {
        try {
            JsonNode stop = JSON.readTree(value);
            JsonNode reason = stop.path("reason");
            Instant since = Instant.parse(stop.path("since").asText());
            return new Stop(what, since, reason.isTextual() ? reason.asText() : null);
        } catch (IOException | DateTimeParseException e) {
            return new Stop(what, Instant.EPOCH, null);
        }
    }
}
