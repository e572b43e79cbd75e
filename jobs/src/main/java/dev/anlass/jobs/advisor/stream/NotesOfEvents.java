package dev.anlass.jobs.advisor.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.engine.event.EventType;
import dev.anlass.jobs.advisor.Change;
import dev.anlass.jobs.advisor.Feedback;
import dev.anlass.jobs.advisor.stream.Note.Changed;
import dev.anlass.jobs.advisor.stream.Note.Erased;
import dev.anlass.jobs.operator.RawRecord;
import dev.anlass.jobs.operator.SoughtBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Takes from the events what they say about actions that ask for a call, and erasures.
 *
 * <p>What cannot be read is rejected elsewhere: every event is decoded there, too.
 */
public final class NotesOfEvents implements FlatMapFunction<RawRecord, Note> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SoughtBytes ABOUT_AN_ACTION = sought("\"action.");
    private static final SoughtBytes ERASES = sought('"' + EventType.CUSTOMER_ERASED + '"');

    /** What the types of feedback mean, unless the event says so itself. */
    private static final Map<String, Feedback.Kind> KINDS = Map.of(
            "action.delivered", Feedback.Kind.CONTACTED,
            "action.accepted", Feedback.Kind.ACCEPTED,
            "action.converted", Feedback.Kind.ACCEPTED,
            "action.rejected", Feedback.Kind.REJECTED,
            "action.dismissed", Feedback.Kind.NOT_NOW);

    @Override
    public void flatMap(RawRecord raw, Collector<Note> out) {
        if (!raw.isBinaryMode() && !ABOUT_AN_ACTION.areIn(raw.value()) && !ERASES.areIn(raw.value())) {
            return;
        }
        try {
            JsonNode event = raw.isBinaryMode() ? JSON.valueToTree(raw.attributes()) : JSON.readTree(raw.value());
            JsonNode data = raw.isBinaryMode() ? JSON.readTree(raw.value()) : event.path("data");
            Note note = note(event, data, raw.appendedAt());
            if (note != null) {
                out.collect(note);
            }
        } catch (IOException | DateTimeException | ArithmeticException unreadable) {
            // Rejected, with its reason, by the decoder.
        }
    }

    private static @Nullable Note note(JsonNode event, JsonNode data, @Nullable Long appendedAt) {
        String type = event.path("type").asText();
        String customer = event.path("subject").asText();
        Feedback.Kind kind = KINDS.get(type);
        boolean erases = type.equals(EventType.CUSTOMER_ERASED);
        if (customer.isEmpty() || (kind == null && !erases)) {
            return null;
        }
        long said =
                OffsetDateTime.parse(event.path("time").asText()).toInstant().toEpochMilli();
        long time = appendedAt == null ? said : Math.min(said, appendedAt);
        String actionId = data.path("action_id").asText();
        if (erases) {
            return new Erased(customer, time);
        }
        return kind == null || actionId.isEmpty()
                ? null
                : new Changed(customer, "", actionId, new Change(reason(kind, data), until(kind, data), time));
    }

    private static String reason(Feedback.Kind kind, JsonNode data) {
        return Feedback.Kind.of(data.path("outcome").asText()).orElse(kind).word();
    }

    private static @Nullable LocalDate until(Feedback.Kind kind, JsonNode data) {
        String until = data.path("until").asText();
        return kind == Feedback.Kind.NOT_NOW && !until.isEmpty() ? LocalDate.parse(until) : null;
    }

    private static SoughtBytes sought(String text) {
        return new SoughtBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
