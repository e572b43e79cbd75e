package dev.anlass.jobs.operator;

import static dev.anlass.jobs.operator.TestEvents.at;
import static dev.anlass.jobs.operator.TestEvents.consent;
import static dev.anlass.jobs.operator.TestEvents.order;
import static dev.anlass.jobs.operator.TestEvents.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.rulefile.RuleFiles;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

/** What a person has stopped does not go out, and no more than a channel's ceiling does. */
class BrakesTest {

    private static final Stoppable PUSH = new Stoppable(Stoppable.Kind.CHANNEL, "push");
    private static final Stoppable BIG_ORDER = new Stoppable(Stoppable.Kind.TRIGGER, "big-order");
    private static final long HOUR = 3600;
    private static final long MINUTE = 60_000;

    private final TestLibrary library = new TestLibrary().with("one", 0, TestRules.files());

    @Test
    void aStopHoldsFromItsAnnouncementToItsEnd() throws Exception {
        try (TriggerHarness harness = TriggerHarness.open(library)) {
            harness.arrive(consent("c1", 0), order("c1", "o1", 10, 150));
            library.stopped(BIG_ORDER);
            harness.announce(new StopChange(BIG_ORDER));
            harness.arrive(order("c1", "o2", 20, 150), view("c1", "v1", 30));
            harness.pass(2 * HOUR + 30);
            library.stopped();
            harness.announce(new StopChange(BIG_ORDER));
            harness.arrive(order("c1", "o3", 2 * HOUR + 40, 150));

            assertThat(decisions(harness)).containsExactly("emitted", "stopped", "emitted", "emitted");
        }
    }

    @Test
    void aStopIsKnownAfterARestoreBeforeTheFirstEvent() throws Exception {
        OperatorSubtaskState snapshot;
        try (TriggerHarness harness = TriggerHarness.open(library)) {
            harness.arrive(consent("c1", 0), view("c1", "v1", 10));
            snapshot = harness.snapshot();
        }
        library.stopped(PUSH);
        try (TriggerHarness harness = TriggerHarness.restored(library, snapshot)) {
            harness.pass(2 * HOUR + 10);
            harness.arrive(order("c1", "o1", 2 * HOUR + 20, 150));

            assertThat(decisions(harness)).containsExactly("stopped", "stopped");
        }
    }

    @Test
    void anOldAnnouncementThatComesAgainStopsNothing() throws Exception {
        try (TriggerHarness harness = TriggerHarness.open(library)) {
            harness.announce(new StopChange(PUSH));
            harness.arrive(consent("c1", 0), order("c1", "o1", 10, 150));

            assertThat(decisions(harness)).containsExactly("emitted");
        }
    }

    @Test
    void noMoreThanTheCeilingGoesOutInAMinuteAndTheNextMinuteHasRoomAgain() throws Exception {
        try (TriggerHarness harness = TriggerHarness.open(limited(2))) {
            harness.clockShows(10 * MINUTE);
            harness.arrive(consent("c1", 0), consent("c2", 0), consent("c3", 0));
            harness.arrive(order("c1", "o1", 10, 150), order("c2", "o2", 10, 150), order("c3", "o3", 10, 150));
            harness.clockShows(11 * MINUTE - 1);
            harness.arrive(order("c1", "o4", 11, 150));
            harness.clockShows(11 * MINUTE);
            harness.arrive(order("c1", "o5", 12, 150));

            assertThat(decisions(harness))
                    .containsExactly("emitted", "emitted", "ceiling:push", "ceiling:push", "emitted");
        }
    }

    @Test
    void anotherBundleBringsAnotherCeilingWhenTimeHasReachedIt() throws Exception {
        RuleFiles wider = TestRules.files().with("catalogue/channels.yaml", channels(2));
        try (TriggerHarness harness = TriggerHarness.open(limited(1).with("two", at(100), wider))) {
            harness.arrive(consent("c1", 0), order("c1", "o1", 10, 150), order("c1", "o2", 20, 150));
            harness.pass(100);
            harness.arrive(order("c1", "o3", 110, 150), order("c1", "o4", 120, 150));

            assertThat(decisions(harness)).containsExactly("emitted", "ceiling:push", "emitted", "ceiling:push");
        }
    }

    @Test
    void theSharesOfAMinuteAddUpToTheCeiling() {
        for (int subtasks = 1; subtasks <= 7; subtasks++) {
            for (int ceiling = 1; ceiling <= 20; ceiling++) {
                for (long minute = 29_000_000; minute < 29_000_010; minute++) {
                    assertThat(shares(ceiling, subtasks, minute).stream().reduce(0, Integer::sum))
                            .as("%d for %d in minute %d", ceiling, subtasks, minute)
                            .isEqualTo(ceiling);
                }
            }
        }
    }

    @Test
    void aCeilingBelowTheParallelismReachesEverybodyInTurn() {
        assertThat(List.of(shares(2, 5, 0), shares(2, 5, 1), shares(2, 5, 2)))
                .containsExactly(List.of(1, 1, 0, 0, 0), List.of(0, 0, 1, 1, 0), List.of(1, 0, 0, 0, 1));
    }

    private static List<Integer> shares(int ceiling, int subtasks, long minute) {
        List<Integer> shares = new ArrayList<>();
        for (int subtask = 0; subtask < subtasks; subtask++) {
            shares.add(new CeilingShare(subtask, subtasks).of(ceiling, minute));
        }
        return shares;
    }

    private static TestLibrary limited(int ceiling) {
        return new TestLibrary().with("one", 0, TestRules.files().with("catalogue/channels.yaml", channels(ceiling)));
    }

    private static String channels(int ceiling) {
        return "channels:\n  push: {collect_for: none, expires: 4h, ceiling: " + ceiling + "}\n";
    }

    /** The reason of each decision, or its outcome if it has none. */
    private static List<String> decisions(TriggerHarness harness) throws Exception {
        return harness.beside(Outlets.DECISIONS).stream()
                .map(record -> record.at(record.at("/data").has("reason") ? "/data/reason" : "/data/outcome")
                        .asText())
                .toList();
    }
}
