package dev.anlass.jobs.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.event.Catalogue;
import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.event.EventDecoder;
import dev.anlass.engine.event.FieldType;
import dev.anlass.jobs.advisor.Feedback;
import dev.anlass.jobs.advisor.Feedback.Kind;
import dev.anlass.jobs.advisor.SampleLists;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Feedback is events that the engine accepts. */
class FeedbackJsonTest {

    private static final long TIME = Instant.parse("2026-03-02T09:30:00Z").toEpochMilli();

    private static final EventDecoder DECODER =
            new EventDecoder(Catalogue.of(Map.of(), Map.of(), new FieldType.RecordOf(Map.of())), Map.of(), Set.of());

    @Test
    void aNoHasItsReason() {
        assertThat(texts(feedback(Kind.REJECTED, "anna", "has one", null))).containsExactly("""
                {"specversion":"1.0","id":"f-1","source":"urn:anlass:desk","type":"action.rejected","subject":"anna",\
                "time":"2026-03-02T09:30:00Z","data":{"action_id":"a-1","advisor":"eva","outcome":"rejected",\
                "reason":"has one"}}""");
    }

    @Test
    void notNowHasItsDay() {
        assertThat(texts(feedback(Kind.NOT_NOW, "anna", null, LocalDate.parse("2026-04-01"))))
                .containsExactly("""
                {"specversion":"1.0","id":"f-1","source":"urn:anlass:desk","type":"action.dismissed","subject":"anna",\
                "time":"2026-03-02T09:30:00Z","data":{"action_id":"a-1","advisor":"eva","outcome":"not_now",\
                "until":"2026-04-01"}}""");
    }

    @Test
    void anObjectionIsAConsentRecordAsWell() {
        assertThat(texts(feedback(Kind.DO_NOT_CONTACT, "anna", null, null))).containsExactly("""
                {"specversion":"1.0","id":"f-1/objection","source":"urn:anlass:desk","type":"consent.changed",\
                "subject":"anna","time":"2026-03-02T09:30:00Z","data":{"record_id":"f-1/objection",\
                "purpose":"personalised-offers","status":"objected"}}""", """
                {"specversion":"1.0","id":"f-1","source":"urn:anlass:desk","type":"action.rejected","subject":"anna",\
                "time":"2026-03-02T09:30:00Z","data":{"action_id":"a-1","advisor":"eva",\
                "outcome":"do_not_contact"}}""");
    }

    @Test
    void theEngineAcceptsWhateverStandsInIt() {
        for (Kind kind : Kind.values()) {
            for (String text : SampleLists.HOSTILE) {
                String customer = text.substring(0, Math.min(text.length(), 100));
                FeedbackJson.events(feedback(kind, customer, text, LocalDate.EPOCH))
                        .forEach(event -> assertThat(decoded(event)).isInstanceOf(Decoded.Accepted.class));
            }
        }
    }

    private static Decoded decoded(byte[] event) {
        return DECODER.decode(event, TIME);
    }

    private static List<String> texts(Feedback feedback) {
        return FeedbackJson.events(feedback).stream()
                .map(event -> new String(event, StandardCharsets.UTF_8))
                .toList();
    }

    private static Feedback feedback(Kind kind, String customer, @Nullable String reason, @Nullable LocalDate until) {
        return new Feedback("f-1", kind, "a-1", customer, "eva", "personalised-offers", reason, until, TIME);
    }
}
