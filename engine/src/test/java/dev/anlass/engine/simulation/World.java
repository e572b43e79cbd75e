package dev.anlass.engine.simulation;

import dev.anlass.engine.rule.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rules, settings and events that a seed makes. */
public record World(long seed, Rules rules, Settings settings, Arrivals arrivals, List<String> lines) {

    private static final int WORLDS_PER_RULES = 10;
    private static final Map<Long, Rules> RULES = new HashMap<>();

    public World {
        lines = List.copyOf(lines);
    }

    public static World of(long seed, Arrivals arrivals) {
        boolean disorder = arrivals == Arrivals.DISORDERED;
        Dice dice = new Dice(seed);
        Rules rules = RULES.computeIfAbsent(
                seed / WORLDS_PER_RULES, number -> new Rules(RandomRules.files(new Dice(number + 1_000_000_007L))));
        long lateness =
                disorder ? dice.of(0L, 5_000L, 10_000L, 60_000L, 60_000L, 120_000L) : dice.of(0L, 10_000L, 60_000L);
        Settings settings = Settings.DEFAULT.withoutSpread().withLateness(lateness);
        long disorderMillis = disorder ? dice.of(5_000L, 20_000L, 60_000L, 120_000L) : 0;
        List<String> lines = RandomEvents.of(dice, dice.between(5, 60), dice.of(1, 1, 2), disorderMillis);
        return new World(seed, rules, settings, arrivals, lines);
    }

    World with(List<String> other) {
        return new World(seed, rules, settings, arrivals, other);
    }

    World without(String path) {
        return new World(seed, rules.without(path), settings, arrivals, lines);
    }

    public boolean isInOrder() {
        return arrivals == Arrivals.IN_ORDER;
    }

    /** Rules, settings and events as a person reads them. */
    public String text() {
        StringBuilder text = new StringBuilder();
        rules.files()
                .forEach((path, content) ->
                        text.append("# ").append(path).append('\n').append(content));
        text.append("# ").append(settings).append('\n');
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
