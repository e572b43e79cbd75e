package dev.anlass.jobs.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.decide.Decision.Outcome;
import dev.anlass.engine.event.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EffectJsonTest {

    private static final String EVIDENCE = """
            [{"step":"cart","source":"urn:shop:web","event":"e-17","time":"2026-03-02T20:00:00Z"},\
            {"step":"visit","source":"urn:app","event":"e-99/fence.entered/s-7","time":"2026-03-03T15:00:00.250Z"}]""";

    private static final String CONSENT =
            "{\"record\":\"r-1\",\"given_at\":\"2026-01-05T09:00:00Z\",\"notice\":\"v3\"}";

    @Test
    void aRequestIsACloudEventWithTheIdOfItsAction() {
        assertWritten(
                EffectJson.action(
                        EffectSamples.action(EffectSamples.payload(), "Dein Atlas wartet. …", EffectSamples.CONSENT)),
                """
                {"specversion":"1.0","id":"a5b1e","source":"urn:anlass:engine","type":"action.requested","subject":"c1",\
                "time":"2026-03-03T15:00:00.250Z","expirytime":"2026-03-03T17:00:00.250Z","data":{\
                "action_id":"a5b1e","revision":1,"action":"pickup-offer","trigger":"cart-pickup-offer",\
                "bundle":"2026.11.21-3f9c","channel":"push","purpose":"personalised-offers",\
                "decided_at":"2026-03-03T15:00:01Z",\
                "payload":{"product_id":"b-1","discount_percent":10,"price":10.0,"weight":0.1,"gift":true,\
                "since":"2026-03-02T00:00:00Z","lines":[{"count":2},"x"]},\
                "text":"Dein Atlas wartet. …","language":"de","texts":{"de":"Dein Atlas wartet. …"},\
                "score":{"total":3.9,"propensity":1.0,"value":3.9,"weight":1.0},"evidence":"""
                        + EVIDENCE + ",\"consent\":" + CONSENT
                        + ",\"collapse_key\":\"0123456789abcdef\",\"alternatives\":0}}");
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        String json = text(EffectJson.action(EffectSamples.action(Map.of(), null, null)));

        assertThat(json)
                .contains("\"payload\":{}")
                .doesNotContain("\"text\"", "\"texts\"", "\"language\"", "\"consent\"");
    }

    @Test
    void aRevocationHasAnIdOfItsOwn() {
        assertWritten(EffectJson.revocation(EffectSamples.revocation("overtaken")), """
                {"specversion":"1.0","id":"a5b1e/revoked/2","source":"urn:anlass:engine","type":"action.revoked",\
                "subject":"c1","time":"2026-03-03T15:00:00Z","data":{"action_id":"a5b1e","revision":2,\
                "trigger":"cart-pickup-offer","channel":"push","reason":"overtaken",\
                "decided_at":"2026-03-03T16:00:00Z"}}""");
    }

    @Test
    void aDecisionSaysWhyAndOnWhatGrounds() {
        assertWritten(
                EffectJson.decision(EffectSamples.decision(1, Outcome.REFUSED, "outranked:b7", "b7")),
                """
                {"specversion":"1.0","id":"a5b1e/decision/1","source":"urn:anlass:engine","type":"decision.recorded",\
                "subject":"c1","time":"2026-03-03T15:00:00Z","data":{"match_id":"a5b1e","revision":1,\
                "outcome":"refused","reason":"outranked:b7","outranked_by":"b7","trigger":"cart-pickup-offer",\
                "bundle":"7","channel":"push","purpose":"personalised-offers","action":"pickup-offer",\
                "decided_at":"2026-03-03T15:00:00Z","segments":{"relationship":"fan"},\
                "score":{"total":5.85,"propensity":1.0,"value":3.9,"weight":1.5},"evidence":""" + EVIDENCE + ",\"consent\":" + CONSENT + "}}");
    }

    @Test
    void whatWonSaysWithWhichProbability() {
        assertThat(text(EffectJson.decision(EffectSamples.decision(1, Outcome.EMITTED, null, null))))
                .contains("\"probability\":0.75");
    }

    @Test
    void aCorrectionNamesTheFirstRecord() {
        assertThat(text(EffectJson.decision(EffectSamples.decision(2, Outcome.VANISHED, null, null))))
                .contains(
                        "\"id\":\"a5b1e/decision/2\"", "\"corrects\":\"a5b1e/decision/1\"", "\"outcome\":\"vanished\"")
                .doesNotContain("\"reason\"");
    }

    @Test
    void anErasureIsCertifiedWithoutTheCustomersId() {
        assertWritten(EffectJson.erased(EffectSamples.erased(), "9f2c"), """
                {"specversion":"1.0","id":"9f2c/erased/1772550000000","source":"urn:anlass:engine",\
                "type":"erasure.certified","subject":"9f2c","time":"2026-03-03T15:00:00Z",\
                "data":{"objections":["personalised-offers"]}}""");
    }

    @Test
    void aRejectedRecordSaysWhereItStands() {
        assertWritten(
                EffectJson.rejected(
                        new Rejection("bad_field:price", "no number", "e-1"),
                        new RecordSource.InTopic("anlass.events", 3, 17),
                        "ab12"),
                """
                {"reason":"bad_field:price","detail":"no number",\
                "source":{"topic":"anlass.events","partition":3,"offset":17},"sha256":"ab12","event_id":"e-1"}""");
        assertWritten(
                EffectJson.rejected(
                        new Rejection("not_json", "cut off", null), new RecordSource.InFile("day.ndjson", 4), "ab12"),
                """
                {"reason":"not_json","detail":"cut off","source":{"file":"day.ndjson","line":4},"sha256":"ab12"}""");
    }

    @Test
    void whateverAValueIsTheResultIsJson() {
        String json = text(EffectJson.action(EffectSamples.action(
                Map.of(
                        "a",
                        "half \ud83d pair",
                        "b",
                        "whole \ud83d\ude00 pair",
                        "c",
                        Double.NaN,
                        "d",
                        1e300,
                        "e",
                        "\"\n"),
                null,
                null)));

        assertThat(json)
                .contains(
                        "\"half \ufffd pair\"",
                        "\"whole \ud83d\ude00 pair\"",
                        "\"c\":null",
                        "\"d\":1.0E300",
                        "\"\\\"\\n\"");
    }

    private static void assertWritten(byte[] json, String expected) {
        assertThat(text(json)).isEqualTo(expected);
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
