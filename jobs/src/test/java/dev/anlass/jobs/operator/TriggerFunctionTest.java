package dev.anlass.jobs.operator;

import static dev.anlass.jobs.operator.TestEvents.at;
import static dev.anlass.jobs.operator.TestEvents.consent;
import static dev.anlass.jobs.operator.TestEvents.order;
import static dev.anlass.jobs.operator.TestEvents.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

/** The operator loads, steps, stores and carries out, and wakes customers when something is due. */
class TriggerFunctionTest {

    private static final long HOUR = 3600;

    private final TestLibrary library = new TestLibrary().with("one", 0, TestRules.files());

    @Test
    void aMatchBecomesAnActionAndADecisionRecord() throws Exception {
        try (TriggerHarness harness = TriggerHarness.open(library)) {
            harness.arrive(consent("c1", 0), order("c1", "o1", 10, 150), order("c1", "o2", 11, 50));

            assertThat(harness.actions()).containsExactly("action.requested thanks c1");
            assertThat(harness.beside(Outlets.DECISIONS)).singleElement().satisfies(record -> assertThat(
                            record.at("/data/outcome").asText())
                    .isEqualTo("emitted"));
            assertThat(harness.alarms()).isZero();
        }
    }

    @Test
    void aWaitComesDueWhenTimeHasPassed() throws Exception {
        try (TriggerHarness harness = TriggerHarness.open(library)) {
            harness.arrive(consent("c1", 0), view("c1", "v1", 10));
            assertThat(harness.alarms()).isEqualTo(1);

            harness.pass(2 * HOUR + 9);
            assertThat(harness.actions()).isEmpty();

            harness.pass(2 * HOUR + 10);
            assertThat(harness.actions()).containsExactly("action.requested reminder c1");
            assertThat(harness.alarms()).isZero();
        }
    }

    @Test
    void whatEndsAWaitTakesItsTimerAway() throws Exception {
        try (TriggerHarness harness = TriggerHarness.open(library)) {
            harness.arrive(consent("c1", 0), view("c1", "v1", 10), order("c1", "o1", 20, 5));

            assertThat(harness.alarms()).isZero();
            harness.pass(3 * HOUR);
            assertThat(harness.actions()).isEmpty();
        }
    }

    @Test
    void customersHaveOneAlarmHoweverOftenItMoves() throws Exception {
        try (TriggerHarness harness = TriggerHarness.open(library)) {
            harness.arrive(consent("c1", 0), view("c1", "v1", 10), view("c1", "v2", 20), view("c1", "v3", 30));
            assertThat(harness.alarms()).isEqualTo(1);

            harness.pass(2 * HOUR + 29);
            assertThat(harness.actions()).isEmpty();
            harness.pass(2 * HOUR + 30);
            assertThat(harness.actions()).hasSize(1);
        }
    }

    @Test
    void aRestoredOperatorGoesOnWhereTheSnapshotWasTaken() throws Exception {
        OperatorSubtaskState snapshot;
        try (TriggerHarness harness = TriggerHarness.open(library)) {
            harness.arrive(consent("c1", 0), view("c1", "v1", 10), consent("c2", 0));
            snapshot = harness.snapshot();
        }
        try (TriggerHarness harness = TriggerHarness.restored(library, snapshot)) {
            assertThat(harness.alarms()).isEqualTo(1);
            harness.arrive(order("c2", "o1", 20, 200), view("c1", "v1", 10));
            assertThat(harness.actions()).containsExactly("action.requested thanks c2");

            harness.pass(2 * HOUR + 10);
            assertThat(harness.actions()).containsExactly("action.requested reminder c1");
            assertThat(harness.alarms()).isZero();
        }
    }

    @Test
    void customersWhoGaveWayToOthersAreRememberedAllTheSame() throws Exception {
        OperatorSubtaskState snapshot;
        try (TriggerHarness harness = TriggerHarness.open(library)) {
            for (int customer = 0; customer < 5; customer++) {
                harness.arrive(consent("c" + customer, 0), view("c" + customer, "v" + customer, customer));
            }
            harness.arrive(order("c0", "o", 10, 5));
            snapshot = harness.snapshot();
            harness.arrive(order("c1", "o", 10, 5));
            assertThat(harness.alarms()).isEqualTo(3);
        }
        try (TriggerHarness harness = TriggerHarness.restored(library, snapshot)) {
            assertThat(harness.alarms()).isEqualTo(4);
            harness.pass(3 * HOUR);
            assertThat(harness.actions())
                    .containsExactlyInAnyOrder(
                            "action.requested reminder c1",
                            "action.requested reminder c2",
                            "action.requested reminder c3",
                            "action.requested reminder c4");
            assertThat(harness.alarms()).isZero();
        }
    }

    @Test
    void theEndOfTheInputIsNotTheEndOfTime() throws Exception {
        try (TriggerHarness harness = TriggerHarness.open(library)) {
            harness.arrive(consent("c1", 0), view("c1", "v1", 10));
            harness.end();

            assertThat(harness.actions()).isEmpty();
            assertThat(harness.alarms()).isEqualTo(1);
        }
    }

    @Test
    void aLateEventIsRejectedWithTheRecordItCameFrom() throws Exception {
        try (TriggerHarness harness = TriggerHarness.open(library)) {
            harness.arrive(consent("c1", 0), order("c1", "o1", 500, 5), order("c1", "o2", 1, 500));

            assertThat(harness.actions()).isEmpty();
            assertThat(harness.beside(Outlets.REJECTED)).singleElement().satisfies(rejected -> {
                assertThat(rejected.get("reason").asText()).isEqualTo("late");
                assertThat(rejected.at("/source/topic").asText()).isEqualTo("anlass.events");
                assertThat(rejected.at("/source/offset").asLong()).isEqualTo(17);
                assertThat(rejected.get("sha256").asText()).hasSize(64);
                assertThat(rejected.get("event_id").asText()).isEqualTo("o2");
            });
        }
    }

    @Test
    void aLaterBundleDecidesFromItsEffectiveTimeOn() throws Exception {
        try (TriggerHarness harness = TriggerHarness.open(library)) {
            library.with("two", at(100), TestRules.withThreshold("10.0"));
            harness.announce(new Announcement(
                    "two", at(100), TestRules.withThreshold("10.0").sha256()));

            harness.arrive(consent("c1", 0), order("c1", "o1", 99, 50), order("c1", "o2", 100, 50));

            assertThat(harness.actions()).containsExactly("action.requested thanks c1");
            assertThat(harness.beside(Outlets.DECISIONS))
                    .extracting(record -> record.at("/data/bundle").asText())
                    .containsExactly("two");
        }
    }

    @Test
    void aBundleThatComesTooLateDecidesWhatComesNextWhetherTheOperatorWasRestoredOrNot() throws Exception {
        PublishedBundle two = new PublishedBundle("two", at(100), TestRules.withThreshold("10.0"));
        OperatorSubtaskState snapshot;
        try (TriggerHarness harness = TriggerHarness.open(library)) {
            harness.arrive(consent("c1", 0), order("c1", "o1", 110, 50));
            snapshot = harness.snapshot();
            library.with(two);
            harness.announce(two.announcement());
            harness.arrive(order("c1", "o2", 120, 50));

            assertThat(evidence(harness)).containsExactly("o2");
        }
        try (TriggerHarness harness = TriggerHarness.restored(library, snapshot)) {
            harness.announce(two.announcement());
            harness.arrive(order("c1", "o2", 120, 50));

            assertThat(evidence(harness)).containsExactly("o2");
        }
    }

    private static List<String> evidence(TriggerHarness harness) throws Exception {
        return harness.beside(Outlets.DECISIONS).stream()
                .map(record -> record.at("/data/evidence/0/event").asText())
                .toList();
    }

    @Test
    void withoutRulesItRefusesToStart() {
        assertThatThrownBy(() -> TriggerHarness.open(new TestLibrary()))
                .hasMessage("there are no rules to decide by: publish some with `anlass deploy DIR`");
    }
}
