package dev.anlass.engine.simulation;

import java.util.ArrayList;
import java.util.List;

/** Stops that come and go between the records of a world. */
final class RandomStops {

    private static final int WORLDS_PER_CENT = 25;

    private RandomStops() {}

    static List<String> among(List<String> lines, Dice dice) {
        if (!dice.chance(WORLDS_PER_CENT)) {
            return lines;
        }
        List<String> all = new ArrayList<>(lines);
        for (int more = dice.between(1, 4); more > 0; more--) {
            all.add(dice.below(all.size() + 1), StopsLine.of(some(dice)));
        }
        return all;
    }

    private static List<String> some(Dice dice) {
        return dice.of(
                List.of(),
                List.of(),
                List.of("all"),
                List.of("channel/push"),
                List.of("channel/mail"),
                List.of("trigger/t1"),
                List.of("trigger/t2", "trigger/t3"),
                List.of("channel/mail", "trigger/t1"));
    }
}
