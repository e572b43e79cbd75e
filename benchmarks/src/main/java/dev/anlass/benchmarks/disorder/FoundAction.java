package dev.anlass.benchmarks.disorder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.benchmarks.patterns.FoundMatch;
import dev.anlass.jobs.operator.Outgoing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A message of the trigger job, read again.
 *
 * @param type, such as {@code action.requested}
 * @param outcome of a decision; empty for an action
 * @param numbers of the records with the events that the match rests on, the completing one last
 */
record FoundAction(String type, String outcome, FoundMatch match, List<Integer> numbers) {

    private static final ObjectMapper JSON = new ObjectMapper();

    FoundAction {
        numbers = List.copyOf(numbers);
    }

    static FoundAction read(Outgoing outgoing) {
        try {
            JsonNode message = JSON.readTree(outgoing.value());
            JsonNode data = message.get("data");
            List<Integer> numbers = new ArrayList<>();
            data.path("evidence")
                    .forEach(bound ->
                            numbers.add(PacedRecords.number(bound.get("event").asText())));
            String completing = numbers.isEmpty() ? "" : "e" + numbers.get(numbers.size() - 1);
            FoundMatch match = FoundMatch.completedBy(
                    data.get("trigger").asText(), message.get("subject").asText(), "urn:shop", completing);
            return new FoundAction(
                    message.get("type").asText(), data.path("outcome").asText(), match, numbers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
