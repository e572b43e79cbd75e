package dev.anlass.engine.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Policies and channels of every shape. */
final class RandomPolicies {

    private final Dice dice;
    private final Map<String, String> files;
    private final boolean isCollected;

    RandomPolicies(Dice dice, Map<String, String> files) {
        this.dice = dice;
        this.files = files;
        this.isCollected = dice.chance(25);
    }

    void make() {
        String collect = isCollected ? dice.of("5s", "2s") : dice.of("none", "0s");
        files.put(
                "catalogue/channels.yaml",
                "channels:\n  push: {collect_for: " + collect + ", expires: 4h}\n  mail: {collect_for: "
                        + dice.of("none", "0s") + "}\n");
        if (dice.chance(35)) {
            return;
        }
        add(20, "a-law", "forbid: " + dice.of("customer.tier > 1", "action.value > 2.0", "action.trigger == \"t2\""));
        add(30, "b-cap", cap());
        add(15, "c-cap", cap());
        add(30, "d-rest", quiet());
        add(
                20,
                "e-weight",
                "weight: \"" + dice.of("customer.tier", "2.0", "customer.market == 'CH' ? 1.5 : 1.0") + "\"");
        add(
                20,
                "f-control",
                "holdout: {percent: " + dice.of("50", "100", "2") + ", salt: \"" + dice.of("x", "y") + "\"}");
    }

    private void add(int percent, String name, String effect) {
        if (dice.chance(percent)) {
            List<String> applies = new ArrayList<>();
            if (dice.chance(40)) {
                applies.add("channel: " + dice.of("push", "mail"));
            }
            if (dice.chance(20)) {
                applies.add("purpose: " + dice.of("offers", "service", "news"));
            }
            if (dice.chance(20)) {
                applies.add("trigger: \"" + dice.of("t*", "t?", "t1", "*2") + "\"");
            }
            String target = applies.isEmpty() ? "" : "applies: {" + String.join(", ", applies) + "}\n";
            files.put("policies/" + name + ".yaml", "policy: " + name + "\n" + target + effect + "\n");
        }
    }

    private String cap() {
        String per = dice.of("10s", "20s", "1m", "5m", "calendar_day", "calendar_week");
        String then = isCollected ? "drop" : dice.of("drop", "hold");
        String cap = "cap: {max: " + dice.of("0", "1", "1", "2") + ", per: " + per + ", then: " + then + "}";
        return files.containsKey("segments/rel.yaml") && dice.chance(70)
                ? cap + "\nby: {segment: rel, values: {fan: 3, buyer: 1}}"
                : cap;
    }

    private String quiet() {
        String from = dice.of("00:30", "10:01", "23:59", "02:00", "01:30");
        String to = dice.of("00:32", "10:03", "00:02", "03:00", "02:31");
        String then = isCollected ? "drop" : dice.of("drop", "hold");
        return "quiet: {from: \"" + from + "\", to: \"" + to + "\", on: "
                + dice.of("all", "weekdays", "weekend", "[sunday]") + ", then: " + then + "}";
    }
}
