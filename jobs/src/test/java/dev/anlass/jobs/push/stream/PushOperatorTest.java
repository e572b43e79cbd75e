package dev.anlass.jobs.push.stream;

import static dev.anlass.jobs.push.PushSamples.HOUR;
import static dev.anlass.jobs.push.PushSamples.NOON;
import static dev.anlass.jobs.push.PushSamples.message;
import static dev.anlass.jobs.push.PushSamples.phone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anlass.engine.customer.ConsentRecord.Status;
import dev.anlass.jobs.operator.Stoppable;
import dev.anlass.jobs.push.Answer;
import dev.anlass.jobs.push.Known;
import dev.anlass.jobs.push.Message;
import dev.anlass.jobs.push.PushSamples;
import dev.anlass.jobs.push.stream.PushHarness.World;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The push operator hands over, waits, retries and goes on after a restart. */
class PushOperatorTest {

    private static final Answer ACCEPTED = new Answer.Accepted("m-1");
    private static final String NOT_SHOWN = "action.failed a no_device";

    @BeforeEach
    void clear() {
        World.clear();
    }

    @Test
    void nothingGoesOutBeforeTheEventsHaveBeenRead() throws Exception {
        try (PushHarness push = PushHarness.open(NOON)) {
            push.take(new Note.Registered("anna", phone("p")), new Note.Requested(message("a")));
            assertThat(World.phones.handed()).isEmpty();

            push.ready();
            assertThat(World.phones.handed()).containsExactly("SHOW a");
            World.phones.answer(0, ACCEPTED);
            push.goOn();
            assertThat(World.ledger.told()).containsExactly("action.delivered a p");
        }
    }

    @Test
    void aDeviceThatWasThereBeforeIsReachedThoughTheActionIsReadFirst() throws Exception {
        try (PushHarness push = PushHarness.open(NOON)) {
            push.take(new Note.Requested(message("a")), new Note.Registered("anna", phone("p")));
            push.ready();
            assertThat(World.phones.handed()).containsExactly("SHOW a");
        }
    }

    @Test
    void noMoreThanTheBoundAreInFlightUntilItIsWrittenDown() throws Exception {
        World.ledger.slow();
        try (PushHarness push = PushHarness.open(NOON).ready()) {
            for (String customer : new String[] {"anna", "berta", "clara"}) {
                push.take(new Note.Registered(customer, phone("p-" + customer)), requested(customer));
            }
            World.ledger.acknowledge();
            push.goOn();
            assertThat(World.phones.handed()).containsExactly("SHOW of-anna", "SHOW of-berta");

            World.phones.answer(0, ACCEPTED);
            push.goOn();
            assertThat(World.phones.handed()).hasSize(2);

            World.ledger.acknowledge();
            push.goOn();
            assertThat(World.phones.handed()).containsExactly("SHOW of-anna", "SHOW of-berta", "SHOW of-clara");
        }
    }

    @Test
    void aBusyProviderIsAskedAgainInTime() throws Exception {
        try (PushHarness push = PushHarness.open(NOON).ready()) {
            push.take(new Note.Registered("anna", phone("p")), new Note.Requested(message("a")));
            World.phones.answer(0, new Answer.Busy("quota", 7_000));
            push.goOn().at(NOON + 6_999);
            assertThat(World.phones.handed()).hasSize(1);

            push.at(NOON + 7_000);
            assertThat(World.phones.handed()).hasSize(2);
            assertThat(World.phones.parcels().get(1).id())
                    .isEqualTo(World.phones.parcels().get(0).id());
        }
    }

    @Test
    void afterARestartItGoesOnWithWhatWasOnItsWay() throws Exception {
        OperatorSubtaskState state;
        try (PushHarness push = PushHarness.open(NOON).ready()) {
            push.take(
                    new Note.Registered("anna", phone("p")),
                    new Note.Requested(message("a")),
                    new Note.Requested(message("b")));
            state = push.snapshot();
        }
        try (PushHarness push = PushHarness.restored(state, NOON + 1_000).ready()) {
            assertThat(World.phones.handed()).containsExactly("SHOW a", "SHOW a");
            World.phones.answer(1, ACCEPTED);
            push.goOn();
            assertThat(World.phones.handed()).containsExactly("SHOW a", "SHOW a", "SHOW b");
        }
    }

    @Test
    void afterARestartItDoesNotRepeatWhatTheEventsSayWasDelivered() throws Exception {
        OperatorSubtaskState state;
        try (PushHarness push = PushHarness.open(NOON).ready()) {
            push.take(new Note.Registered("anna", phone("p")), new Note.Requested(message("a")));
            state = push.snapshot();
            World.phones.answer(0, ACCEPTED);
            push.goOn();
        }
        try (PushHarness push = PushHarness.restored(state, NOON + 1_000)) {
            push.take(NotesOf.events(NotesOf.record(
                            new String(World.ledger.events.get(0), java.nio.charset.StandardCharsets.UTF_8)))
                    .get(0));
            push.ready();
            assertThat(World.phones.handed()).containsExactly("SHOW a");
        }
    }

    @Test
    void afterARestartItDoesNotSendWhatWasWithdrawnMeanwhile() throws Exception {
        OperatorSubtaskState state;
        try (PushHarness push = PushHarness.open(NOON).ready()) {
            push.take(new Note.Registered("anna", phone("p")), new Note.Requested(message("a")));
            World.phones.answer(0, new Answer.Busy("down", 0));
            state = push.goOn().snapshot();
        }
        try (PushHarness push = PushHarness.restored(state, NOON + 60_000)) {
            push.at(NOON + 120_000);
            push.take(new Note.Said("anna", PushSamples.consent(Status.WITHDRAWN, NOON + 1, null)));
            push.ready();
            assertThat(World.phones.handed()).containsExactly("SHOW a");
            assertThat(World.ledger.told()).containsExactly("action.failed a consent_withdrawn");
        }
    }

    @Test
    void whatIsStoppedGoesOutWhenItIsStarted() throws Exception {
        try (PushHarness push = PushHarness.open(NOON).ready()) {
            push.stop(Stoppable.EVERYTHING);
            push.take(new Note.Registered("anna", phone("p")), new Note.Requested(message("a")));
            assertThat(World.phones.handed()).isEmpty();

            push.stop();
            assertThat(World.phones.handed()).containsExactly("SHOW a");
        }
    }

    @Test
    void withoutAnAnswerItExpiresAndIsAccountedFor() throws Exception {
        try (PushHarness push = PushHarness.open(NOON).ready()) {
            push.take(new Note.Registered("anna", phone("p")), new Note.Requested(message("a")));
            World.phones.answer(0, new Answer.Busy("down", 2 * HOUR));
            push.goOn().at(NOON + HOUR);
            assertThat(World.ledger.told()).containsExactly("action.failed a expired");
        }
    }

    @Test
    void recordedDataExpireByTheirOwnTime() throws Exception {
        try (PushHarness push = PushHarness.byEvents().ready()) {
            push.eventsAt(NOON);
            push.take(new Note.Requested(message("a")));
            push.at(NOON + 2 * HOUR);
            assertThat(World.ledger.told()).isEmpty();

            push.eventsAt(NOON + HOUR);
            assertThat(World.ledger.told()).containsExactly(NOT_SHOWN);
        }
    }

    @Test
    void aProviderThatIsDownIsLeftAloneForAWhileAndNothingIsLost() throws Exception {
        try (PushHarness push = PushHarness.open(NOON).ready()) {
            push.take(new Note.Registered("anna", phone("p")), new Note.Requested(message("a", 1, NOON + 100 * HOUR)));
            for (int i = 0; i < World.phones.handed().size(); i++) {
                World.phones.answer(i, new Answer.Busy("down", 0));
                push.goOn().at(NOON + (i + 1) * HOUR / 10);
            }
            assertThat(World.phones.handed()).hasSize(Line.LOOKED_AT_FIRST);
            assertThat(World.ledger.told()).isEmpty();
        }
    }

    @Test
    void whatIsOnItsWayToAProviderThatIsNotSetUpAnyMoreHasFailed() throws Exception {
        OperatorSubtaskState state;
        try (PushHarness push = PushHarness.open(NOON).ready()) {
            push.take(new Note.Registered("anna", phone("p")), new Note.Requested(message("a")));
            state = push.snapshot();
        }
        World.hasPhones = false;
        try (PushHarness push = PushHarness.restored(state, NOON + 1_000).ready()) {
            push.goOn();
            push.at(NOON + HOUR);
            assertThat(World.ledger.told()).containsExactly("action.failed a not_set_up");
        }
    }

    @Test
    void noCheckpointSaysOfAnythingThatItIsOverThatCouldNotBeWrittenDown() throws Exception {
        World.ledger.slow();
        try (PushHarness push = PushHarness.open(NOON).ready()) {
            push.take(new Note.Registered("anna", phone("p")), new Note.Requested(message("a")));
            World.phones.answer(0, ACCEPTED);
            push.goOn();
            World.ledger.broken();
            assertThatThrownBy(push::snapshot)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("cannot be written down");
        }
    }

    @Test
    void nothingIsLeftADayAfterTheExpiry() throws Exception {
        try (PushHarness push = PushHarness.open(NOON).ready()) {
            push.take(
                    new Note.Registered("anna", phone("p")),
                    new Note.Requested(message("a")),
                    new Note.Removed("anna", "p"));
            World.phones.answer(0, ACCEPTED);
            push.goOn().at(NOON + HOUR).at(NOON + HOUR + Known.AFTER_EXPIRY_MILLIS + HOUR);

            assertThat(push.stateEntries()).isZero();
            assertThat(push.timers()).isZero();
        }
    }

    @Test
    void ofAnErasedCustomerNothingIsLeftADayLater() throws Exception {
        try (PushHarness push = PushHarness.open(NOON).ready()) {
            push.take(
                    new Note.Registered("anna", phone("p")),
                    new Note.Requested(message("a")),
                    new Note.Erased("anna", NOON + 1));
            push.at(NOON + HOUR).at(NOON + Known.AFTER_EXPIRY_MILLIS + 2 * HOUR);

            assertThat(push.stateEntries()).isZero();
            assertThat(World.ledger.told()).isEmpty();
        }
    }

    private static Note.Requested requested(String customer) {
        Message one = message("of-" + customer);
        return new Note.Requested(new Message(
                customer,
                one.actionId(),
                1,
                one.action(),
                one.trigger(),
                one.bundle(),
                one.channel(),
                one.purpose(),
                one.decidedAt(),
                one.expiresAt(),
                one.payload(),
                Map.of(),
                null,
                one.collapseKey(),
                null));
    }
}
