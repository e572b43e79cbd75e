package dev.anlass.jobs.operator;

import static dev.anlass.jobs.operator.SwitchRules.both;
import static dev.anlass.jobs.operator.SwitchRules.everyEvening;
import static dev.anlass.jobs.operator.SwitchRules.orderedAtNight;
import static dev.anlass.jobs.operator.SwitchRules.seenNotOrdered;
import static dev.anlass.jobs.operator.SwitchRules.seenThenOrdered;
import static dev.anlass.jobs.operator.SwitchRules.seenThenOrderedWithoutScrolling;
import static dev.anlass.jobs.operator.SwitchRules.thirdOrder;
import static dev.anlass.jobs.operator.SwitchRules.withNight;
import static dev.anlass.jobs.operator.TestEvents.consent;
import static dev.anlass.jobs.operator.TestEvents.event;
import static dev.anlass.jobs.operator.TestEvents.order;
import static dev.anlass.jobs.operator.TestEvents.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.rulefile.RuleFiles;
import org.junit.jupiter.api.Test;

/** A bundle that becomes known while the job runs decides as if it had always been there. */
class BundleSwitchTest {

    private static final long HOUR = 3600;
    private static final String ANY = "event.product_id != \"none\"";
    private static final String BIG = "event.total >= 100.0";
    private static final String SMALL = "event.total >= 10.0";

    @Test
    void aChainWhoseStepsAreUnchangedLivesOn() throws Exception {
        RuleFiles one = seenThenOrdered(ANY, BIG);
        try (LiveSwitch live = LiveSwitch.from(one, both(one, seenNotOrdered("2h")), 100)) {
            live.events(consent("c1", 0), view("c1", "v1", 50)).deployed().events(order("c1", "o1", 110, 150));

            assertThat(live.decisions()).containsExactly("c1 seen-then-ordered emitted at 110s by two");
        }
    }

    @Test
    void aChainWhoseStepChangedEnds() throws Exception {
        RuleFiles one = seenThenOrdered(ANY, BIG);
        try (LiveSwitch live = LiveSwitch.from(one, seenThenOrdered("event.product_id != \"x\"", BIG), 100)) {
            live.events(consent("c1", 0), view("c1", "v1", 50)).deployed().events(order("c1", "o1", 110, 150));
            assertThat(live.decisions()).isEmpty();

            live.events(view("c1", "v2", 120), order("c1", "o2", 130, 150));
            assertThat(live.decisions()).containsExactly("c1 seen-then-ordered emitted at 130s by two");
        }
    }

    @Test
    void aChangedLaterStepApplies() throws Exception {
        try (LiveSwitch live = LiveSwitch.from(seenThenOrdered(ANY, BIG), seenThenOrdered(ANY, SMALL), 100)) {
            live.events(consent("c1", 0), view("c1", "v1", 50), order("c1", "o1", 60, 50))
                    .deployed()
                    .events(order("c1", "o2", 110, 50));

            assertThat(live.decisions()).containsExactly("c1 seen-then-ordered emitted at 110s by two");
        }
    }

    @Test
    void aNewUnlessApplies() throws Exception {
        RuleFiles two = seenThenOrderedWithoutScrolling(ANY, BIG);
        try (LiveSwitch live = LiveSwitch.from(seenThenOrdered(ANY, BIG), two, 100)) {
            live.events(consent("c1", 0), consent("c2", 0), view("c1", "v1", 50), view("c2", "v2", 50))
                    .deployed()
                    .events(event("c1", "s0", "page.scrolled", 99, "{}"), event("c2", "s1", "page.scrolled", 101, "{}"))
                    .events(order("c1", "o1", 110, 150), order("c2", "o2", 110, 150));

            assertThat(live.decisions()).containsExactly("c1 seen-then-ordered emitted at 110s by two");
        }
    }

    @Test
    void aShorterWaitComesDueSoonerEvenForWhomNothingArrives() throws Exception {
        try (LiveSwitch live = LiveSwitch.from(seenNotOrdered("2h"), seenNotOrdered("1h"), 100)) {
            live.events(consent("c1", 0), view("c1", "v1", 50)).deployed().passes(50 + HOUR - 1);
            assertThat(live.decisions()).isEmpty();

            live.passes(50 + HOUR);
            assertThat(live.decisions()).containsExactly("c1 seen-not-ordered emitted at 3650s by two");
            assertThat(live.alarms()).isEmpty();
        }
    }

    @Test
    void aWaitThatWouldHaveEndedBeforeTheSwitchEndsWithIt() throws Exception {
        try (LiveSwitch live = LiveSwitch.from(seenNotOrdered("2h"), seenNotOrdered("30s"), 100)) {
            live.events(consent("c1", 0), view("c1", "v1", 50)).deployed().passes(100);

            assertThat(live.decisions()).containsExactly("c1 seen-not-ordered emitted at 100s by two");
        }
    }

    @Test
    void aLongerWaitComesDueLater() throws Exception {
        try (LiveSwitch live = LiveSwitch.from(seenNotOrdered("1h"), seenNotOrdered("2h"), 100)) {
            live.events(consent("c1", 0), view("c1", "v1", 50)).deployed().passes(50 + 2 * HOUR - 1);
            assertThat(live.decisions()).isEmpty();

            live.passes(50 + 2 * HOUR);
            assertThat(live.decisions()).containsExactly("c1 seen-not-ordered emitted at 7250s by two");
        }
    }

    @Test
    void aNewScheduleWakesCustomersForWhomNothingArrives() throws Exception {
        RuleFiles one = seenThenOrdered(ANY, BIG);
        try (LiveSwitch live = LiveSwitch.from(one, both(one, everyEvening()), 100)) {
            live.events(consent("c1", 0), view("c1", "v1", 50)).deployed().passes(HOUR);

            assertThat(live.decisions()).containsExactly("c1 evening emitted at 1800s by two");
        }
    }

    @Test
    void aScheduleDeployedDuringAnOutageWakesThemToo() throws Exception {
        RuleFiles one = seenThenOrdered(ANY, BIG);
        try (LiveSwitch live = LiveSwitch.from(one, both(one, everyEvening()), 100)) {
            live.events(consent("c1", 0), consent("c2", 1), view("c1", "v1", 50), view("c2", "v2", 50))
                    .published()
                    .restored(2)
                    .announced()
                    .restored(3)
                    .passes(HOUR);

            assertThat(live.decisions())
                    .containsExactlyInAnyOrder(
                            "c1 evening emitted at 1800s by two", "c2 evening emitted at 1800s by two");
        }
    }

    @Test
    void aChangedMetricStartsEmpty() throws Exception {
        try (LiveSwitch live = LiveSwitch.from(thirdOrder("1h", "1m"), thirdOrder("2h", "2m"), 100)) {
            live.events(consent("c1", 0), order("c1", "o1", 50, 1), order("c1", "o2", 60, 1))
                    .deployed()
                    .events(order("c1", "o3", 110, 1), order("c1", "o4", 120, 1));
            assertThat(live.decisions()).isEmpty();

            live.events(order("c1", "o5", 130, 1));
            assertThat(live.decisions()).containsExactly("c1 third-order emitted at 130s by two");
        }
    }

    @Test
    void aPendingCandidateOfARemovedTriggerIsRefused() throws Exception {
        RuleFiles two = withNight(seenThenOrdered(ANY, BIG));
        try (LiveSwitch live = LiveSwitch.from(orderedAtNight(), two, 100)) {
            live.events(consent("c1", 0), order("c1", "o1", 50, 1)).deployed().passes(2 * HOUR);

            assertThat(live.decisions()).singleElement().asString().startsWith("c1 ordered refused inactive");
        }
    }

    @Test
    void whatIsLateButBeforeTheSwitchIsDecidedByTheFirstBundle() throws Exception {
        RuleFiles one = both(TestRules.withThreshold("10.0"), seenThenOrdered(ANY, BIG));
        RuleFiles two = both(TestRules.withThreshold("100.0"), seenThenOrdered(ANY, SMALL));
        try (LiveSwitch live = LiveSwitch.from(one, two, 100)) {
            live.events(consent("c1", 0)).deployed().events(order("c1", "o1", 110, 50), order("c1", "o2", 90, 50));
            assertThat(live.decisions()).containsExactly("c1 big-order emitted at 110s by one");

            live.events(view("c1", "v1", 80));
            assertThat(live.decisions())
                    .containsExactly(
                            "c1 big-order emitted at 110s by one", "c1 seen-then-ordered emitted at 110s by two");
        }
    }

    @Test
    void aRestoreBetweenDeploymentAndSwitchChangesNothing() throws Exception {
        RuleFiles one = both(seenThenOrdered(ANY, BIG), seenNotOrdered("2h"));
        RuleFiles two = both(seenThenOrdered(ANY, SMALL), seenNotOrdered("1h"));
        try (LiveSwitch live = LiveSwitch.from(one, two, 100)) {
            live.events(consent("c1", 0), consent("c2", 0), view("c1", "v1", 50), view("c2", "v2", 55))
                    .deployed()
                    .restored(3)
                    .events(order("c1", "o1", 99, 50), order("c1", "o2", 101, 50))
                    .restored(1)
                    .events(order("c1", "o3", 98, 150))
                    .passes(3 * HOUR);

            assertThat(live.decisions())
                    .containsExactly(
                            "c1 seen-then-ordered emitted at 101s by two",
                            "c1 seen-then-ordered vanished at 101s by two",
                            "c1 seen-then-ordered emitted at 101s by one",
                            "c2 seen-not-ordered emitted at 3655s by two");
        }
    }
}
