package dev.anlass.jobs.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.engine.rule.Belief;
import dev.anlass.engine.rule.ScoreCell;
import dev.anlass.engine.rule.ScoreTable;
import dev.anlass.jobs.learn.LogRecord.Decided;
import dev.anlass.jobs.learn.LogRecord.Happened;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The loop of deciding, feedback and learning finds what was planted. */
class LearningLoopTest {

    private static final long DAY = 86_400_000L;
    private static final long WINDOW = 2 * DAY;
    private static final int CUSTOMERS_A_DAY = 300;
    private static final int DAYS = 40;

    /**
     * Of two offers the better one is accepted twice as often; after so many days it is the other one. What
     * is learned is always as old as the window: until it has passed, nothing counts.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theBetterOfTwoOffersPrevailsAndWhenTheySwapTheOtherDoes(long seed) {
        System.out.println("LearningLoopTest loops with seed " + seed);
        List<Double> shares = shares(seed);
        assertThat(mean(shares.subList(DAYS - 20, DAYS)))
                .as("share of the better one")
                .isGreaterThan(0.75);
        assertThat(mean(shares.subList(2 * DAYS - 20, 2 * DAYS)))
                .as("share of the one that was better, 20 days after the swap")
                .isLessThan(0.25);
    }

    /** For each day the share of the offer that is the better one until the swap. */
    private static List<Double> shares(long seed) {
        Random random = new Random(seed);
        Market market = Market.of(List.of("good", "poor"));
        LearningSettings settings = new LearningSettings(null, 5 * DAY, WINDOW, Set.of("action.accepted"), 1, 1, seed);
        Learning learning = new Learning(settings);
        List<Double> shares = new ArrayList<>();
        ScoreTable table = LearnedTable.of(new Tally(), settings, Market.START).table();
        for (int day = 0; day < 2 * DAYS; day++) {
            long start = Market.START + day * DAY;
            Map<String, Double> rates =
                    day < DAYS ? Map.of("good", 0.08, "poor", 0.04) : Map.of("good", 0.04, "poor", 0.08);
            int good = 0;
            List<Happened> feedback = new ArrayList<>();
            for (Decided decided : Market.read(market.with(table).visited(start, customers(seed, day)))) {
                learning.decision(decided);
                if (decided.isEmitted()) {
                    good += decided.trigger().equals("good") ? 1 : 0;
                    if (random.nextDouble() < rates.get(decided.trigger())) {
                        feedback.add(accepted(decided, random.nextLong(WINDOW)));
                    }
                }
            }
            feedback.forEach(learning::event);
            shares.add((double) good / CUSTOMERS_A_DAY);
            long asOf = start + DAY;
            table = LearnedTable.of(learning.tally(asOf), settings, asOf).table();
        }
        return shares;
    }

    private static List<String> customers(long seed, int day) {
        List<String> customers = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS_A_DAY; i++) {
            customers.add("c" + seed + "-" + day + "-" + i);
        }
        return customers;
    }

    private static Happened accepted(Decided decided, long after) {
        return new Happened("action.accepted", decided.customer(), decided.id(), decided.decidedAt() + after);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** Weighted by the inverse of its probability, what was chosen tells of all, also of what is seldom chosen. */
    @Test
    void acceptanceWeightedByTheInverseProbabilityIsWhatWasPlanted() throws Exception {
        long seed = 7;
        System.out.println("LearningLoopTest weighs with seed " + seed);
        Random random = new Random(seed);
        Map<String, Double> rates = Map.of("a", 0.3, "b", 0.5, "c", 0.7);
        Map<String, Belief> beliefs = Map.of("a", Belief.of(8, 92), "b", Belief.of(12, 110), "c", Belief.of(3, 40));
        Market market = Market.of(List.of("a", "b", "c"));
        int draws = 4_000;
        Map<String, Double> weighted = new HashMap<>();
        Map<String, Double> variance = new HashMap<>();
        double all = 0;
        for (int draw = 0; draw < draws; draw++) {
            ScoreTable table = drawn(beliefs, random);
            for (byte[] line : market.with(table).visited(Market.START, List.of("c" + draw))) {
                JsonNode data = new ObjectMapper().readTree(line).get("data");
                if (data.get("outcome").asText().equals("emitted")) {
                    String offer = data.get("action").asText();
                    double weight = 1 / data.get("probability").asDouble();
                    all += weight;
                    if (random.nextDouble() < rates.get(offer)) {
                        weighted.merge(offer, weight, Double::sum);
                        variance.merge(offer, weight * weight, Double::sum);
                    }
                }
            }
        }
        assertThat(all / draws / rates.size()).isEqualTo(1, within(0.1));
        for (String offer : rates.keySet()) {
            double deviation = Math.sqrt(variance.get(offer)) / draws;
            assertThat(weighted.get(offer) / draws)
                    .as("seed %s, offer %s, standard deviation %s", seed, offer, deviation)
                    .isEqualTo(rates.get(offer), within(4 * deviation));
        }
    }

    private static ScoreTable drawn(Map<String, Belief> beliefs, Random random) {
        List<ScoreCell> cells = new ArrayList<>();
        for (String offer : List.of("a", "b", "c")) {
            Belief belief = beliefs.get(offer);
            cells.add(new ScoreCell(offer, null, 0, 0, belief, belief.quantile(random.nextDouble())));
        }
        return new ScoreTable("drawn", Market.START, null, cells);
    }
}
