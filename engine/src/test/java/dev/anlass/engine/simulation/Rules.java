package dev.anlass.engine.simulation;

import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.ScoreTables;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.step.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The bundles of a world, in order of their effective times, and its score tables. */
public final class Rules {

    private final List<Edition> editions;
    private final Scores scores;
    private final Map<Settings, Program> programs = new HashMap<>();

    Rules(List<Edition> editions, Scores scores) {
        this.editions = List.copyOf(editions);
        this.scores = scores;
    }

    Scores scores() {
        return scores;
    }

    List<Edition> editions() {
        return editions;
    }

    /** The edition that decides at a time; the first also decides what is older. */
    Edition at(long time) {
        Edition deciding = editions.get(0);
        for (Edition edition : editions) {
            deciding = edition.effectiveFrom() <= time ? edition : deciding;
        }
        return deciding;
    }

    Bundle numbered(String number) {
        return editions.get(Integer.parseInt(number)).bundle();
    }

    synchronized Program program(Settings settings) {
        return programs.computeIfAbsent(
                settings, s -> Program.of(editions.stream().map(Edition::bundle).toList(), s)
                        .withScores(new ScoreTables(scores.tables())));
    }

    /** With the first editions only. */
    Rules first(int count) {
        return new Rules(editions.subList(0, count), scores);
    }

    /** Without one of the files; these rules if they cannot be without it. */
    Rules without(String path) {
        List<Edition> fewer = new ArrayList<>();
        for (Edition edition : editions) {
            Map<String, String> files = new TreeMap<>(edition.files());
            files.remove(path);
            if (!RandomRules.isGood(files)) {
                return this;
            }
            fewer.add(Edition.of(edition.number(), files, edition.effectiveFrom()));
        }
        return new Rules(fewer, scores);
    }

    /** With these score tables instead. */
    Rules with(Scores other) {
        return new Rules(editions, other);
    }

    /** Every file of every edition, later ones under the number of their edition. */
    Map<String, String> files() {
        Map<String, String> all = new TreeMap<>();
        for (Edition edition : editions) {
            String folder = edition.number() == 0 ? "" : "bundle-" + edition.number() + "/";
            edition.files().forEach((path, text) -> all.put(folder + path, text));
        }
        for (int i = 0; i < scores.files().size(); i++) {
            all.put("scores-" + i + ".json", scores.files().get(i) + "\n");
        }
        return all;
    }
}
