package dev.anlass.jobs.connector.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The decisions about one customer in a file of {@code decision.recorded} events. */
public final class DecisionLines {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SHOWN =
            List.of("match_id", "revision", "trigger", "channel", "purpose", "outcome", "reason", "decided_at");

    private DecisionLines() {}

    /** Lines that are no JSON are left out: the log is somebody's copy. */
    public static List<Map<String, Object>> about(String customer, Path file) throws IOException {
        List<Map<String, Object>> all = new ArrayList<>();
        try (EventLines lines = EventLines.of(file)) {
            for (EventLine line = lines.next(); line != null; line = lines.next()) {
                add(line, customer, all);
            }
        }
        return all;
    }

    private static void add(EventLine line, String customer, List<Map<String, Object>> all) throws IOException {
        try {
            JsonNode event = JSON.readTree(line.bytes());
            if (customer.equals(event.path("subject").asText())
                    && event.path("type").asText().equals("decision.recorded")) {
                all.add(decision(event));
            }
        } catch (JsonProcessingException noJson) {
            return;
        }
    }

    private static Map<String, Object> decision(JsonNode event) {
        JsonNode data = event.path("data");
        Map<String, Object> decision = new LinkedHashMap<>();
        decision.put("time", event.path("time").asText());
        for (String name : SHOWN) {
            JsonNode value = data.path(name);
            if (!value.isMissingNode()) {
                decision.put(name, value.isIntegralNumber() ? (Object) value.asLong() : value.asText());
            }
        }
        JsonNode record = data.path("consent").path("record");
        if (!record.isMissingNode()) {
            decision.put("record", record.asText());
        }
        return decision;
    }
}
