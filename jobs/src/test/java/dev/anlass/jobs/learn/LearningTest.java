package dev.anlass.jobs.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.rule.ScoreCell;
import dev.anlass.engine.rulefile.ScoreTableReader;
import dev.anlass.engine.rulefile.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        learning.event(new LogRecord.Happened(LearningSettings.typeOf(feedback), "c", id, time));
    }

    private String counted(long asOf) {
        Tally tally = learning.tally(asOf);
        long accepted = tally.counts().values().stream()
                .mapToLong(Tally.Counts::accepted)
                .sum();
        return accepted + " of " + tally.trials();
    }

    @Test
    void aSuccessWithinTheWindowCountsAsSoonAsItHappens() {
        decided("a", "emitted", null, 0);
        fed("a", "accepted", DAY);
        assertThat(counted(DAY - 1)).isEqualTo("0 of 0");
        assertThat(counted(DAY)).isEqualTo("1 of 1");
    }

    @Test
    void withoutASuccessItIsAFailureWhenTheWindowHasPassedOrAtOnceIfRejected() {
        decided("a", "emitted", null, 0);
        decided("b", "emitted", null, 0);
        fed("a", "accepted", DAY + 1);
        fed("b", "rejected", HOUR);
        assertThat(counted(HOUR)).isEqualTo("0 of 1");
        assertThat(counted(2 * DAY)).isEqualTo("0 of 2");
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
        LearnedTable learned = LearnedTable.of(learning.tally(2 * DAY), SETTINGS, 2 * DAY);
        List<ScoreCell> cells = learned.table().cells();
        assertThat(cells)
                .extracting(cell -> cell.type() + " " + cell.accepted() + " of " + cell.offered() + " " + cell.belief())
                .containsExactly(
                        "null 0.5 of 1.5 Beta(1.5, 2.0)",
                        "buyer 0.0 of 1.0 Beta(1.0, 2.0)",
                        "fan 0.5 of 0.5 Beta(1.5, 1.0)");
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
    void whatCannotBeReadIsCounted() {
        learning.decision(LogReader.read("{\"type\":".getBytes(StandardCharsets.UTF_8)));
        learning.event(LogReader.read("{\"type\":\"x\",\"time\":\"never\"}".getBytes(StandardCharsets.UTF_8)));
        assertThat(learning.unreadable()).isEqualTo(2);
    }
}
