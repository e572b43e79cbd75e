package dev.anlass.benchmarks.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Contenders take turns, each once in a round, so that what happens to the machine happens to all of them. The first
 * rounds warm up and are not counted.
 */
public final class Rounds {

    private final int warming;
    private final int counted;
    private final Map<String, List<Run>> runs = new LinkedHashMap<>();

    private Rounds(int warming, int counted) {
        this.warming = warming;
        this.counted = counted;
    }

    /** One round warms up. */
    public static Rounds of(int counted, List<? extends Contender> contenders) throws Exception {
        return of(1, counted, contenders);
    }

    /**
     * Measures all in turns.
     *
     * @param warming how many rounds warm up
     * @param counted how many rounds are counted
     */
    public static Rounds of(int warming, int counted, List<? extends Contender> contenders) throws Exception {
        Rounds rounds = new Rounds(warming, counted);
        for (int round = 1 - warming; round <= counted; round++) {
            for (Contender contender : contenders) {
                rounds.turn(round, contender);
            }
        }
        return rounds;
    }

    /** The counted runs of a contender, round by round. */
    public List<Run> of(String contender) {
        return List.copyOf(runs.getOrDefault(contender, List.of()));
    }

    public List<Run> of(Contender contender) {
        return of(contender.name());
    }

    private void turn(int round, Contender contender) throws Exception {
        System.gc(); // The garbage of the others is not counted here.
        Run run = contender.run();
        String which =
                round > 0 ? "round " + round + " of " + counted : "warming up, " + (warming + round) + " of " + warming;
        System.err.println(which + ", " + contender.name() + ": " + run.figures());
        if (round > 0 || counted == 0 && round == 0) {
            runs.computeIfAbsent(contender.name(), name -> new ArrayList<>()).add(run);
        }
    }
}
