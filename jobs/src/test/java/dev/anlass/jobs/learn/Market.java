package dev.anlass.jobs.learn;

import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.ScoreTable;
import dev.anlass.engine.rule.ScoreTables;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.rulefile.Rulebook;
import dev.anlass.engine.step.Effect;
import dev.anlass.engine.step.Emission;
import dev.anlass.engine.step.Population;
import dev.anlass.engine.step.Program;
import dev.anlass.jobs.connector.EffectJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Customers who look at something, and offers that compete for them on one channel; what the engine decides is given as its
 * log says it.
 */
public final class Market {

    public static final long START = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();

    private final Program program;

    private Market(Program program) {
        this.program = program;
    }

    /** @param policies file after file, the name and the text in turn */
    public static Market of(List<String> offers, String... policies) {
        RuleFiles files = RuleFiles.none()
                .with("catalogue/events.yaml", "events: {viewed: {data: behaviour, fields: {page: string}}}")
                .with("catalogue/purposes.yaml", "purposes: {offers: {basis: legitimate_interest}}")
                .with("catalogue/channels.yaml", "channels: {push: {collect_for: 0s, expires: 4h}}");
        for (String offer : offers) {
            files = files.with("triggers/" + offer + ".yaml", trigger(offer));
        }
        for (int i = 0; i < policies.length; i += 2) {
            files = files.with("policies/" + policies[i] + ".yaml", policies[i + 1]);
        }
        var loaded = Rulebook.load(files, "market");
        Bundle bundle =
                Objects.requireNonNull(loaded.bundle(), () -> loaded.problems().render());
        return new Market(Program.of(List.of(bundle), Settings.DEFAULT));
    }

    private static String trigger(String name) {
        return "trigger: " + name + "\ndescription: For a test.\nowner: test\nstate: live\npurpose: offers\n"
                + "channel: push\nwhen: [{step: look, event: viewed}]\naction: {name: " + name + "}\n";
    }

    public Market with(ScoreTable... tables) {
        return new Market(program.withScores(new ScoreTables(List.of(tables))));
    }

    /** Each of the customers looks once, one second after the other; what was decided, as lines of the log. */
    public List<byte[]> visited(long start, List<String> customers) {
        Population population = new Population(program, 0);
        List<byte[]> log = new ArrayList<>();
        long time = start;
        for (String customer : customers) {
            time += 1000;
            String event = "{\"specversion\":\"1.0\",\"id\":\"" + customer
                    + "\",\"source\":\"test\",\"type\":\"viewed\",\"subject\":\"" + customer + "\",\"time\":\""
                    + Instant.ofEpochMilli(time) + "\",\"data\":{\"page\":\"p\"}}";
            byte[] json = event.getBytes(StandardCharsets.UTF_8);
            for (Emission emission : population.accept(program.decoder().decode(json, null))) {
                if (emission.effect() instanceof Effect.Record record) {
                    log.add(EffectJson.decision(record.decision()));
                }
            }
        }
        return log;
    }

    /** The records of a log. */
    public static List<LogRecord.Decided> read(List<byte[]> log) {
        return log.stream()
                .map(line -> (LogRecord.Decided) LogReader.read(line))
                .toList();
    }
}
