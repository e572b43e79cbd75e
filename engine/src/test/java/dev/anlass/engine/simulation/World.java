package dev.anlass.engine.simulation;

import dev.anlass.engine.rule.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Rules, settings and records that a seed makes.
 *
 * @param lines records, and between them what is stopped
 */
public record World(long seed, Rules rules, Settings settings, Arrivals arrivals, List<String> lines) {

    private static final int WORLDS_PER_RULES = 5;
    private static final int RULES_KEPT = 16;
    private static final long STOPS_SEED = 2_000_000_011L;
    private static final long RULES_SEED = 1_000_000_007L;
    private static final long SCORES_SEED = 2_000_000_011L;

    private static final Map<Long, Rules> RULES = new ConcurrentHashMap<>();

    public World {
        lines = List.copyOf(lines);
    }

    /** In order for every second seed, else out of order. */
    public static World of(long seed) {
        return of(seed, seed % 2 == 0 ? Arrivals.IN_ORDER : Arrivals.DISORDERED);
    }

    public static World of(long seed, Arrivals arrivals) {
        boolean disorder = arrivals == Arrivals.DISORDERED;
        Dice dice = new Dice(seed);
        long group = seed / WORLDS_PER_RULES;
        if (RULES.size() > RULES_KEPT) {
            RULES.clear();
        }
        Rules rules = RULES.computeIfAbsent(
                group, number -> rules(new Dice(number + RULES_SEED), new Dice(number + SCORES_SEED)));
        long disorderMillis = disorder ? dice.of(5_000L, 20_000L, 40_000L, 60_000L, 120_000L) : 0;
        RandomEvents events = new RandomEvents(dice, start(new Dice(group + RULES_SEED)), disorderMillis);
        Settings settings = settings(dice, disorder);
        List<String> records = events.of(dice.between(10, 70), dice.of(1, 1, 2));
        return new World(seed, rules, settings, arrivals, RandomStops.among(records, new Dice(seed + STOPS_SEED)));
    }

    private static Settings settings(Dice dice, boolean disorder) {
        long lateness =
                disorder ? dice.of(0L, 10_000L, 60_000L, 60_000L, 120_000L, 120_000L) : dice.of(0L, 10_000L, 60_000L);
        long presenceTimeout = dice.of(30_000L, 60_000L, 120_000L, 1_800_000L);
        int maxEvents = dice.chance(10) ? 10 : 6_000;
        return new Settings(lateness, presenceTimeout, maxEvents, Long.MAX_VALUE, dice.chance(30));
    }

    private static long start(Dice dice) {
        return dice.of(RandomEvents.STARTS).toEpochMilli();
    }

    /** The first bundle has always been in force; some worlds have more. */
    private static Rules rules(Dice dice, Dice diceOfScores) {
        long start = start(dice);
        List<Edition> editions = new ArrayList<>();
        Map<String, String> files = RandomRules.files(dice);
        editions.add(Edition.of(0, files, 0));
        int more = dice.of(0, 0, 1, 1, 2);
        long effective = start;
        for (int number = 1; number <= more; number++) {
            files = RandomEdits.of(dice, files);
            effective += dice.of(10_000L, 20_000L, 45_000L, 60_000L, 120_000L, 180_000L);
            editions.add(Edition.of(number, files, effective));
        }
        return new Rules(editions, new RandomScores(diceOfScores).of(start));
    }

    World with(List<String> other) {
        return new World(seed, rules, settings, arrivals, other);
    }

    World with(Rules other) {
        return new World(seed, other, settings, arrivals, lines);
    }

    public boolean isInOrder() {
        return arrivals == Arrivals.IN_ORDER;
    }

    /** Rules, settings and records as a person reads them. */
    public String text() {
        StringBuilder text = new StringBuilder();
        rules.files()
                .forEach((path, content) ->
                        text.append("# ").append(path).append('\n').append(content));
        rules.editions().forEach(edition -> text.append("# bundle ")
                .append(edition.number())
                .append(" from ")
                .append(Instant.ofEpochMilli(edition.effectiveFrom()))
                .append('\n'));
        text.append("# ").append(settings).append('\n');
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
