package dev.anlass.jobs.push;

import static dev.anlass.jobs.push.PushSamples.HOUR;
import static dev.anlass.jobs.push.PushSamples.NOON;
import static dev.anlass.jobs.push.PushSamples.consent;
import static dev.anlass.jobs.push.PushSamples.iphone;
import static dev.anlass.jobs.push.PushSamples.message;
import static dev.anlass.jobs.push.PushSamples.phone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.customer.ConsentRecord.Status;
import dev.anlass.engine.decide.Stops;
import dev.anlass.engine.rule.Purpose;
import dev.anlass.jobs.push.LastCheck.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of messages to one customer, step by step. */
class RecipientTest {

    private static final Routes ROUTES =
            new Routes(Set.of("push", "web"), Set.of("sms"), Set.of(Provider.FCM, Provider.APNS, Provider.WEBHOOK));
    private static final Routes WITH_APP = new Routes(Set.of("push"), Set.of(), Set.of(Provider.FCM, Provider.IN_APP));
    private static final Answer ACCEPTED = new Answer.Accepted("m-1");

    private final Recipient anna = new Recipient("anna");
    private final List<String> told = new ArrayList<>();
    private LastCheck check = LastCheck.NOTHING_KNOWN;
    private long now = NOON;

    @Test
    void aMessageGoesToEveryDeviceAndIsOverWhenAllHaveIt() {
        has(phone("p"), iphone("i"));
        requested(message("a"));

        List<Handover> handed = handOver();
        assertThat(handed).extracting(Handover::target).containsExactly("p", "i");
        assertThat(handed).extracting(Handover::provider).containsExactly(Provider.FCM, Provider.APNS);
        answered(handed.get(0), ACCEPTED);
        answered(handed.get(1), ACCEPTED);

        assertThat(told).containsExactly("delivered a 1 p", "delivered a 1 i");
        assertThat(anna.open()).isEmpty();
    }

    @Test
    void theSameRevisionIsNotDeliveredTwiceAndAHigherOneIs() {
        has(phone("p"));
        requested(message("a"));
        answered(handOver().get(0), ACCEPTED);

        requested(message("a"));
        assertThat(handOver()).isEmpty();

        requested(message("a", 3, NOON + HOUR));
        assertThat(handOver()).extracting(Handover::revision).containsExactly(3L);
    }

    @Test
    void whatWasDeliveredIsKnownUntilADayAfterItsExpiry() {
        has(phone("p"));
        requested(message("a"));
        answered(handOver().get(0), ACCEPTED);

        pass(NOON + HOUR + Known.AFTER_EXPIRY_MILLIS - 1);
        assertThat(anna.known()).hasSize(1);
        pass(NOON + HOUR + Known.AFTER_EXPIRY_MILLIS);
        assertThat(anna.known()).isEmpty();
    }

    @Test
    void aBusyProviderIsTriedAgainLaterAndNotBeforeItAsked() {
        has(phone("p"));
        requested(message("a"));
        answered(handOver().get(0), new Answer.Busy("quota", 60_000));

        assertThat(handOver()).isEmpty();
        assertThat(Due.after(anna, check, now)).isEqualTo(NOON + 60_000);
        now = NOON + 60_000;
        Handover again = handOver().get(0);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.mayHaveArrived()).isFalse();
        answered(again, ACCEPTED);
        assertThat(told).containsExactly("delivered a 1 p");
    }

    @Test
    void whatMayHaveArrivedIsHandedOverAgainAndSaysSo() {
        has(phone("p"));
        requested(message("a"));
        answered(handOver().get(0), new Answer.Unclear("timeout"));
        now = NOON + 5_000;

        assertThat(handOver().get(0).mayHaveArrived()).isTrue();
    }

    @Test
    void theNextMessageToADeviceWaitsForTheOneBeforeAndOtherDevicesDoNot() {
        has(phone("p"), iphone("i"));
        requested(message("a"));
        requested(message("b"));
        List<Handover> first = handOver();
        assertThat(first).extracting(Handover::actionId).containsExactly("a", "a");
        answered(first.get(1), ACCEPTED);

        assertThat(handOver()).extracting(Handover::toString).containsExactly("SHOW b revision 1, attempt 1");
        answered(first.get(0), ACCEPTED);
        assertThat(handOver()).extracting(Handover::target).containsExactly("p");
    }

    @Test
    void aRefusalIsTheEndAndNobodyGotIt() {
        has(phone("p"));
        requested(message("a"));
        answered(handOver().get(0), new Answer.Refused("too_large"));

        assertThat(told).containsExactly("failed a 1 too_large");
    }

    @Test
    void oneDeviceIsEnoughForAnActionToHaveArrived() {
        has(phone("p"), iphone("i"));
        requested(message("a"));
        List<Handover> handed = handOver();
        answered(handed.get(0), new Answer.Refused("sender_id_mismatch"));
        answered(handed.get(1), ACCEPTED);

        assertThat(told).containsExactly("delivered a 1 i");
    }

    @Test
    void aDeviceThatIsGoneIsRemovedAndNothingMoreGoesThere() {
        has(phone("p"));
        requested(message("a"));
        requested(message("b"));
        answered(handOver().get(0), new Answer.Gone("unregistered"));

        assertThat(told).containsExactly("removed p", "failed a 1 unregistered", "failed b 1 unregistered");
        assertThat(anna.devices().present()).isEmpty();
        assertThat(handOver()).isEmpty();
    }

    @Test
    void aDeviceThatHasANewTokenMeanwhileIsNotRemoved() {
        has(phone("p"));
        requested(message("a"));
        Handover handed = handOver().get(0);
        has(new Device("p", Platform.ANDROID, "newer", null, null, null, null));
        answered(handed, new Answer.Gone("unregistered"));

        assertThat(anna.devices().present()).extracting(Device::token).containsExactly("newer");
    }

    @Test
    void withoutADeviceItFailsAtOnce() {
        requested(message("a"));
        assertThat(told).containsExactly("failed a 1 no_device");
    }

    @Test
    void whatStandsInTheAppIsShownUntilItExpires() {
        tell(anna.requested(message("a"), WITH_APP, times()));
        answered(handOver().get(0), new Answer.Accepted(null));
        assertThat(told).isEmpty();

        pass(NOON + HOUR);
        assertThat(told).containsExactly("failed a 1 no_device");
    }

    @Test
    void anOpenAppThatShowedItIsEnough() {
        tell(anna.requested(message("a"), WITH_APP, times()));
        answered(handOver().get(0), new Answer.Accepted(null));
        tell(anna.delivered(known("a", 1, false, "in_app")));

        pass(NOON + HOUR);
        assertThat(told).isEmpty();
        assertThat(anna.open()).isEmpty();
    }

    @Test
    void nothingIsHandedOverAfterItsExpiry() {
        has(phone("p"));
        requested(message("a"));
        now = NOON + HOUR;
        pass(now);

        assertThat(handOver()).isEmpty();
        assertThat(told).containsExactly("failed a 1 expired");
    }

    @Test
    void aWithdrawalEndsWhatWaits() {
        has(phone("p"));
        requested(message("a"));
        anna.said(consent(Status.WITHDRAWN, NOON + 1, null));

        assertThat(handOver()).isEmpty();
        assertThat(told).containsExactly("failed a 1 consent_withdrawn");
    }

    @Test
    void aRecordThatIsOlderThanTheOneThatPermitsItSaysNothing() {
        has(phone("p"));
        anna.said(consent(Status.REFUSED, NOON - 2 * HOUR, null));
        requested(message("a"));

        assertThat(handOver()).hasSize(1);
    }

    @Test
    void aRecordWithoutACategoryThatTheTriggerReadsEndsIt() {
        Purpose purpose = new Purpose("personalised-offers", Purpose.Basis.CONSENT, null);
        check = new LastCheck(
                Map.of("b-1", Map.of("cart-pickup-offer", new Need(purpose, Set.of("behaviour", "location")))),
                Stops.NONE);
        has(phone("p"));
        requested(message("a"));
        anna.said(consent(Status.GIVEN, NOON + 1, Set.of("push")));

        assertThat(handOver()).isEmpty();
        assertThat(told).containsExactly("failed a 1 no_consent");
    }

    @Test
    void aRecordThatCannotBeReadBlocks() {
        has(phone("p"));
        requested(message("a"));
        anna.saidUnreadably(null);

        assertThat(handOver()).isEmpty();
        assertThat(told).containsExactly("failed a 1 no_consent");
    }

    @Test
    void whatIsStoppedWaitsAndGoesOutWhenItIsStartedAgain() {
        has(phone("p"));
        requested(message("a"));
        check = new LastCheck(Map.of(), new Stops(false, Set.of("push"), Set.of()));
        assertThat(handOver()).isEmpty();

        check = LastCheck.NOTHING_KNOWN;
        assertThat(handOver()).hasSize(1);
    }

    @Test
    void whatIsRevokedBeforeItWentOutReachesNobody() {
        has(phone("p"));
        requested(message("a"));
        tell(anna.revoked("a", 2, times()));

        assertThat(handOver()).isEmpty();
        assertThat(told).containsExactly("failed a 1 revoked");
    }

    @Test
    void whatIsRevokedAfterwardsIsTakenBackWhereItWasShown() {
        has(phone("p"), iphone("i"));
        requested(message("a"));
        List<Handover> handed = handOver();
        answered(handed.get(0), ACCEPTED);
        answered(handed.get(1), new Answer.Refused("bad_topic"));
        tell(anna.revoked("a", 2, times()));

        List<Handover> back = handOver();
        assertThat(back).extracting(Handover::toString).containsExactly("TAKE_BACK a revision 2, attempt 1");
        assertThat(back).extracting(Handover::target).containsExactly("p");
        answered(back.get(0), ACCEPTED);
        tell(anna.revoked("a", 2, times()));
        assertThat(handOver()).isEmpty();
        assertThat(told).containsExactly("delivered a 1 p");
    }

    @Test
    void whatIsRevokedUnderWayIsTakenBackAsSoonAsItHasArrived() {
        has(phone("p"));
        requested(message("a"));
        Handover handed = handOver().get(0);
        tell(anna.revoked("a", 2, times()));
        assertThat(handOver()).isEmpty();
        answered(handed, ACCEPTED);

        assertThat(handOver()).extracting(Handover::purpose).containsExactly(Parcel.Purpose.TAKE_BACK);
    }

    @Test
    void whatIsRevokedUnderWayAndNobodyKnowsWhetherItArrivedIsTakenBack() {
        has(phone("p"));
        requested(message("a"));
        Handover handed = handOver().get(0);
        tell(anna.revoked("a", 2, times()));
        answered(handed, new Answer.Unclear("timeout"));

        assertThat(told).containsExactly("failed a 1 revoked");
        assertThat(handOver()).extracting(Handover::purpose).containsExactly(Parcel.Purpose.TAKE_BACK);
    }

    @Test
    void whatTheEventsSayWasDeliveredIsNotDeliveredAgain() {
        has(phone("p"), iphone("i"));
        tell(anna.delivered(known("a", 1, false, "p")));
        requested(message("a"));

        assertThat(handOver()).extracting(Handover::target).containsExactly("i");
    }

    @Test
    void whatTheEventsSayWasGivenUpIsGivenUp() {
        has(phone("p"));
        requested(message("a"));
        anna.failed(known("a", 1, true));
        requested(message("a"));

        assertThat(handOver()).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void afterAnInterruptionWhatWasUnderWayIsHandedOverAgain() {
        has(phone("p"));
        requested(message("a"));
        handOver();
        tell(anna.goOn(ROUTES, times()));

        assertThat(handOver().get(0).mayHaveArrived()).isTrue();
    }

    @Test
    void anErasureTakesBackWhatWasShownAndForgetsTheRest() {
        has(phone("p"), iphone("i"));
        requested(message("a"));
        List<Handover> handed = handOver();
        answered(handed.get(0), ACCEPTED);
        answered(handed.get(1), new Answer.Refused("bad_topic"));
        requested(message("b"));
        tell(anna.erased(NOON + 1, times()));

        List<Handover> back = handOver();
        assertThat(back).extracting(Handover::toString).containsExactly("TAKE_BACK a revision 2, attempt 1");
        answered(back.get(0), ACCEPTED);
        requested(message("c"));
        assertThat(told).containsExactly("delivered a 1 p", "erased");
        assertThat(anna.open()).isEmpty();
    }

    @Test
    void ofAnErasedCustomerNoDeviceIsKeptOnceEverythingIsTakenBack() {
        has(phone("p"));
        requested(message("a"));
        answered(handOver().get(0), ACCEPTED);
        tell(anna.erased(NOON + 1, times()));
        assertThat(anna.devices().present()).isEmpty();
        has(iphone("i"));
        answered(handOver().get(0), ACCEPTED);
        pass(NOON + 2);

        assertThat(anna.devices().leaving()).isEmpty();
        assertThat(anna.devices().present()).extracting(Device::id).containsExactly("i");
    }

    @Test
    void anErasureTakesBackWhatIsUnderWayAsSoonAsItWasAnswered() {
        has(phone("p"));
        requested(message("a"));
        Handover handed = handOver().get(0);
        tell(anna.erased(NOON + 1, times()));
        assertThat(handOver()).isEmpty();
        answered(handed, ACCEPTED);

        assertThat(handOver()).extracting(Handover::toString).containsExactly("TAKE_BACK a revision 2, attempt 1");
        assertThat(told).containsExactly("erased");
    }

    @Test
    void anErasureDoesNotForgetWhatIsStillToBeTakenBack() {
        has(phone("p"));
        requested(message("a"));
        answered(handOver().get(0), ACCEPTED);
        tell(anna.revoked("a", 2, times()));
        tell(anna.erased(NOON + 1, times()));

        assertThat(handOver()).extracting(Handover::purpose).containsExactly(Parcel.Purpose.TAKE_BACK);
    }

    @Test
    void whatIsRevokedAgainIsTakenBackThoughTheRevisionBetweenWentNowhere() {
        has(phone("p"));
        requested(message("a"));
        answered(handOver().get(0), ACCEPTED);
        tell(anna.revoked("a", 2, times()));
        requested(message("a", 3, NOON + HOUR));
        tell(anna.revoked("a", 4, times()));

        assertThat(handOver()).extracting(Handover::toString).containsExactly("TAKE_BACK a revision 4, attempt 1");
        assertThat(told).containsExactly("delivered a 1 p", "failed a 3 revoked");
    }

    @Test
    void aRevisionDoesNotOvertakeTheOneThatIsUnderWay() {
        has(phone("p"), iphone("i"));
        requested(message("a"));
        List<Handover> first = handOver();
        answered(first.get(1), ACCEPTED);
        tell(anna.revoked("a", 2, times()));
        requested(message("a", 3, NOON + HOUR));
        assertThat(handOver()).extracting(Handover::target).containsExactly("i");

        answered(first.get(0), new Answer.Unclear("timeout"));
        assertThat(handOver()).extracting(Handover::toString).containsExactly("SHOW a revision 3, attempt 1");
    }

    @Test
    void aRevisionThatWaitsForAnAnswerDoesNotWaitForItAfterAnInterruption() {
        has(phone("p"));
        requested(message("a"));
        handOver();
        requested(message("a", 3, NOON + HOUR));
        tell(anna.goOn(ROUTES, times()));

        assertThat(handOver()).extracting(Handover::revision).containsExactly(3L);
    }

    @Test
    void whatIsTakenBackEverywhereIsNotTakenBackAgain() {
        has(phone("p"));
        requested(message("a"));
        answered(handOver().get(0), ACCEPTED);
        tell(anna.revoked("a", 2, times()));
        answered(handOver().get(0), ACCEPTED);
        tell(anna.revoked("a", 4, times()));

        assertThat(handOver()).isEmpty();
    }

    @Test
    void whatCannotReachItsDeviceAnyMoreHasFailed() {
        has(phone("p"));
        requested(message("a"));
        Handover handed = handOver().get(0);
        tell(anna.removed("p"));
        answered(handed, new Answer.Busy("quota", 0));

        assertThat(handOver()).isEmpty();
        assertThat(told).containsExactly("failed a 1 device_removed");
    }

    @Test
    void aDeviceThatIsOfAnotherPlatformNowDoesNotGetWhatTheOtherWaitsFor() {
        has(phone("p"));
        requested(message("a"));
        has(iphone("p"));

        assertThat(handOver()).isEmpty();
        assertThat(told).containsExactly("failed a 1 device_removed");
    }

    @Test
    void whatIsStoppedUnderWayIsNotOvertaken() {
        has(phone("p"));
        requested(message("a"));
        handOver();
        check = new LastCheck(Map.of(), new Stops(false, Set.of("push"), Set.of()));
        requested(inChannel("web"));

        assertThat(handOver()).isEmpty();
    }

    @Test
    void theDeviceThatRegisteredLongestAgoGivesWay() {
        for (int i = 0; i <= Devices.MAX_DEVICES; i++) {
            has(phone("p" + i));
        }
        assertThat(anna.devices().present()).hasSize(Devices.MAX_DEVICES);
        assertThat(anna.device("p0")).isNull();
        assertThat(anna.gaveWay()).isEqualTo(1);
    }

    @Test
    void tooManyActionsAtOnceAreNotKept() {
        has(phone("p"));
        for (int i = 0; i <= Recipient.MAX_OPEN; i++) {
            requested(message("a" + i));
        }
        assertThat(told).containsExactly("failed a" + Recipient.MAX_OPEN + " 1 too_many");
    }

    private static Message inChannel(String channel) {
        Message one = message("in-" + channel);
        return new Message(
                one.customer(),
                one.actionId(),
                1,
                one.action(),
                one.trigger(),
                one.bundle(),
                channel,
                one.purpose(),
                one.decidedAt(),
                one.expiresAt(),
                one.payload(),
                one.texts(),
                one.language(),
                one.collapseKey(),
                one.permittedAt());
    }

    private void has(Device... devices) {
        for (Device device : devices) {
            anna.registered(device);
        }
    }

    private void requested(Message message) {
        tell(anna.requested(message, ROUTES, times()));
    }

    private List<Handover> handOver() {
        tell(anna.checked(check, times()));
        List<Handover> handed = new ArrayList<>();
        Due.of(anna, check, now).forEach(due -> handed.add(anna.handOver(due)));
        return handed;
    }

    private void answered(Handover handed, Answer answer) {
        tell(anna.answered(handed, answer, times()));
    }

    private void pass(long time) {
        now = time;
        tell(anna.passed(times()));
    }

    private Times times() {
        return new Times(now, now);
    }

    private static Known known(String actionId, long revision, boolean isClosed, String... reached) {
        return new Known(actionId, revision, isClosed, Set.of(reached), "t", "push", "f1648a243fb2170a", NOON + HOUR);
    }

    private void tell(List<PushEffect> effects) {
        for (PushEffect effect : effects) {
            if (effect instanceof PushEffect.Delivered delivered) {
                told.add("delivered " + words(delivered.message()) + " " + delivered.target());
            } else if (effect instanceof PushEffect.Failed failed) {
                told.add("failed " + words(failed.message()) + " " + failed.reason());
            } else if (effect instanceof PushEffect.Removed removed) {
                told.add("removed " + removed.device().id());
            } else {
                told.add("erased");
            }
        }
    }

    private static String words(Message message) {
        return message.actionId() + " " + message.revision();
    }
}
