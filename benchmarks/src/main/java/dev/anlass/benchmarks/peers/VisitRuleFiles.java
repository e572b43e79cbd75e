package dev.anlass.benchmarks.peers;

import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rulefile.Loaded;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.rulefile.Rulebook;
import dev.anlass.engine.step.Program;
import java.util.List;

/** The compared rules in files of ours. A contract permits always, nobody competes, nothing is capped. */
public final class VisitRuleFiles {

    private static final String CHANNELS = """
            channels:
              sms: {collect_for: none, expires: 1h}
            """;

    private static final String EVENTS = """
            events:
              product.viewed: {data: behaviour, fields: {item: string, category: string, price: double}}
              basket.added: {data: behaviour, fields: {item: string, category: string, price: double}}
              item.purchased: {data: behaviour, fields: {item: string, category: string, price: double}}
              shop.visited: {data: behaviour, fields: {item: string, category: string, price: double}}
            """;

    private static final String PURPOSES = """
            purposes:
              service-messages: {basis: contract}
            """;

    private static final String TRIGGER = """
            trigger: %s
            description: Something dear waits in the basket and its owner visits a shop.
            owner: benchmarks
            state: live
            purpose: service-messages
            channel: sms
            when:
              - step: basket
                event: basket.added
                where: event.category == "%s" && event.price > %s
                keep: each event.item
              - step: visit
                event: shop.visited
                within: 24h
            unless:
              - event: item.purchased
                where: event.item == basket.item
            action: {name: pick-up}
            """;

    private VisitRuleFiles() {}

    public static RuleFiles of(List<VisitRule> rules) {
        RuleFiles files = RuleFiles.none()
                .with("catalogue/channels.yaml", CHANNELS)
                .with("catalogue/events.yaml", EVENTS)
                .with("catalogue/purposes.yaml", PURPOSES);
        for (VisitRule rule : rules) {
            files = files.with(
                    "triggers/" + rule.name() + ".yaml",
                    TRIGGER.formatted(rule.name(), rule.category(), rule.threshold()));
        }
        return files;
    }

    /** The stream is in order, so nothing is kept for the sake of late events. */
    public static Settings settings() {
        return Settings.DEFAULT.withLateness(0);
    }

    public static Program program(List<VisitRule> rules) {
        Loaded loaded = Rulebook.load(of(rules), "compared");
        Bundle bundle = loaded.bundle();
        if (bundle == null) {
            throw new IllegalStateException(loaded.problems().render());
        }
        return Program.of(List.of(bundle), settings());
    }
}
