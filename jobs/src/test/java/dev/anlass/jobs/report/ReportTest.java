package dev.anlass.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.jobs.learn.LogRecord.Decided;
import dev.anlass.jobs.learn.LogRecord.Happened;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the report counts. */
class ReportTest {

    private static final long HOUR = 3_600_000L;

    private static Decided decided(String id, int revision, String customer, String outcome, @Nullable String reason) {
        return new Decided(id, revision, customer, "offer", outcome, reason, "offer", Map.of(), 10 * HOUR);
    }

    private static TriggerReport only(Report report) {
        List<TriggerReport> triggers = report.triggers();
        assertThat(triggers).hasSize(1);
        return triggers.get(0);
    }

    @Test
    void whatBecameOfMatchesIsCountedByReason() {
        Report report = new Report(null, HOUR);
        report.decision(decided("a", 1, "c1", "emitted", null));
        report.decision(decided("a", 2, "c1", "revoked", "overtaken"));
        report.decision(decided("b", 1, "c1", "refused", "outranked:a"));
        report.decision(decided("c", 1, "c2", "refused", "outranked:x"));
        report.decision(decided("d", 1, "c2", "refused", "cooldown"));
        report.decision(decided("e", 1, "c3", "refused", "holdout:control"));
        report.decision(decided("f", 1, "c3", "emitted", null));
        report.decision(decided("f", 2, "c3", "vanished", null));
        report.event(new Happened("action.accepted", "c1", "a", 11 * HOUR));
        report.event(new Happened("action.accepted", "c1", "a", 12 * HOUR));
        report.event(new Happened("action.accepted", "c1", "unknown", 12 * HOUR));

        assertThat(only(report))
                .isEqualTo(new TriggerReport(
                        "offer",
                        6,
                        2,
                        Map.of("outranked", 2L, "cooldown", 1L),
                        Map.of("overtaken", 1L),
                        1,
                        1,
                        1,
                        null,
                        0));
    }

    @Test
    void aCustomerCountsOnceByTheFirstMatchThatWon() {
        Report report = new Report("order.completed", 2 * HOUR);
        report.decision(decided("a", 1, "c1", "emitted", null));
        report.decision(decided("b", 1, "c1", "emitted", null));
        report.decision(decided("c", 1, "c2", "emitted", null));
        report.decision(decided("d", 1, "c3", "refused", "holdout:control"));
        report.decision(decided("e", 1, "c4", "refused", "cooldown"));
        report.event(new Happened("order.completed", "c1", null, 11 * HOUR));
        report.event(new Happened("order.completed", "c2", null, 12 * HOUR + 1));
        report.event(new Happened("page.viewed", "c2", null, 12 * HOUR));
        report.event(new Happened("order.completed", "c3", null, 9 * HOUR));
        report.event(new Happened("order.completed", "c4", null, 11 * HOUR));

        assertThat(only(report).difference())
                .isEqualTo(new Difference(new Difference.Share(1, 2), new Difference.Share(0, 1)));
    }

    @Test
    void theEventThatBroughtAboutTheDecisionIsNoOutcomeOfIt() {
        Report report = new Report("order.completed", 2 * HOUR);
        report.decision(decided("a", 1, "c1", "emitted", null));
        report.decision(decided("b", 1, "c2", "emitted", null));
        report.event(new Happened("order.completed", "c1", null, 10 * HOUR));
        report.event(new Happened("order.completed", "c2", null, 10 * HOUR));
        report.event(new Happened("order.completed", "c2", null, 12 * HOUR));

        assertThat(only(report).difference())
                .isEqualTo(new Difference(new Difference.Share(1, 2), new Difference.Share(0, 0)));
    }

    @Test
    void aRecordThatComesTwiceCountsOnce() {
        Report report = new Report(null, HOUR);
        for (int times = 0; times < 2; times++) {
            report.decision(decided("a", 1, "c1", "emitted", null));
            report.decision(decided("a", 2, "c1", "revoked", "overtaken"));
            report.decision(decided("b", 1, "c2", "refused", "holdout:control"));
            report.decision(decided("c", 1, "c3", "refused", "cooldown"));
        }
        assertThat(only(report))
                .isEqualTo(new TriggerReport(
                        "offer", 3, 1, Map.of("cooldown", 1L), Map.of("overtaken", 1L), 0, 1, 0, null, 0));
    }

    @Test
    void anEventWithAWrongClockDoesNotEndTheTimeForTheOutcome() {
        Report report = new Report("order.completed", 2 * HOUR);
        report.decision(decided("a", 1, "c1", "emitted", null));
        report.event(new Happened("order.completed", "c2", null, 9_000 * HOUR));
        assertThat(only(report).open()).isEqualTo(1);

        report.event(new Happened("order.completed", "c2", null, 12 * HOUR));
        assertThat(only(report).open()).isZero();
    }

    @Test
    void whoseTimeHasNotPassedIsLeftOut() {
        Report report = new Report("order.completed", 2 * HOUR);
        report.decision(decided("a", 1, "c1", "emitted", null));
        report.event(new Happened("order.completed", "c1", null, 11 * HOUR));

        assertThat(only(report).open()).isEqualTo(1);
        assertThat(only(report).difference())
                .isEqualTo(new Difference(new Difference.Share(0, 0), new Difference.Share(0, 0)));
    }

    @Test
    void manyActionsAreToldApart() {
        Report report = new Report(null, HOUR);
        for (int i = 0; i < 20_000; i++) {
            report.decision(decided("a-" + i, 1, "c", "emitted", null));
        }
        for (int i = 0; i < 20_000; i += 2) {
            report.event(new Happened("action.accepted", "c", "a-" + i, HOUR));
            report.event(new Happened("action.accepted", "c", "b-" + i, HOUR));
        }
        assertThat(only(report).accepted()).isEqualTo(10_000);
    }
}
