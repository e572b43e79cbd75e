package dev.anlass.jobs.push.stream;

import static dev.anlass.jobs.push.PushSamples.HOUR;
import static dev.anlass.jobs.push.PushSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.customer.ConsentRecord.Status;
import dev.anlass.jobs.push.Answer;
import dev.anlass.jobs.push.Due;
import dev.anlass.jobs.push.Handover;
import dev.anlass.jobs.push.Known;
import dev.anlass.jobs.push.LastCheck;
import dev.anlass.jobs.push.Message;
import dev.anlass.jobs.push.Parcel.Purpose;
import dev.anlass.jobs.push.Provider;
import dev.anlass.jobs.push.PushEffect;
import dev.anlass.jobs.push.PushSamples;
import dev.anlass.jobs.push.Recipient;
import dev.anlass.jobs.push.Routes;
import dev.anlass.jobs.push.Times;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random lives of one customer's messages, with kills: whatever happens, each action is delivered or accounted for once,
 * nothing goes out too late or against what was said, and nothing is repeated that was written down.
 */
class DeliverySimulationTest {

    private static final int LIVES = 1_500;
    private static final int STEPS = 120;
    private static final Routes ROUTES = new Routes(Set.of("push"), Set.of(), Set.of(Provider.FCM, Provider.APNS));

    private long seed;
    private Random dice = new Random(0);
    private Recipient anna = new Recipient("anna");
    private byte[] lasting = new byte[0];
    private byte[] moving = new byte[0];
    private long now = NOON;

    private final List<Note> sinceCheckpoint = new ArrayList<>();
    private final List<PushEffect> sinceCheckpointTold = new ArrayList<>();
    private final List<Handover> underWay = new ArrayList<>();
    private final Map<String, Message> requested = new HashMap<>();
    private final Map<String, Set<String>> deliveredTo = new HashMap<>();
    private final Map<String, String> failed = new HashMap<>();
    private final Map<String, Long> revoked = new HashMap<>();
    private boolean isWithdrawn;

    static List<Long> seeds() {
        List<Long> seeds = new ArrayList<>();
        long first = Long.getLong("anlass.seed", 1L);
        for (long i = 0; i < LIVES; i++) {
            seeds.add(first + i);
        }
        return seeds;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyActionIsDeliveredOrAccountedForOnce(long lifeSeed) {
        seed = lifeSeed;
        dice = new Random(lifeSeed);
        take(new Note.Registered("anna", PushSamples.phone("p")));
        checkpoint();
        for (int i = 0; i < STEPS; i++) {
            step();
        }
        pass(NOON + 12 * HOUR);
        while (!underWay.isEmpty()) {
            answer(underWay.remove(0), new Answer.Refused("end"));
            pass(now);
        }
        for (Message message : requested.values()) {
            String what = words(message);
            boolean isDelivered = deliveredTo.containsKey(what);
            assertThat(isDelivered != failed.containsKey(what))
                    .as("seed %d: %s delivered to %s, failed %s", seed, what, deliveredTo.get(what), failed.get(what))
                    .isTrue();
        }
        assertThat(anna.open()).as("seed %d", seed).isEmpty();
    }

    private void step() {
        switch (dice.nextInt(15)) {
            case 0, 1, 2 -> request();
            case 3 ->
                take(new Note.Registered(
                        "anna",
                        dice.nextBoolean() ? PushSamples.phone("p" + dice.nextInt(3)) : PushSamples.iphone("i")));
            case 4 -> take(new Note.Removed("anna", "p" + dice.nextInt(3)));
            case 5 -> revoke();
            case 6, 7, 8, 9 -> answerOne();
            case 10 -> pass(now + dice.nextInt(20 * 60_000));
            case 11 -> checkpoint();
            case 12 -> kill();
            case 13 -> requestAgain();
            default -> withdraw();
        }
        handOver();
    }

    private void request() {
        String id = "a" + requested.size();
        Message message = PushSamples.message(id, 1, now + 60_000 + dice.nextInt(2 * 3_600_000));
        requested.put(id, message);
        take(new Note.Requested(message));
    }

    /** One that was revoked is right again. */
    private void requestAgain() {
        if (!requested.isEmpty()) {
            Message before = requested.get("a" + dice.nextInt(requested.size()));
            Long revision = before == null ? null : revoked.get(before.actionId());
            if (before != null && revision != null && revision > before.revision()) {
                Message message = PushSamples.message(before.actionId(), revision + 1, before.expiresAt());
                requested.put(message.actionId(), message);
                take(new Note.Requested(message));
            }
        }
    }

    private void revoke() {
        if (!requested.isEmpty()) {
            String id = "a" + dice.nextInt(requested.size());
            Message message = requested.get(id);
            if (message != null) {
                revoked.put(id, message.revision() + 1);
                take(new Note.Revoked("anna", id, message.revision() + 1));
            }
        }
    }

    private static String words(Message message) {
        return message.actionId() + " revision " + message.revision();
    }

    /** Rarely, because nothing goes out any more then. */
    private void withdraw() {
        if (dice.nextInt(10) == 0) {
            isWithdrawn = true;
            take(new Note.Said("anna", PushSamples.consent(Status.WITHDRAWN, now, null)));
        }
    }

    private void take(Note note) {
        sinceCheckpoint.add(note);
        tell(apply(note));
    }

    private List<PushEffect> apply(Note note) {
        if (note instanceof Note.Requested one) {
            return anna.requested(one.message(), ROUTES, times());
        } else if (note instanceof Note.Revoked one) {
            return anna.revoked(one.actionId(), one.revision(), times());
        } else if (note instanceof Note.Removed one) {
            return anna.removed(one.device());
        } else if (note instanceof Note.Registered one) {
            anna.registered(one.device());
        } else if (note instanceof Note.Said one) {
            anna.said(one.record());
        }
        return List.of();
    }

    private void handOver() {
        tell(anna.passed(times()));
        tell(anna.checked(LastCheck.NOTHING_KNOWN, times()));
        Set<String> busy = new TreeSet<>();
        underWay.stream().filter(handed -> !isOvertaken(handed)).forEach(handed -> busy.add(handed.target()));
        for (Due due : Due.of(anna, LastCheck.NOTHING_KNOWN, now)) {
            Handover handed = anna.handOver(due);
            assertThat(busy.add(handed.target()))
                    .as("seed %d: %s to %s before the one ahead", seed, handed, handed.target())
                    .isTrue();
            if (handed.purpose() == Purpose.SHOW) {
                proveSent(handed);
            }
            underWay.add(handed);
        }
    }

    /** A later revision was asked for since. */
    private boolean isOvertaken(Handover handed) {
        Message newest = requested.get(handed.actionId());
        return newest != null && newest.revision() > handed.revision();
    }

    private void proveSent(Handover handed) {
        String what = handed + " to " + handed.target();
        Message message = requested.get(handed.actionId());
        assertThat(now).as("seed %d: %s after its expiry", seed, what).isLessThan(message.expiresAt());
        assertThat(isWithdrawn)
                .as("seed %d: %s after the withdrawal", seed, what)
                .isFalse();
        assertThat(handed.revision())
                .as("seed %d: %s was revoked", seed, what)
                .isGreaterThan(revoked.getOrDefault(handed.actionId(), 0L));
        assertThat(deliveredTo.getOrDefault(words(message), Set.of()))
                .as("seed %d: %s is there already", seed, what)
                .doesNotContain(handed.target());
    }

    private void answerOne() {
        if (!underWay.isEmpty()) {
            Handover handed = underWay.remove(dice.nextInt(underWay.size()));
            answer(
                    handed,
                    switch (dice.nextInt(8)) {
                        case 0 -> new Answer.Busy("quota", dice.nextInt(30_000));
                        case 1 -> new Answer.Unclear("timeout");
                        case 2 -> new Answer.Refused("bad");
                        case 3 -> new Answer.Gone("unregistered");
                        default -> new Answer.Accepted(null);
                    });
        }
    }

    private void answer(Handover handed, Answer answer) {
        tell(anna.answered(handed, answer, times()));
    }

    private void pass(long time) {
        now = time;
        tell(anna.passed(times()));
    }

    private void tell(List<PushEffect> effects) {
        sinceCheckpointTold.addAll(effects);
        for (PushEffect effect : effects) {
            if (effect instanceof PushEffect.Delivered one) {
                deliveredTo
                        .computeIfAbsent(words(one.message()), id -> new TreeSet<>())
                        .add(one.target());
            } else if (effect instanceof PushEffect.Failed one) {
                String before = failed.put(words(one.message()), one.reason());
                assertThat(before)
                        .as("seed %d: %s failed twice, then %s", seed, one.message(), one.reason())
                        .isNull();
            }
        }
    }

    private void checkpoint() {
        lasting = RecipientCodec.lasting(anna);
        moving = RecipientCodec.moving(anna.open());
        sinceCheckpoint.clear();
        sinceCheckpointTold.clear();
    }

    /** Back to the checkpoint; then what was read since is read again, events first or actions first. */
    private void kill() {
        anna = RecipientCodec.recipient("anna", lasting, moving).learning();
        underWay.clear();
        List<PushEffect> told = List.copyOf(sinceCheckpointTold);
        List<Note> notes = List.copyOf(sinceCheckpoint);
        boolean eventsFirst = dice.nextBoolean();
        if (eventsFirst) {
            told.forEach(this::readAgain);
        }
        for (Note note : notes) {
            tell(apply(note));
        }
        if (!eventsFirst) {
            told.forEach(this::readAgain);
        }
        tell(anna.goOn(ROUTES, times()));
    }

    private void readAgain(PushEffect effect) {
        if (effect instanceof PushEffect.Delivered one) {
            anna.delivered(known(one.message(), false, Set.of(one.target())));
        } else if (effect instanceof PushEffect.Failed one) {
            anna.failed(known(one.message(), true, Set.of()));
        } else if (effect instanceof PushEffect.Removed one) {
            anna.removed(one.device().id());
        }
    }

    private static Known known(Message message, boolean isClosed, Set<String> reached) {
        return new Known(
                message.actionId(),
                message.revision(),
                isClosed,
                reached,
                message.trigger(),
                message.channel(),
                message.collapseKey(),
                message.expiresAt());
    }

    private Times times() {
        return new Times(now, now);
    }
}
