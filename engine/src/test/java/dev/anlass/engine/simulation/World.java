package dev.anlass.engine.simulation;

import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.step.Program;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules, settings and events that a seed makes. */
record World(Map<String, String> files, Bundle bundle, Settings settings, List<String> lines) {

    private static final int WORLDS_PER_RULES = 10;
    private static final Map<Long, World> RULES = new LinkedHashMap<>();

    World {
        lines = List.copyOf(lines);
    }

    /** @param disorder whether events arrive out of order, some later than the lateness */
    static World of(long seed, boolean disorder) {
        Dice dice = new Dice(seed);
        World rules = RULES.computeIfAbsent(seed / WORLDS_PER_RULES, World::rules);
        long lateness = disorder ? dice.of(0L, 5_000L, 10_000L, 60_000L) : dice.of(0L, 10_000L, 60_000L);
        Settings settings = Settings.DEFAULT.withoutSpread().withLateness(lateness);
        long disorderMillis = disorder ? dice.of(5_000L, 20_000L, 120_000L) : 0;
        List<String> lines = RandomEvents.of(dice, dice.between(5, 40), dice.between(1, 2), disorderMillis);
        return new World(rules.files(), rules.bundle(), settings, lines);
    }

    private static World rules(long number) {
        Map<String, String> files = RandomRules.files(new Dice(number + 1_000_000_007L));
        return new World(files, RandomRules.bundle(files), Settings.DEFAULT, List.of());
    }

    World with(List<String> other) {
        return new World(files, bundle, settings, other);
    }

    /** Without one of the files; this world if it cannot be without it. */
    World without(String path) {
        Map<String, String> fewer = new LinkedHashMap<>(files);
        fewer.remove(path);
        return RandomRules.isGood(fewer) ? new World(fewer, RandomRules.bundle(fewer), settings, lines) : this;
    }

    Program program() {
        return Program.of(List.of(bundle), settings);
    }
}
