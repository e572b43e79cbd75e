package dev.anlass.engine.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rules as somebody edited them: some lines of some files are other ones, some files are gone, some are new. */
final class RandomEdits {

    private static final int TRIES = 30;

    private final Dice dice;
    private final Map<String, String> files;

    private RandomEdits(Dice dice, Map<String, String> files) {
        this.dice = dice;
        this.files = new TreeMap<>(files);
    }

    /** Other files without mistakes; the same ones if no edit is found that makes none. */
    static Map<String, String> of(Dice dice, Map<String, String> files) {
        for (int i = 0; i < TRIES; i++) {
            RandomEdits edits = new RandomEdits(dice, files);
            int count = dice.between(1, 3);
            for (int edit = 0; edit < count; edit++) {
                edits.edit();
            }
            if (!edits.files.equals(files) && RandomRules.isGood(edits.files)) {
                return edits.files;
            }
        }
        return files;
    }

    private void edit() {
        int kind = dice.below(100);
        if (kind < 70) {
            trigger(any("triggers/"));
        } else if (kind < 80) {
            metric(any("metrics/"));
        } else if (kind < 88) {
            replace("fences/places.geojson", "\"dwell\": \"20s\"", "\"dwell\": \"30s\", \"hysteresis_m\": 40");
        } else if (kind < 94) {
            String policy = any("policies/");
            if (policy != null) {
                files.remove(policy);
            }
        } else if (kind < 97) {
            files.put(
                    "policies/g-cap.yaml",
                    "policy: g-cap\ncap: {max: 1, per: " + dice.of("30s", "5m") + ", then: drop}\n");
        } else {
            files.put("triggers/t9.yaml", new RandomTrigger(dice, List.of(), false).text("t9", "offers"));
        }
    }

    private String any(String folder) {
        List<String> paths =
                files.keySet().stream().filter(path -> path.startsWith(folder)).toList();
        return paths.isEmpty() ? null : dice.of(paths);
    }

    private void metric(String path) {
        if (path != null) {
            replace(path, "bucket: 10s", "bucket: 15s");
            replace(path, "over: 1m", "over: 2m");
        }
    }

    private void trigger(String path) {
        if (path == null) {
            return;
        }
        List<String> lines = new ArrayList<>(List.of(files.get(path).split("\n")));
        switch (dice.below(10)) {
            case 0 -> files.remove(path);
            case 1 -> {
                String name = lines.get(0).substring("trigger: ".length());
                files.put(path, new RandomTrigger(dice, List.of(), false).text(name, dice.of("offers", "help")));
                return;
            }
            case 2, 3 -> {
                lines.removeIf(line -> line.startsWith("wait: "));
                if (dice.chance(70)) {
                    lines.add(before(lines, "action:"), "wait: " + dice.of("5s", "20s", "1m", "2m"));
                }
            }
            case 4 -> change(lines, "    within: ", dice.of("10s", "30s", "2m"));
            case 5 -> removeOne(lines, "    where: ");
            case 6 -> change(lines, "purpose: ", dice.of("offers", "help", "news", "service"));
            case 7 ->
                lines.add(before(lines, "action:"), dice.of("given: customer.tier > 1", "unless:\n  - event: bought"));
            case 8 -> appendStep(lines);
            default -> change(lines, "  expires: ", dice.of("10s", "1m", "1h"));
        }
        if (files.containsKey(path)) {
            files.put(path, String.join("\n", lines) + "\n");
        }
    }

    /** After the last step, or none instead of it. */
    private void appendStep(List<String> lines) {
        int steps = (int)
                lines.stream().filter(line -> line.startsWith("  - step: ")).count();
        int end = lines.size();
        while (end > 0 && !lines.get(end - 1).startsWith("    ")) {
            end--;
        }
        if (steps > 1 && dice.chance(50)) {
            int last = lines.lastIndexOf("  - step: s" + steps);
            lines.subList(last, end).clear();
        } else if (steps > 0) {
            lines.add(
                    end,
                    "  - step: s" + (steps + 1) + "\n    event: " + dice.of("added", "bought") + "\n    within: 1m");
        }
    }

    private void change(List<String> lines, String start, String value) {
        List<Integer> places = starting(lines, start);
        if (!places.isEmpty()) {
            lines.set(dice.of(places), start + value);
        }
    }

    private void removeOne(List<String> lines, String start) {
        List<Integer> places = starting(lines, start);
        if (!places.isEmpty()) {
            lines.remove((int) dice.of(places));
        }
    }

    private static List<Integer> starting(List<String> lines, String start) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(start)) {
                places.add(i);
            }
        }
        return places;
    }

    private static int before(List<String> lines, String line) {
        return lines.indexOf(line);
    }

    private void replace(String path, String what, String with) {
        files.computeIfPresent(path, (p, text) -> text.replace(what, with));
    }
}
