package dev.anlass.jobs.advisor.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.engine.event.Catalogue;
import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.EventDecoder;
import dev.anlass.engine.event.EventType;
import dev.anlass.engine.event.FieldType;
import dev.anlass.jobs.advisor.Change;
import dev.anlass.jobs.advisor.Feedback;
import dev.anlass.jobs.advisor.stream.Note.Changed;
import dev.anlass.jobs.advisor.stream.Note.Erased;
import dev.anlass.jobs.operator.RawRecord;
import dev.anlass.jobs.operator.SoughtBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Takes from the events what they say about actions that ask for a call, and erasures.
 *
 * <p>Whatever the engine does not accept says nothing here either; it is rejected elsewhere, with its reason.
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

    /** Knows the types with a fixed meaning; what else is in an event, the rules read elsewhere. */
    private static final EventDecoder DECODER =
            new EventDecoder(Catalogue.of(Map.of(), Map.of(), new FieldType.RecordOf(Map.of())), Map.of(), Set.of());

    @Override
    public void flatMap(RawRecord raw, Collector<Note> out) {
        boolean mayMatter = raw.isBinaryMode() || ABOUT_AN_ACTION.areIn(raw.value()) || ERASES.areIn(raw.value());
        if (mayMatter && raw.decodedBy(DECODER) instanceof Decoded.Accepted accepted) {
            Note note = note(accepted.event(), raw);
            if (note != null) {
                out.collect(note);
            }
        }
    }

    private static @Nullable Note note(Event event, RawRecord raw) {
        if (event.type().equals(EventType.CUSTOMER_ERASED)) {
            return new Erased(event.customer(), event.time());
        }
        Feedback.Kind kind = KINDS.get(event.type());
        return kind != null && event.fields().get("action_id") instanceof String actionId
                ? new Changed(event.customer(), "", actionId, change(kind, data(raw), event.time()))
                : null;
    }

    private static Change change(Feedback.Kind kind, JsonNode data, long time) {
        return new Change(reason(kind, data), until(kind, data), time);
    }

    private static JsonNode data(RawRecord raw) {
        try {
            JsonNode tree = JSON.readTree(raw.value());
            return raw.isBinaryMode() ? tree : tree.path("data");
        } catch (IOException e) {
            throw new UncheckedIOException("what was decoded is JSON", e);
        }
    }

    private static String reason(Feedback.Kind kind, JsonNode data) {
        return Feedback.Kind.of(data.path("outcome").asText()).orElse(kind).word();
    }

    /** A day that cannot be read is none: the row is done. */
    private static @Nullable LocalDate until(Feedback.Kind kind, JsonNode data) {
        try {
            String until = data.path("until").asText();
            return kind == Feedback.Kind.NOT_NOW && !until.isEmpty() ? LocalDate.parse(until) : null;
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    private static SoughtBytes sought(String text) {
        return new SoughtBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
