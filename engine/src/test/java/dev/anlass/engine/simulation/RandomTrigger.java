package dev.anlass.engine.simulation;

import java.util.ArrayList;
import java.util.List;

/** The text of one trigger of any shape. */
final class RandomTrigger {

    private final Dice dice;
    private final List<String> metrics;
    private final boolean hasSegment;
    private final StringBuilder text = new StringBuilder();
    private final List<String> steps = new ArrayList<>();
    private final List<String> types = new ArrayList<>();

    RandomTrigger(Dice dice, List<String> metrics, boolean hasSegment) {
        this.dice = dice;
        this.metrics = metrics;
        this.hasSegment = hasSegment;
    }

    String text(String name, String purpose) {
        line("trigger: " + name);
        line("purpose: " + purpose);
        line("channel: " + dice.of("push", "push", "mail"));
        limits();
        if (dice.chance(10)) {
            schedule();
        } else {
            steps();
        }
        action(name);
        return text.toString();
    }

    private void limits() {
        if (dice.chance(6)) {
            line("state: " + dice.of("shadow", "paused", "draft"));
        }
        if (dice.chance(40)) {
            line("cooldown: " + dice.of("5s", "10s", "10s", "1m"));
        }
        if (dice.chance(8)) {
            line("rollout: 50%");
        }
        if (dice.chance(4)) {
            line("active: {from: 2026-03-02T10:01:00Z, until: 2026-12-31T23:00:00Z}");
        }
        if (dice.chance(hasSegment ? 40 : 15)) {
            line("given: " + ofCustomer());
        }
    }

    private void schedule() {
        String at = dice.of("01:30", "02:30", "00:00", "03:00");
        String on = dice.of("all", "weekdays", "weekend");
        String spread = dice.chance(50) ? ", spread: " + dice.of("1m", "10m") : "";
        line("every: {at: \"" + at + "\", on: " + on + spread + "}");
        String where = dice.chance(60) ? ofCustomer() : null;
        if (where != null) {
            line("where: " + where);
        }
    }

    private void steps() {
        int count = dice.of(1, 1, 1, 2, 2, 2, 2, 3, 4);
        boolean isPlaces = dice.chance(25);
        boolean isBounded = dice.chance(30);
        line("when:");
        boolean isKeyed = dice.chance(40);
        for (int i = 0; i < count; i++) {
            step(i, isPlaces, isBounded, isKeyed);
        }
        if (isBounded) {
            line("within: " + dice.of("20s", "30s", "1m", "2m"));
        }
        if (dice.chance(40)) {
            line("wait: " + dice.of("5s", "10s", "30s", "2m"));
        }
        clauses("unless", dice.chance(40) ? dice.between(1, 2) : 0);
        clauses("until", dice.chance(20) ? 1 : 0);
        if (dice.chance(40) && !types.get(0).contains(".")) {
            line("prefer: " + dice.of("s1.x", "s1.n", "s1.x"));
        }
    }

    private void step(int i, boolean isPlaces, boolean isBounded, boolean isKeyed) {
        String type = isPlaces && dice.chance(60)
                ? dice.of("fence.entered", "fence.exited", "fence.dwelled", "location.reported")
                : dice.of("viewed", "added", "added", "bought");
        if (i == 0 && isKeyed && type.contains(".")) {
            type = "added";
        }
        line("  - step: s" + (i + 1));
        line("    event: " + type);
        String where = where(type);
        if (where != null) {
            line("    where: " + where);
        }
        if (i > 0 && (!isBounded || dice.chance(50))) {
            line("    within: " + dice.of("5s", "10s", "20s", "1m", "2m", "2m"));
        }
        keep(i, isKeyed);
        steps.add("s" + (i + 1));
        types.add(type);
    }

    private void keep(int i, boolean isKeyed) {
        if (i == 0 && isKeyed) {
            line("    keep: each " + dice.of("event.p", "event.n"));
            if (dice.chance(50)) {
                line("    at_most: " + dice.between(1, 2));
            }
        } else if (dice.chance(30)) {
            line("    keep: first");
        }
        if (dice.chance(20)) {
            line("    count: " + dice.between(2, 3));
            line("    over: " + dice.of("5s", "10s", "30s"));
        }
    }

    private void clauses(String key, int count) {
        if (count == 0) {
            return;
        }
        line(key + ":");
        for (int i = 0; i < count; i++) {
            String type = dice.of("viewed", "added", "bought", "bought", "fence.exited");
            line("  - event: " + type);
            String where = where(type);
            if (where != null) {
                line("    where: " + where);
            }
        }
    }

    /** A condition over an event of a type and the steps so far; null for none. */
    private String where(String type) {
        if (dice.chance(75)) {
            return null;
        }
        if (dice.chance(15)) {
            return ofCustomer();
        }
        boolean isPlain = !type.contains(".");
        List<String> choices = new ArrayList<>();
        if (isPlain) {
            choices.addAll(List.of(
                    "event.n > 1",
                    "event.x >= 2.5",
                    "event.p == \"a\"",
                    "event.n != 2",
                    "has(event.p)",
                    "event.n < 3"));
        } else if (type.startsWith("fence.")) {
            choices.addAll(List.of("event.fence.kind == \"shop\"", "event.fence_id != \"f2\""));
        } else {
            choices.add("event.lat <= 47.0");
        }
        for (int i = 0; i < steps.size(); i++) {
            String step = steps.get(i);
            if (isPlain && !types.get(i).contains(".")) {
                choices.addAll(List.of(
                        "event.p == " + step + ".p",
                        "event.n >= " + step + ".n",
                        step + ".p in event.ps",
                        step + ".x > 2.0"));
            }
            choices.add("event.time > " + step + ".time");
        }
        return dice.of(choices);
    }

    private String ofCustomer() {
        List<String> choices = new ArrayList<>(List.of(
                "customer.tier > 1",
                "customer.market == \"CH\"",
                "customer.age >= 18",
                "local_hour(\"Europe/Zurich\") < 2",
                "has(customer.tier)"));
        for (String metric : metrics) {
            choices.addAll(List.of(metric + " >= 2", metric + " < 3", metric + " != 1"));
        }
        if (hasSegment) {
            choices.subList(0, choices.size() / 2).clear();
            choices.addAll(List.of("segment.rel == \"fan\"", "segment.rel == \"fan\"", "segment.rel == \"ruler\""));
        }
        return dice.of(choices);
    }

    private void action(String name) {
        line("action:");
        line("  name: do-" + name);
        line("  expires: " + dice.of("10s", "30s", "1h"));
        if (dice.chance(40)) {
            line("  value: " + (hasNumber() ? dice.of("s1.x", "s1.x * 0.5", "3.0") : "3.0"));
        }
        List<String> payload = new ArrayList<>(List.of("others: \"${alternatives}\""));
        for (int i = 0; i < steps.size(); i++) {
            if (!types.get(i).contains(".")) {
                payload.add("p" + i + ": \"${" + steps.get(i) + ".p}\"");
            }
        }
        if (dice.chance(25) && hasNumber()) {
            line("  text: {en: \"Now ${s1.x}\", de: \"Jetzt ${customer.tier}\"}");
        }
        line("  payload: {" + String.join(", ", payload) + "}");
    }

    private boolean hasNumber() {
        return !types.isEmpty() && !types.get(0).contains(".");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
