package dev.anlass.engine.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Score tables of every shape, for the actions and the segment of random rules. */
final class RandomScores {

    private final Dice dice;

    RandomScores(Dice dice) {
        this.dice = dice;
    }

    /** @param start of the world, in milliseconds since 1970 */
    Scores of(long start) {
        List<String> files = new ArrayList<>();
        int count = dice.of(0, 1, 1, 2);
        for (int number = 1; number <= count; number++) {
            files.add(table(number, start + dice.of(-3_600_000L, 15_000L, 30_000L, 60_000L, 120_000L, 180_000L)));
        }
        return new Scores(files);
    }

    private String table(int number, long effectiveFrom) {
        boolean isOfTypes = dice.chance(70);
        List<String> cells = new ArrayList<>();
        for (String action : List.of("do-t1", "do-t2", "do-t3", "do-t4")) {
            if (dice.chance(80)) {
                cells.add(cell("\"action\":\"" + action + "\""));
            }
            for (String type : isOfTypes ? List.of("fan", "buyer", "ruler") : List.<String>of()) {
                if (dice.chance(50)) {
                    cells.add(cell("\"action\":\"" + action + "\",\"type\":\"" + type + "\""));
                }
            }
        }
        return "{\"number\":\"s-" + number + "\",\"effective_from\":\"" + Instant.ofEpochMilli(effectiveFrom) + "\","
                + (isOfTypes ? "\"segment\":\"" + dice.of("rel", "rel", "other") + "\"," : "") + "\"cells\":["
                + String.join(",\n", cells) + "]}";
    }

    /** Propensities are such that products of them are exact in whatever order. */
    private String cell(String head) {
        return "{" + head + ",\"offered\":8,\"accepted\":2,\"alpha\":" + dice.between(1, 30) + ",\"beta\":"
                + dice.between(1, 300) + ",\"propensity\":" + dice.of("0.5", "0.25", "0.125", "0.0625") + "}";
    }
}
