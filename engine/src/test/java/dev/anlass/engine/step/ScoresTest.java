package dev.anlass.engine.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.anlass.engine.decide.Decision;
import dev.anlass.engine.rule.Belief;
import dev.anlass.engine.rule.ScoreCell;
import dev.anlass.engine.rule.ScoreTable;
import dev.anlass.engine.rule.ScoreTables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Score tables: which propensity a candidate has, and with which probability a winner won. */
class ScoresTest {

    private static final long TEN = Instant.parse("2026-03-02T10:00:00Z").toEpochMilli();
    private static final String ADDED = "{\"product\":\"a\",\"price\":2.0}";
    private static final String FANS = """
            segment: rel
            otherwise: buyer
            types: {fan: {score: "metric.views", at_least: 1.0}}
            """;
    private static final String VIEWS =
            "metric: views\npurpose: offers\nevent: viewed\naggregate: count\nover: 1d\nbucket: 1h\n";

    private static String offer(String action) {
        return "when: [{step: cart, event: added}]\naction: {name: " + action + "}\n";
    }

    private static ScoreTable table(long effectiveFrom, ScoreCell... cells) {
        return new ScoreTable("s", effectiveFrom, "rel", List.of(cells));
    }

    private static ScoreCell cell(String action, @Nullable String type, double alpha, double beta, double propensity) {
        return new ScoreCell(action, type, alpha, beta, Belief.of(alpha, beta), propensity);
    }

    @Test
    void theNewestTableOfTheMomentDecidedIsUsedAndTheFirstForWhatIsOlder() {
        Story story = Story.when("t", offer("offer"))
                .permitted()
                .at("0m", "added", ADDED)
                .at("1m", "added", ADDED)
                .at("2m", "added", ADDED);
        assertThat(story.decisions(
                        table(TEN + 60_000, cell("offer", null, 1, 1, 0.5)),
                        table(TEN + 120_000, cell("another", null, 1, 1, 0.25))))
                .extracting(decision -> decision.score().propensity())
                .containsExactly(0.5, 0.5, 1.0);
    }

    @Test
    void ofTablesThatBecomeKnownOneAfterTheOtherNoneIsUsedBeforeTheFirst() {
        ScoreTable first = table(TEN, cell("offer", null, 1, 1, 0.5));

        assertThat(ScoreTables.published(List.of(first)).at(TEN - 1)).isSameAs(ScoreTable.NONE);
        assertThat(ScoreTables.published(List.of(first)).at(TEN)).isSameAs(first);
    }

    @Test
    void aHeldCandidateTakesTheTableOfTheMomentAtWhichItIsDecidedAgain() {
        Story story = Story.when("t", offer("offer"))
                .file("policies/p.yaml", "policy: p\nquiet: {from: \"10:00\", to: \"12:00\", on: all, then: hold}\n")
                .permitted()
                .at("0m", "added", ADDED);
        assertThat(story.decisions(
                        table(TEN, cell("offer", null, 1, 1, 0.5)),
                        table(TEN + 3_600_000, cell("offer", null, 1, 1, 0.25))))
                .extracting(decision -> decision.score().propensity())
                .containsExactly(0.25);
    }

    @Test
    void theTypeCountsOnlyForTriggersThatMayReadTheSegment() {
        Story story = Story.when("t", offer("offer"))
                .trigger(Story.head("u").replace("purpose: offers", "purpose: service") + offer("offer"))
                .file("segments/rel.yaml", FANS)
                .file("metrics/views.yaml", VIEWS)
                .permitted()
                .at("-1m", "viewed", "{\"product\":\"a\"}")
                .at("0m", "added", ADDED);
        List<Decision> decisions =
                story.decisions(table(TEN, cell("offer", null, 1, 1, 0.5), cell("offer", "fan", 1, 1, 0.25)));
        assertThat(decisions)
                .extracting(decision -> decision.trigger() + " "
                        + decision.score().propensity() + " " + decision.segments() + " " + decision.action())
                .containsExactlyInAnyOrder("t 0.25 {rel=fan} offer", "u 0.5 {} offer");
    }

    @Test
    void withoutATableOrWithoutARivalTheProbabilityIsOne() {
        Story alone = Story.when("a", offer("one")).permitted().at("0m", "added", ADDED);
        assertThat(alone.decisions(table(TEN, cell("one", null, 1, 1, 0.5))))
                .extracting(Decision::probability)
                .containsExactly(1.0);
        assertThat(two().decisions()).extracting(Decision::probability).containsExactly(1.0, null);
    }

    @Test
    void whoeverIsRefusedBeforeArbitrationIsNoRival() {
        Story story = two().file("policies/p.yaml", "policy: p\napplies: {trigger: b}\nforbid: \"true\"\n");
        assertThat(story.decisions(table(TEN, cell("one", null, 4, 96, 0.06), cell("two", null, 4, 96, 0.02))))
                .extracting(Decision::probability)
                .containsExactly(1.0, null);
    }

    @Test
    void aWinnerThatIsHeldOutHasItsProbabilityToo() {
        Story story = two().file("policies/p.yaml", "policy: p\nholdout: {percent: 100, salt: \"x\"}\n");
        List<Decision> decisions =
                story.decisions(table(TEN, cell("one", null, 4, 96, 0.06), cell("two", null, 4, 96, 0.02)));
        assertThat(decisions).extracting(Decision::reason).first().isEqualTo("holdout:p");
        assertThat(decisions.get(0).probability()).isEqualTo(0.5, within(0.001));
    }

    /** Narrow and wide beliefs, a cell that two share, and one that is certain; checked by drawing. */
    @Test
    void theProbabilityIsThatOfDrawingTheTableAgain() {
        long seed = 20260302;
        System.out.println("ScoresTest draws with seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 12; round++) {
            List<ScoreCell> cells = new ArrayList<>();
            double[] values = new double[3];
            for (int i = 0; i < 3; i++) {
                double size = Math.pow(10, 0.5 + 3 * random.nextDouble());
                double rate = 0.02 + 0.1 * random.nextDouble();
                cells.add(cell("a" + i, null, 1 + rate * size, 1 + (1 - rate) * size, 0.9 - 0.1 * i));
                values[i] = 1 + random.nextDouble();
            }
            Decision won =
                    three(values, table(TEN, cells.toArray(ScoreCell[]::new))).get(0);
            assertThat(won.probability())
                    .as("seed %s, round %s: %s", seed, round, cells)
                    .isEqualTo(drawn(random, cells, values, won.trigger()), within(0.006));
        }
    }

    @Test
    void anActionWithoutACellIsCertain() {
        Story story = two();
        Decision won = story.decisions(table(TEN, cell("two", null, 1, 1, 0.5))).get(0);
        assertThat(won.trigger() + " " + won.probability()).isEqualTo("a 1.0");
    }

    private static List<Decision> three(double[] values, ScoreTable table) {
        Story story = Story.when("t0", valued("a0", values[0]))
                .trigger(Story.head("t1") + valued("a1", values[1]))
                .trigger(Story.head("t2") + valued("a2", values[2]))
                .trigger(Story.head("t3") + valued("a2", values[2] / 2))
                .channels("channels: {push: {expires: 4h}}")
                .permitted()
                .at("0m", "added", ADDED);
        return story.decisions(table);
    }

    private static String valued(String action, double value) {
        return "when: [{step: cart, event: added}]\naction: {name: " + action + ", value: \"" + value + "\"}\n";
    }

    private static double drawn(Random random, List<ScoreCell> cells, double[] values, String trigger) {
        UniformRandomProvider source = random::nextLong;
        var samplers = cells.stream()
                .map(cell -> BetaDistribution.of(
                                cell.belief().alpha(), cell.belief().beta())
                        .createSampler(source))
                .toList();
        int draws = 60_000;
        int won = 0;
        for (int draw = 0; draw < draws; draw++) {
            int best = 0;
            double highest = 0;
            for (int i = 0; i < values.length; i++) {
                double score = samplers.get(i).sample() * values[i];
                best = score > highest ? i : best;
                highest = Math.max(highest, score);
            }
            won += trigger.equals("t" + best) ? 1 : 0;
        }
        return (double) won / draws;
    }

    private static Story two() {
        return Story.when("a", offer("one"))
                .trigger(Story.head("b") + offer("two"))
                .channels("channels: {push: {expires: 4h}}")
                .permitted()
                .at("0m", "added", ADDED);
    }
}
