package dev.anlass.jobs.operator;

import static dev.anlass.jobs.operator.TestEvents.at;
import static dev.anlass.jobs.operator.TestEvents.consent;
import static dev.anlass.jobs.operator.TestEvents.order;
import static dev.anlass.jobs.operator.TestEvents.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.rulefile.RuleFiles;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

/** How many bundles a subtask keeps, and what becomes of customers whose bundle gave way. */
class KeptBundlesTest {

    private static final RuleFiles BIG = TestRules.withThreshold("100.0");
    private static final RuleFiles SMALL = TestRules.withThreshold("10.0");
    private static final long YEAR = 365 * 24 * 3600;

    @Test
    void ofTwoBundlesWithOneEffectiveTimeTheLaterPublishedDecides() throws Exception {
        RuleFiles seen = SwitchRules.seenThenOrdered("event.product_id != \"none\"", "event.total >= 100.0");
        RuleFiles changed = SwitchRules.seenThenOrdered("event.product_id != \"x\"", "event.total >= 100.0");
        TestLibrary library = new TestLibrary()
                .with("one", 0, seen)
                .with("mistaken", at(100), changed)
                .with("two", at(100), seen);
        try (TriggerHarness harness = TriggerHarness.open(library)) {
            harness.arrive(consent("c1", 0), view("c1", "v1", 50), order("c1", "o1", 110, 150));

            assertThat(harness.beside(Outlets.DECISIONS))
                    .extracting(record -> record.at("/data/bundle").asText())
                    .containsExactly("two");
        }
    }

    @Test
    void onlyTheNewestAreKeptHoweverManyStandInTheTopic() {
        KeptBundles kept = new KeptBundles();
        for (int i = 0; i < 1_000; i++) {
            kept.add(new PublishedBundle("b" + i, i, BIG));
        }

        assertThat(kept.all())
                .hasSize(KeptBundles.MAX_BUNDLES)
                .first()
                .extracting(PublishedBundle::effectiveFrom)
                .isEqualTo(1_000L - KeptBundles.MAX_BUNDLES);
    }

    @Test
    void whoIsIdleForManyBundlesMeetsOneAfterTheOther() throws Exception {
        assertThat(afterBundles(KeptBundles.MAX_BUNDLES - 1)).containsExactly("action.requested reminder c1");
    }

    @Test
    void whoseBundleGaveWayKeepsTheConsentAndLosesTheChains() throws Exception {
        assertThat(afterBundles(KeptBundles.MAX_BUNDLES)).isEmpty();
    }

    /** What becomes of a wait during which so many bundles are published and the job is restarted. */
    private static List<String> afterBundles(int number) throws Exception {
        TestLibrary library = new TestLibrary().with("b0", 0, BIG);
        OperatorSubtaskState snapshot;
        try (TriggerHarness harness = TriggerHarness.open(library)) {
            harness.arrive(consent("c1", 0), view("c1", "v1", 10));
            harness.arrive(consent("c1", 200).replace("consent-c1", "settles the view"));
            snapshot = harness.snapshot();
        }
        for (int i = 1; i <= number; i++) {
            library.with("b" + i, at(300 + i), i % 2 == 0 ? BIG : SMALL);
        }
        try (TriggerHarness harness = TriggerHarness.restored(library, snapshot)) {
            harness.pass(3 * 3600);
            List<String> actions = harness.actions();
            harness.arrive(order("c1", "o1", YEAR, 150));
            assertThat(harness.actions()).containsExactly("action.requested thanks c1");
            assertThat(harness.alarms()).isZero();
            return actions;
        }
    }
}
