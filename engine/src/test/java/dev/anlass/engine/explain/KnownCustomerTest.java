package dev.anlass.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rulefile.Loaded;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.rulefile.Rulebook;
import dev.anlass.engine.step.CustomerState;
import dev.anlass.engine.step.Population;
import dev.anlass.engine.step.Program;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is remembered of a customer is told in names, texts and numbers. */
class KnownCustomerTest {

    private static final String TRIGGER = """
            trigger: %s
            purpose: offers
            channel: push
            when:
              - {step: look, event: viewed, keep: each event.product}
              - {step: stay, event: fence.entered, within: 1h}
            given: customer.age >= 18
            action: {name: offer, expires: 2h}
            """;

    private static final RuleFiles RULES = RuleFiles.none()
            .with("catalogue/events.yaml", "events: {viewed: {data: behaviour, fields: {product: string}}}")
            .with("catalogue/customer.yaml", "attributes: {birthdate: {type: date, data: profile}}")
            .with("catalogue/purposes.yaml", "purposes: {offers: {basis: consent}}")
            .with("catalogue/channels.yaml", "channels: {push: {}}")
            .with("metrics/looks.yaml", """
                    metric: looks
                    event: viewed
                    purpose: offers
                    value: event.product
                    aggregate: count
                    over: 1d
                    bucket: 1h
                    """)
            .with("fences/shop.geojson", """
                    {"type": "FeatureCollection", "features": [{"type": "Feature", "id": "shop",
                      "geometry": {"type": "Point", "coordinates": [8.5, 47.0]}, "properties": {"radius_m": 80}}]}
                    """)
            .with("policies/night.yaml", """
                    policy: night
                    applies: {trigger: held}
                    quiet: {from: "00:00", to: "23:00", on: all, then: hold}
                    """)
            .with("triggers/goes-out.yaml", TRIGGER.formatted("goes-out"))
            .with("triggers/held.yaml", TRIGGER.formatted("held"));

    private final Program program = program();
    private final Population population = new Population(program, 0);

    @Test
    void everythingThatIsRememberedIsTold() {
        happens("10:00:00", "consent.changed", """
                {"record_id":"r1","purpose":"offers","status":"given","channels":["push"],"data":["behaviour","location","profile"]}""");
        happens("10:00:01", "customer.updated", "{\"birthdate\":\"1990-01-01\"}");
        happens("10:00:02", "viewed", "{\"product\":\"a\"}");
        happens("10:00:03", "location.reported", "{\"lat\":47.0,\"lon\":8.5}");
        happens("10:00:04", "viewed", "{\"product\":\"b\"}");

        Map<String, Object> known = KnownCustomer.asMap(program, state(), Long.MAX_VALUE);

        assertThat(known)
                .containsEntry("customer", "c")
                .containsEntry("clock", "2026-03-02T10:00:04Z")
                .doesNotContainKeys("next_due", "erased_at")
                .containsEntry("remembered_events", 5)
                .containsEntry("attributes", Map.of("birthdate", "1990-01-01T00:00:00Z"))
                .containsEntry("metrics", Map.of("looks", 2L));
        assertThat(known.get("presence").toString()).isEqualTo("[{fence=shop, entered_at=2026-03-02T10:00:03Z}]");
        assertThat(known.get("consent").toString())
                .contains(
                        "status=given, channels=[push], data=[behaviour, location, profile], given_at=2026-03-02T10:00:00Z")
                .contains("everything_blocked=false");
        assertThat(known.get("chains").toString())
                .contains("{trigger=held, key=b, steps=[{step=look, source=test, event=10:00:04")
                .doesNotContain("key=a");
        assertThat(known.get("held").toString()).contains("trigger=held").contains("held_until=2026-03-02T23:0");
        assertThat(known.get("actions").toString())
                .contains("trigger=goes-out, channel=push")
                .contains("expires_at=2026-03-02T12:00:03Z");
        assertThat(known.get("contacts").toString())
                .contains("trigger=goes-out")
                .doesNotContain("trigger=held");
        assertThat(known.toString()).doesNotContain("47.0").doesNotContain("8.5");
    }

    @Test
    void ofAnErasedCustomerOnlyTheTombstoneIsTold() {
        happens("10:00:00", "customer.updated", "{\"birthdate\":\"1990-01-01\"}");
        happens("10:00:01", "customer.erased", "{}");

        assertThat(KnownCustomer.asMap(program, state(), Long.MAX_VALUE))
                .containsEntry("erased_at", "2026-03-02T10:00:01Z")
                .containsEntry("attributes", Map.of())
                .containsEntry("contacts", List.of());
        assertThat(state().isFresh()).isFalse();
        assertThat(CustomerState.fresh("c").isFresh()).isTrue();
    }

    private CustomerState state() {
        return Objects.requireNonNull(population.state("c"));
    }

    private void happens(String clock, String type, String data) {
        String event = """
                {"specversion":"1.0","id":"%s","source":"test","type":"%s","subject":"c","time":"2026-03-02T%sZ","data":%s}""".formatted(clock, type, clock, data);
        Decoded decoded = program.decoder().decode(event.getBytes(StandardCharsets.UTF_8), null);
        assertThat(decoded).isInstanceOf(Decoded.Accepted.class);
        population.accept(decoded);
    }

    private static Program program() {
        Loaded loaded = Rulebook.load(RULES, "one");
        Bundle bundle = loaded.bundle();
        assertThat(bundle).as(loaded.problems().render()).isNotNull();
        return Program.of(List.of(Objects.requireNonNull(bundle)), Settings.DEFAULT);
    }
}
