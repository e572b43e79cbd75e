package dev.anlass.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.decide.Brakes;
import dev.anlass.engine.decide.Decision;
import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.ScoreTable;
import dev.anlass.engine.rule.ScoreTables;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rulefile.Loaded;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.rulefile.Rulebook;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A story for tests: rules, what happens to customer {@code c} at offsets from 10:00, and what the engine tells.
 *
 * <p>A line of what is told is {@code "<offset> <what> <trigger> <reason or payload>"}; the offset is the moment decided.
 */
final class Story {

    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    /** Rules that decide from a time on. */
    private record Edition(Map<String, String> files, long effectiveFrom) {}

    private final Map<String, String> files = new TreeMap<>();
    private final List<Edition> earlier = new ArrayList<>();
    private long effectiveFrom;
    private final List<String> lines = new ArrayList<>();
    private Settings settings = Settings.DEFAULT.withoutSpread();
    private final Map<Integer, Brakes> brakes = new HashMap<>();
    private int events;

    private Story() {
        files.put("catalogue/events.yaml", """
                events:
                  added: {data: behaviour, fields: {product: string, price: double}}
                  viewed: {data: behaviour, fields: {product: string}}
                  visited: {data: location, fields: {shop: string}}
                  bought: {data: behaviour, fields: {products: list(string), total: double}}
                """);
        files.put("catalogue/customer.yaml", "attributes: {birthdate: {type: date, data: profile}}");
        files.put(
                "catalogue/purposes.yaml",
                "purposes: {offers: {basis: consent}, other: {basis: consent}, service: {basis: contract}}");
        files.put("catalogue/channels.yaml", "channels: {push: {collect_for: none, expires: 4h}}");
    }

    static Story of(String trigger) {
        return new Story().trigger(trigger);
    }

    Story trigger(String yaml) {
        return file("triggers/t" + files.size() + ".yaml", yaml);
    }

    /** A trigger with the usual head, so that a test shows only what it is about. */
    static Story when(String name, String body) {
        return of(head(name) + body);
    }

    static String head(String name) {
        return "trigger: " + name
                + "\ndescription: For a test.\nowner: test\nstate: live\npurpose: offers\nchannel: push\n";
    }

    Story file(String path, String text) {
        files.put(path, text);
        return this;
    }

    Story channels(String yaml) {
        return file("catalogue/channels.yaml", yaml);
    }

    /** From an offset on the rules decide that follow: those so far, with the changes told after this. */
    Story edited(String offset) {
        earlier.add(new Edition(new TreeMap<>(files), effectiveFrom));
        effectiveFrom = time(offset).toEpochMilli();
        return this;
    }

    Story lateness(Duration lateness) {
        settings = settings.withLateness(lateness.toMillis());
        return this;
    }

    /** From here on these brakes are on. */
    Story under(Brakes on) {
        brakes.put(lines.size(), on);
        return this;
    }

    /** The customer permits behaviour, location and profile for offers. */
    Story permitted() {
        return consent("-1h", "given", "\"behaviour\",\"location\",\"profile\"");
    }

    Story consent(String offset, String status, String data) {
        return at(
                offset,
                "consent.changed",
                "{\"record_id\":\"r%d\",\"purpose\":\"offers\",\"status\":\"%s\",\"channels\":[\"push\"],\"data\":[%s]}"
                        .formatted(events, status, data));
    }

    /** An event with an id of its own, as soon as the story comes to it. */
    Story at(String offset, String type, String data) {
        return event("e" + events, offset, type, data);
    }

    Story event(String id, String offset, String type, String data) {
        events++;
        lines.add("""
                {"specversion":"1.0","id":"%s","source":"test","type":"%s","subject":"c","time":"%s","data":%s}""".formatted(id, type, time(offset), data));
        return this;
    }

    Story tick(String offset) {
        return at(offset, "tick", "{}");
    }

    /** What the engine tells until every wait and held candidate has come due. */
    void tells(String... expected) {
        assertThat(told()).containsExactly(expected);
    }

    List<String> told() {
        Program program = program();
        Population population = new Population(program, 0);
        List<String> told = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (brakes.containsKey(i)) {
                population.under(brakes.get(i));
            }
            Decoded decoded = program.decoder().decode(lines.get(i).getBytes(StandardCharsets.UTF_8), null);
            population.accept(decoded).forEach(emission -> tell(emission.effect(), told));
        }
        population.passUntilDone().forEach(emission -> tell(emission.effect(), told));
        return told;
    }

    /** What the engine decides with these score tables, in its order. */
    List<Decision> decisions(ScoreTable... tables) {
        Program program = program().withScores(new ScoreTables(List.of(tables)));
        Population population = new Population(program, 0);
        List<Emission> emissions = new ArrayList<>();
        for (String line : lines) {
            emissions.addAll(population.accept(program.decoder().decode(line.getBytes(StandardCharsets.UTF_8), null)));
        }
        emissions.addAll(population.passUntilDone());
        return emissions.stream()
                .filter(emission -> emission.effect() instanceof Effect.Record)
                .map(emission -> ((Effect.Record) emission.effect()).decision())
                .toList();
    }

    Program program() {
        List<Bundle> bundles = new ArrayList<>();
        earlier.forEach(edition -> bundles.add(bundle(edition)));
        bundles.add(bundle(new Edition(files, effectiveFrom)));
        return Program.of(bundles, settings);
    }

    private static Bundle bundle(Edition edition) {
        Loaded loaded = Rulebook.load(ruleFiles(edition.files()), null);
        Bundle bundle = loaded.bundle();
        assertThat(bundle).as(loaded.problems().render()).isNotNull();
        return Objects.requireNonNull(bundle).withEffectiveFrom(edition.effectiveFrom());
    }

    private static RuleFiles ruleFiles(Map<String, String> files) {
        RuleFiles all = RuleFiles.none();
        for (Map.Entry<String, String> file : files.entrySet()) {
            all = all.with(file.getKey(), file.getValue());
        }
        return all;
    }

    private static void tell(Effect effect, List<String> told) {
        if (effect instanceof Effect.Request request) {
            var action = request.action();
            told.add(offset(action.decidedAt()) + " request " + action.trigger() + " " + action.payload());
        } else if (effect instanceof Effect.Revoke revoke) {
            var revocation = revoke.revocation();
            told.add(offset(revocation.decidedAt()) + " revoke " + revocation.trigger() + " " + revocation.reason());
        } else if (effect instanceof Effect.Record record
                && record.decision().outcome() == dev.anlass.engine.decide.Decision.Outcome.REFUSED) {
            var decision = record.decision();
            told.add(offset(decision.decidedAt()) + " refuse " + decision.trigger() + " " + decision.reason());
        } else if (effect instanceof Effect.Reject reject) {
            told.add("reject " + reject.rejection().reason());
        }
    }

    private static Instant time(String offset) {
        boolean before = offset.startsWith("-");
        Duration duration = Duration.parse("PT" + offset.substring(before ? 1 : 0));
        return before ? START.minus(duration) : START.plus(duration);
    }

    private static String offset(long time) {
        return Duration.between(START, Instant.ofEpochMilli(time))
                .toString()
                .substring(2)
                .toLowerCase(java.util.Locale.ROOT);
    }
}
