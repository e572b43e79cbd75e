package dev.anlass.jobs.connector.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.operator.BundleLibrary;
import dev.anlass.jobs.operator.PublishedBundle;
import dev.anlass.jobs.operator.Stop;
import dev.anlass.jobs.operator.Stoppable;
import dev.anlass.jobs.operator.Stoppable.Kind;
import dev.anlass.jobs.operator.SwitchRules;
import dev.anlass.jobs.operator.TestRules;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Stops stand in the rules topic until somebody starts again; a name that nobody knows is refused. */
@ExtendWith(TestTopics.Extension.class)
class StoppingTest {

    private static final Instant NOW = Instant.parse("2026-03-02T20:00:00Z");
    private static final Stoppable PUSH = new Stoppable(Kind.CHANNEL, "push");
    private static final Stoppable BIG_ORDER = new Stoppable(Kind.TRIGGER, "big-order");
    private static final Stoppable EVENING = new Stoppable(Kind.TRIGGER, "evening");

    @Test
    void everyReaderFindsWhatIsStoppedAndTheBundlesAsBefore(TestTopics topics) {
        RulesTopic rules = withRules(topics);
        Stopping stopping = new Stopping(rules);
        try (BundleLibrary.Reader early = rules.open()) {
            assertThat(early.readNew()).hasSize(1);
            assertThat(early.stops()).isEmpty();

            stopping.stop(List.of(PUSH, Stoppable.EVERYTHING), NOW, "a wrong text");
            assertThat(early.readNew()).isEmpty();
            assertThat(early.stops()).containsExactlyInAnyOrder(stop(PUSH), stop(Stoppable.EVERYTHING));
        }
        assertThat(rules.contents().bundles()).hasSize(1);
        assertThat(stopping.start(List.of(PUSH))).containsExactly(stop(Stoppable.EVERYTHING));
        assertThat(rules.contents().stops()).containsExactly(stop(Stoppable.EVERYTHING));
    }

    @Test
    void whatIsStoppedAlreadyStaysSoSinceThenAndForItsReasonUnlessThereIsAnother(TestTopics topics) {
        Stopping stopping = new Stopping(withRules(topics));
        stopping.stop(List.of(PUSH), NOW, "a wrong text");

        assertThat(stopping.stop(List.of(PUSH), NOW.plusSeconds(60), null)).containsExactly(stop(PUSH));
        assertThat(stopping.stop(List.of(PUSH), NOW.plusSeconds(60), "two wrong texts"))
                .containsExactly(new Stop(PUSH, NOW, "two wrong texts"));
    }

    @Test
    void onlyWhatABundleKnowsThatDecidesNowOrLaterCanBeStopped(TestTopics topics) {
        RulesTopic rules = withRules(topics);
        rules.publish(new PublishedBundle("later", NOW.plusSeconds(60).toEpochMilli(), SwitchRules.everyEvening()));
        Stopping stopping = new Stopping(rules);

        assertThat(stopping.stop(List.of(BIG_ORDER, EVENING), NOW, null)).hasSize(2);
        stopping.start(List.of(BIG_ORDER, EVENING));
        assertThatThrownBy(() -> stopping.stop(List.of(EVENING, BIG_ORDER), NOW.plusSeconds(61), null))
                .isInstanceOf(CannotStart.class)
                .hasMessage("no bundle that decides now or later has a trigger \"big-order\"; expected: evening");
        assertThat(rules.contents().stops()).isEmpty();
        assertThatThrownBy(() -> stopping.stop(List.of(new Stoppable(Kind.CHANNEL, "psuh")), NOW, null))
                .hasMessage("no bundle that decides now or later has a channel \"psuh\"; did you mean \"push\"?");
    }

    @Test
    void whatIsNotStoppedCannotBeStarted(TestTopics topics) {
        Stopping stopping = new Stopping(withRules(topics));
        stopping.stop(List.of(PUSH), NOW, null);

        assertThatThrownBy(() -> stopping.start(List.of(PUSH, BIG_ORDER)))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("trigger big-order is not stopped");
        assertThat(stopping.start(List.of(PUSH))).isEmpty();
    }

    @Test
    void aStopThatCannotBeReadStopsAllTheSame() {
        StopRecords records = new StopRecords();
        records.take("stop/channel/push", new byte[] {'?'});

        assertThat(records.all()).extracting(Stop::what).containsExactly(PUSH);
    }

    private static RulesTopic withRules(TestTopics topics) {
        new KafkaTopics(topics.settings()).createRules();
        RulesTopic rules = new RulesTopic(topics.settings());
        rules.publish(new PublishedBundle("one", 0, TestRules.files()));
        return rules;
    }

    private static Stop stop(Stoppable what) {
        return new Stop(what, NOW, "a wrong text");
    }
}
