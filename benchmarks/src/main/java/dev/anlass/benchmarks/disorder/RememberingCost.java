package dev.anlass.benchmarks.disorder;

import dev.anlass.benchmarks.measure.Results;
import dev.anlass.benchmarks.measure.RunFacts;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What it costs to remember events so that late ones can be put at their place: bytes for each remembered event, and the
 * pace of the engine alone, by lateness, in order and with one of a hundred events late.
 *
 * <p>All are run in each round, in an order that chance decides; a figure is the median of ratios within a round.
 * With a lateness of 0 nothing can be late: what the ratio of its two runs differs from 1 is how much the figures scatter.
 */
public final class RememberingCost {

    private static final String COMMAND = "benchmarks/run RememberingCost";
    private static final long SEED = 20260302;
    private static final int WARM_UPS = 2;
    private static final int ROUNDS = 7;
    private static final double LATE_PART = 0.01;
    private static final List<Duration> LATENESS =
            List.of(Duration.ZERO, Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofMinutes(5));

    private RememberingCost() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, Object> figures = RunFacts.now(COMMAND, SEED);
        figures.put("rounds", ROUNDS);
        figures.put("late_part_of_events", LATE_PART);
        figures.put("streams", List.of(of(RememberedStream.city(SEED)), of(RememberedStream.busyShop(SEED))));
        RunFacts.end(figures);
        Results.keep("remembering-cost", figures);
    }

    private static Map<String, Object> of(RememberedStream stream) {
        List<EngineRound> inOrder = new ArrayList<>();
        List<EngineRound> late = new ArrayList<>();
        for (Duration lateness : LATENESS) {
            inOrder.add(EngineRound.of(stream, lateness, 0, SEED));
            late.add(EngineRound.of(stream, lateness, LATE_PART, SEED));
        }
        List<EngineRound> turns = new ArrayList<>(inOrder);
        turns.addAll(late);
        Random random = new Random(SEED);
        for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
            System.err.println(stream.name() + ", round " + (round + 1) + " of " + (WARM_UPS + ROUNDS));
            Collections.shuffle(turns, random);
            for (EngineRound turn : turns) {
                turn.run(round >= WARM_UPS);
            }
        }
        return figures(stream, inOrder, late);
    }

    private static Map<String, Object> figures(
            RememberedStream stream, List<EngineRound> inOrder, List<EngineRound> late) {
        EngineRound nothing = inOrder.get(0);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < LATENESS.size(); i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("lateness_s", LATENESS.get(i).toSeconds());
            row.putAll(inOrder.get(i).stored().figures(nothing.stored()));
            row.put("in_order_events_per_cpu_second", Math.round(inOrder.get(i).pace()));
            row.put("in_order_to_lateness_0", inOrder.get(i).ratioTo(nothing));
            row.put("late_to_in_order", late.get(i).ratioTo(inOrder.get(i)));
            row.put("late_out_of_place", late.get(i).outOfPlace());
            row.put("late_rejected", late.get(i).rejected());
            rows.add(row);
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("stream", stream.name());
        figures.put("events", stream.events().size());
        figures.put("by_lateness", rows);
        return figures;
    }
}
