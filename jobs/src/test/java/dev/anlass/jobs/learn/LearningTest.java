package dev.anlass.jobs.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.rule.ScoreCell;
import dev.anlass.engine.rulefile.ScoreTableReader;
import dev.anlass.engine.rulefile.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which trials there are, and what is learned from them. */
class LearningTest {

    private static final long HOUR = Tally.HOUR_MILLIS;
    private static final long DAY = 24 * HOUR;
    private static final LearningSettings SETTINGS =
            new LearningSettings("rel", 2 * DAY, DAY, Set.of("action.accepted"), 1, 1, 5);

    private final Learning learning = new Learning(SETTINGS);

    private void decided(String id, String outcome, @Nullable String type, long time) {
        Map<String, String> segments = type == null ? Map.of() : Map.of("rel", type);
        learning.decision(new LogRecord.Decided(id, 1, "c", "t", outcome, null, "offer", segments, time));
    }

    private void fed(String id, String feedback, long time) {
        learning.event(new LogRecord.Happened("action." + feedback, "c", id, time));
    }

    private String counted(long asOf) {
        Tally tally = learning.tally(asOf);
        long accepted = tally.counts().values().stream()
                .mapToLong(Tally.Counts::accepted)
                .sum();
        return accepted + " of " + tally.trials();
    }

    @Test
    void aSuccessWithinTheWindowCountsWhenTheWindowHasPassed() {
        decided("a", "emitted", null, 0);
        fed("a", "accepted", HOUR);
        assertThat(counted(DAY - 1)).isEqualTo("0 of 0");
        assertThat(counted(DAY)).isEqualTo("1 of 1");
    }

    @Test
    void withoutASuccessItIsAFailureAlsoIfRejected() {
        decided("a", "emitted", null, 0);
        decided("b", "emitted", null, 0);
        decided("c", "emitted", null, 0);
        fed("a", "accepted", DAY + 1);
        fed("b", "rejected", HOUR);
        fed("c", "rejected", HOUR);
        fed("c", "accepted", HOUR + 1);
        assertThat(counted(DAY - 1)).isEqualTo("0 of 0");
        assertThat(counted(2 * DAY)).isEqualTo("0 of 3");
    }

    @Test
    void anActionThatIsNewAndWorseIsNotBelievedBetter() {
        for (int i = 0; i < 100; i++) {
            offered("proven", i, 0, i < 20);
        }
        for (int i = 0; i < 1_000; i++) {
            offered("fresh", i, 2 * DAY, i < 20);
        }
        assertThat(believed(2 * DAY + HOUR)).containsOnlyKeys("proven");
        assertThat(believed(3 * DAY))
                .hasEntrySatisfying("fresh", mean -> assertThat(mean).isBetween(0.01, 0.03));
        assertThat(believed(3 * DAY).get("proven")).isGreaterThan(0.15);
    }

    private void offered(String action, int number, long time, boolean isAccepted) {
        String id = action + number;
        learning.decision(new LogRecord.Decided(id, 1, "c", "t", "emitted", null, action, Map.of(), time));
        if (isAccepted) {
            fed(id, "accepted", time + HOUR / 2);
        }
    }

    /** The mean of the belief, by action. */
    private Map<String, Double> believed(long asOf) {
        return LearnedTable.of(learning.tally(asOf), SETTINGS, asOf).table().cells().stream()
                .collect(Collectors.toMap(
                        ScoreCell::action,
                        cell -> cell.belief().alpha()
                                / (cell.belief().alpha() + cell.belief().beta())));
    }

    @Test
    void whatWasTakenBackOrFailedBeforeIsNoTrial() {
        decided("a", "emitted", null, 0);
        decided("a", "revoked", null, HOUR);
        decided("b", "emitted", null, 0);
        decided("c", "emitted", null, 0);
        decided("c", "revoked", null, 2 * HOUR);
        decided("d", "refused", null, 0);
        fed("a", "accepted", 2 * HOUR);
        fed("b", "failed", HOUR);
        fed("c", "accepted", HOUR);
        fed("d", "accepted", HOUR);
        assertThat(counted(2 * DAY)).isEqualTo("1 of 1");
    }

    @Test
    void trialsCountHalfAfterTheHalfLifeAndByTypeToo() {
        decided("a", "emitted", "fan", 0);
        decided("b", "emitted", "buyer", 2 * DAY);
        fed("a", "accepted", HOUR);
        fed("b", "rejected", 2 * DAY);
        LearnedTable learned = LearnedTable.of(learning.tally(4 * DAY), SETTINGS, 4 * DAY);
        List<ScoreCell> cells = learned.table().cells();
        assertThat(cells)
                .extracting(cell -> cell.type() + " " + cell.accepted() + " of " + cell.offered() + " " + cell.belief())
                .containsExactly(
                        "null 0.25 of 0.75 Beta(1.25, 1.5)",
                        "buyer 0.0 of 0.5 Beta(1.0, 1.5)",
                        "fan 0.25 of 0.25 Beta(1.25, 1.0)");
    }

    @Test
    void aTableIsMadeAgainFromItsFileAndAnotherSeedOrTimeDrawsAnother() {
        decided("a", "emitted", "fan", 0);
        fed("a", "accepted", HOUR);
        LearnedTable learned = LearnedTable.of(learning.tally(DAY), SETTINGS, DAY);
        ScoreTableReader.Read read =
                ScoreTableReader.read(new Source("scores.json", new String(learned.json(), StandardCharsets.UTF_8)));
        assertThat(read.problems().render()).isEqualTo("no problems\n");
        for (ScoreCell cell : read.table().cells()) {
            double share = Draw.share(5, DAY, cell.action(), cell.type());
            assertThat(cell.propensity()).isEqualTo(cell.belief().quantile(share));
            assertThat(Draw.share(6, DAY, cell.action(), cell.type())).isNotEqualTo(share);
            assertThat(Draw.share(5, DAY + 1, cell.action(), cell.type())).isNotEqualTo(share);
        }
        assertThat(read.table().cells()).isEqualTo(learned.table().cells());
        assertThat(read.table().number())
                .startsWith("1970.01.02-")
                .isEqualTo(LearnedTable.of(learning.tally(DAY), SETTINGS, DAY)
                        .from(2 * DAY)
                        .table()
                        .number());
    }

    @Test
    void anEventWithAWrongClockIsNotTheNewest() {
        fed("before any decision", "opened", 90 * DAY);
        assertThat(learning.newest()).isEqualTo(Long.MIN_VALUE);
        decided("a", "emitted", null, 5 * DAY);
        fed("a", "opened", 6 * DAY);
        fed("a", "opened", 400 * DAY);
        assertThat(learning.newest()).isEqualTo(6 * DAY);
    }

    @Test
    void whatCannotBeReadIsCounted() {
        learning.decision(LogReader.read("{\"type\":".getBytes(StandardCharsets.UTF_8)));
        learning.event(LogReader.read("{\"type\":\"x\",\"time\":\"never\"}".getBytes(StandardCharsets.UTF_8)));
        assertThat(learning.unreadable()).isEqualTo(2);
    }
}
