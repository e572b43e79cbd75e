package dev.anlass.jobs.connector;

import dev.anlass.engine.decide.Action;
import dev.anlass.engine.decide.ConsentReference;
import dev.anlass.engine.decide.Decision;
import dev.anlass.engine.decide.Decision.Outcome;
import dev.anlass.engine.decide.Evidence;
import dev.anlass.engine.decide.Revocation;
import dev.anlass.engine.decide.Score;
import dev.anlass.engine.step.Effect.Erased;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Effects as they might leave the engine. */
final class EffectSamples {

    static final List<Evidence> EVIDENCE = List.of(
            new Evidence("cart", "urn:shop:web", "e-17", millis("2026-03-02T20:00:00Z")),
            new Evidence("visit", "urn:app", "e-99/fence.entered/s-7", millis("2026-03-03T15:00:00.250Z")));

    static final ConsentReference CONSENT = new ConsentReference("r-1", millis("2026-01-05T09:00:00Z"), "v3");

    private EffectSamples() {}

    static Map<String, Object> payload() {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("product_id", "b-1");
        payload.put("discount_percent", 10L);
        payload.put("price", 10.0);
        payload.put("weight", 0.1);
        payload.put("gift", true);
        payload.put("since", Instant.parse("2026-03-02T00:00:00Z"));
        payload.put("lines", List.of(Map.of("count", 2L), "x"));
        return payload;
    }

    static Action action(Map<String, Object> payload, @Nullable String text, @Nullable ConsentReference consent) {
        return new Action(
                "a5b1e",
                1,
                "c1",
                "cart-pickup-offer",
                "2026.11.21-3f9c",
                "push",
                "personalised-offers",
                "pickup-offer",
                millis("2026-03-03T15:00:00.250Z"),
                millis("2026-03-03T15:00:01Z"),
                millis("2026-03-03T17:00:00.250Z"),
                payload,
                text,
                text == null ? null : "de",
                text == null ? Map.of() : Map.of("de", text),
                new Score(1.0, 3.9, 1.0),
                EVIDENCE,
                consent,
                "0123456789abcdef",
                0);
    }

    static Revocation revocation(String reason) {
        return new Revocation(
                "a5b1e",
                2,
                "c1",
                "cart-pickup-offer",
                "push",
                reason,
                millis("2026-03-03T15:00:00Z"),
                millis("2026-03-03T16:00:00Z"));
    }

    static Decision decision(int revision, Outcome outcome, @Nullable String reason, @Nullable String outrankedBy) {
        return new Decision(
                "a5b1e",
                revision,
                "c1",
                "cart-pickup-offer",
                "7",
                "push",
                "personalised-offers",
                outcome,
                reason,
                null,
                outrankedBy,
                millis("2026-03-03T15:00:00Z"),
                millis("2026-03-03T15:00:00Z"),
                EVIDENCE,
                CONSENT,
                new Score(1.0, 3.9, 1.5),
                outcome == Outcome.EMITTED ? 0.75 : null,
                "pickup-offer",
                Map.of("relationship", "fan"));
    }

    static Erased erased() {
        return new Erased("c1", millis("2026-03-03T15:00:00Z"), List.of("personalised-offers"));
    }

    static long millis(String time) {
        return Instant.parse(time).toEpochMilli();
    }
}
