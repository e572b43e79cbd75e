package dev.anlass.engine.simulation;

import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rulefile.Loaded;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.rulefile.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rule files of every shape. */
final class RandomRules {

    private static final String EVENTS = """
            events:
              viewed: {data: behaviour, fields: {p: string, n: int, x: double, ps: list(string)}}
              added: {data: behaviour, fields: {p: string, n: int, x: double, ps: list(string)}}
              bought: {data: transactions, fields: {p: string, n: int, x: double, ps: list(string)}}
              ignored: {data: behaviour, fields: {p: string}}
            """;
    private static final String CUSTOMER = """
            attributes:
              birthdate: {type: date, data: profile}
              tier: {type: int, data: profile}
            """;
    private static final String PURPOSES = """
            purposes:
              offers: {basis: consent}
              help: {basis: consent}
              news: {basis: legitimate_interest}
              service: {basis: contract}
            """;
    private static final String CONSTANTS = "market_zones: {CH: Europe/Zurich, US: America/New_York}\n";
    private static final String FENCES = """
            {"type": "FeatureCollection", "features": [
             {"type": "Feature", "id": "f1", "geometry": {"type": "Point", "coordinates": [8.5, 47.0]},
              "properties": {"radius_m": 100, "kind": "shop", "dwell": "20s"}},
             {"type": "Feature", "id": "f2", "geometry": {"type": "Point", "coordinates": [8.501, 47.0]},
              "properties": {"radius_m": 60, "kind": "cafe", "dwell": "1m", "max_accuracy_m": 30}},
             {"type": "Feature", "id": "f3", "geometry": {"type": "Polygon", "coordinates":
              [[[8.499, 46.999], [8.5005, 46.999], [8.5005, 47.0003], [8.499, 47.0003], [8.499, 46.999]]]},
              "properties": {"kind": "shop", "hysteresis_m": 5, "dwell": "10s"}}]}
            """;

    private final Dice dice;
    private final Map<String, String> files = new TreeMap<>();
    private final List<String> metrics = new ArrayList<>();

    private RandomRules(Dice dice) {
        this.dice = dice;
    }

    /** Files without mistakes. */
    static Map<String, String> files(Dice dice) {
        RandomRules rules = new RandomRules(dice);
        do {
            rules.files.clear();
            rules.metrics.clear();
            rules.make();
        } while (!isGood(rules.files));
        return rules.files;
    }

    static boolean isGood(Map<String, String> files) {
        return load(files, "0").bundle() != null;
    }

    static Bundle bundle(Map<String, String> files, int number) {
        Loaded loaded = load(files, String.valueOf(number));
        if (loaded.bundle() == null) {
            throw new IllegalStateException(loaded.problems().render() + files);
        }
        return loaded.bundle();
    }

    private static Loaded load(Map<String, String> files, String number) {
        RuleFiles all = RuleFiles.none();
        for (Map.Entry<String, String> file : files.entrySet()) {
            all = all.with(file.getKey(), file.getValue());
        }
        return Rulebook.load(all, number);
    }

    private void make() {
        files.put("catalogue/events.yaml", EVENTS);
        files.put("catalogue/customer.yaml", CUSTOMER);
        files.put("catalogue/purposes.yaml", PURPOSES);
        files.put("constants.yaml", CONSTANTS);
        files.put("fences/places.geojson", FENCES);
        String purpose = purpose();
        if (dice.chance(70)) {
            metric("m1", purpose);
        }
        if (dice.chance(30)) {
            metric("m2", purpose);
        }
        if (!metrics.isEmpty() && dice.chance(70)) {
            segment();
        }
        new RandomPolicies(dice, files).make();
        int triggers = dice.between(2, 4);
        for (int i = 1; i <= triggers; i++) {
            boolean isOfMetrics = dice.chance(60);
            String name = "t" + i;
            String text = new RandomTrigger(
                            dice,
                            isOfMetrics ? metrics : List.of(),
                            isOfMetrics && files.containsKey("segments/rel.yaml"))
                    .text(name, isOfMetrics ? purpose : purpose());
            files.put("triggers/" + name + ".yaml", text);
        }
    }

    private String purpose() {
        return dice.of("offers", "offers", "offers", "help", "news", "service");
    }

    private void metric(String name, String purpose) {
        String aggregate = dice.of("count", "sum", "max", "min", "last", "distinct");
        StringBuilder text = new StringBuilder("metric: " + name + "\npurpose: " + purpose + "\n");
        text.append("event: ").append(dice.of("viewed", "added", "bought")).append('\n');
        text.append("aggregate: ").append(aggregate).append('\n');
        if (!aggregate.equals("count")) {
            text.append("value: event.n\n");
        }
        text.append(dice.of("over: 1h\nbucket: 1h\n", "over: 30s\nbucket: 10s\n", "over: 1m\nbucket: 20s\n"));
        if (dice.chance(40)) {
            text.append("where: ")
                    .append(dice.of("event.x > 1.0", "event.n != 2"))
                    .append('\n');
        }
        files.put("metrics/" + name + ".yaml", text.toString());
        metrics.add("metric." + name);
    }

    private void segment() {
        String text = "segment: rel\notherwise: buyer\nhysteresis: " + dice.of("0%", "50%", "80%") + "\ntypes:\n"
                + "  fan: {score: \"" + metrics.get(0) + " * 2\", at_least: 2.0}\n"
                + "  ruler: {score: \"6 - " + metrics.get(metrics.size() - 1) + "\", at_least: 2.0}\n";
        files.put("segments/rel.yaml", text);
    }
}
