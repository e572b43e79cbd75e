package dev.anlass.jobs.advisor.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.jobs.advisor.Change;
import dev.anlass.jobs.advisor.stream.Note.Changed;
import dev.anlass.jobs.advisor.stream.Note.Erased;
import dev.anlass.jobs.connector.RecordSource.InTopic;
import dev.anlass.jobs.operator.RawRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What events say about calls is what the engine accepts of them. */
class NotesOfEventsTest {

    private static final String TIME = "2026-03-03T10:00:00Z";
    private static final long MILLIS = Instant.parse(TIME).toEpochMilli();

    @ParameterizedTest
    @CsvSource({
        "action.delivered, contacted",
        "action.accepted, accepted",
        "action.converted, accepted",
        "action.rejected, rejected",
        "action.dismissed, not_now"
    })
    void feedbackOfEachTypeHasItsMeaning(String type, String reason) {
        assertThat(notes(event(type, "\"action_id\":\"a-1\"")))
                .containsExactly(new Changed("c1", "", "a-1", new Change(reason, null, MILLIS)));
    }

    @Test
    void theDeskSaysItMoreExactly() {
        assertThat(notes(event("action.rejected", "\"action_id\":\"a-1\",\"outcome\":\"do_not_contact\"")))
                .containsExactly(new Changed("c1", "", "a-1", new Change("do_not_contact", null, MILLIS)));
        assertThat(notes(event("action.dismissed", "\"action_id\":\"a-1\",\"until\":\"2026-03-09\"")))
                .containsExactly(
                        new Changed("c1", "", "a-1", new Change("not_now", LocalDate.parse("2026-03-09"), MILLIS)));
        assertThat(notes(event("action.dismissed", "\"action_id\":\"a-1\",\"until\":\"soon\"")))
                .containsExactly(new Changed("c1", "", "a-1", new Change("not_now", null, MILLIS)));
    }

    @Test
    void anErasureIsOne() {
        assertThat(notes(event("customer.erased", ""))).containsExactly(new Erased("c1", MILLIS));
    }

    @Test
    void binaryModeSaysTheSame() {
        Map<String, String> attributes = Map.of(
                "specversion",
                "1.0",
                "id",
                "e-1",
                "source",
                "urn:app",
                "type",
                "action.accepted",
                "subject",
                "c1",
                "time",
                TIME);

        assertThat(notes(raw(attributes, "{\"action_id\":\"a-1\"}", null)))
                .containsExactly(new Changed("c1", "", "a-1", new Change("accepted", null, MILLIS)));
    }

    @Test
    void aTimeAheadOfTheRecordIsThatOfTheRecord() {
        assertThat(notes(raw(Map.of(), event("action.accepted", "\"action_id\":\"a-1\""), MILLIS - 5)))
                .containsExactly(new Changed("c1", "", "a-1", new Change("accepted", null, MILLIS - 5)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "{\"type\":\"customer.erased\",\"subject\":\"c1\",\"time\":\"2026-03-03T10:00:00Z\"}",
                "{\"specversion\":\"1.0\",\"id\":\"e\",\"source\":\"s\",\"type\":\"action.accepted\",\"subject\":\"c1\",\"time\":\"today\",\"data\":{\"action_id\":\"a-1\"}}"
            })
    void whatTheEngineRejectsSaysNothing(String event) {
        assertThat(notes(event)).isEmpty();
    }

    @Test
    void otherEventsSayNothing() {
        assertThat(notes(event("action.failed", "\"action_id\":\"a-1\""))).isEmpty();
        assertThat(notes(event("action.accepted", ""))).isEmpty();
        assertThat(notes(event("note.written", "\"text\":\"action.accepted\""))).isEmpty();
    }

    private static String event(String type, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"e-1\",\"source\":\"urn:app\",\"type\":\"" + type
                + "\",\"subject\":\"c1\",\"time\":\"" + TIME + "\",\"data\":{" + data + "}}";
    }

    private static List<Note> notes(String event) {
        return notes(raw(Map.of(), event, null));
    }

    private static List<Note> notes(RawRecord raw) {
        List<Note> notes = new ArrayList<>();
        new NotesOfEvents().flatMap(raw, new ListCollector<>(notes));
        return notes;
    }

    private static RawRecord raw(Map<String, String> attributes, String value, @Nullable Long appendedAt) {
        return new RawRecord(
                new InTopic("anlass.events", 0, 17), appendedAt, attributes, value.getBytes(StandardCharsets.UTF_8));
    }
}
