package dev.anlass.benchmarks.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Contenders take turns, each once in a round, so that what happens to the machine happens to all of them. In rounds before
 * those that count they warm up until in one of them the compiler takes little of the processor time of each. How long that takes depends on how
 * much code a contender has, and not on how fast that code is.
 */
public final class Rounds {

    private static final double LITTLE = 0.1;
    private static final int MOST_WARMING = 25;

    private final Map<String, List<Run>> runs = new LinkedHashMap<>();
    private int warming;

    private Rounds() {}

    /**
     * Measures all in turns.
     *
     * @param counted how many rounds are counted
     */
    public static Rounds of(int counted, List<? extends Contender> contenders) throws Exception {
        return of(counted, contenders, contenders);
    }

    /**
     * Measures all in turns.
     *
     * @param counted how many rounds are counted
     * @param warming the contenders that warm up; together they run all the code
     */
    public static Rounds of(int counted, List<? extends Contender> contenders, List<? extends Contender> warming)
            throws Exception {
        Rounds rounds = new Rounds();
        rounds.warmUp(warming);
        for (int round = 1; round <= counted; round++) {
            for (Contender contender : contenders) {
                Run run = turn("round " + round + " of " + counted, contender);
                rounds.runs
                        .computeIfAbsent(contender.name(), name -> new ArrayList<>())
                        .add(run);
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

    /** How many rounds it took until all were warm in one, or until there was no end to it. */
    public int warming() {
        return warming;
    }

    /** Until all are warm in one round: the turn of one may make the compiler throw away what another's needs. */
    private void warmUp(List<? extends Contender> contenders) throws Exception {
        boolean isWarm = false;
        while (!isWarm && warming < MOST_WARMING) {
            warming++;
            isWarm = true;
            for (Contender contender : contenders) {
                Used used = turn("warming up, " + warming, contender).used();
                isWarm &= used.compilingSeconds() <= LITTLE * used.processorSeconds();
            }
        }
    }

    private static Run turn(String which, Contender contender) throws Exception {
        System.gc(); // The garbage of the others is not counted here.
        Run run = contender.run();
        System.err.println(which + ", " + contender.name() + ": " + run.figures());
        return run;
    }
}
