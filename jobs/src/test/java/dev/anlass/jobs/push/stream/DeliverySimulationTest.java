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
import java.util.HashSet;
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
    private final Set<String> revoked = new HashSet<>();
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
        }
        for (String actionId : requested.keySet()) {
            boolean isDelivered = deliveredTo.containsKey(actionId);
            assertThat(isDelivered != failed.containsKey(actionId))
                    .as(
                            "seed %d: %s delivered to %s, failed %s",
                            seed, actionId, deliveredTo.get(actionId), failed.get(actionId))
                    .isTrue();
        }
        assertThat(anna.open()).as("seed %d", seed).isEmpty();
    }

    private void step() {
        switch (dice.nextInt(14)) {
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

    private void revoke() {
        if (!requested.isEmpty()) {
            String id = "a" + dice.nextInt(requested.size());
            revoked.add(id);
            take(new Note.Revoked("anna", id, 2));
        }
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
        underWay.forEach(handed -> busy.add(handed.target()));
        for (Due due : Due.of(anna, LastCheck.NOTHING_KNOWN, now)) {
            Handover handed = anna.handOver(due);
            if (handed.purpose() == Purpose.SHOW) {
                proveSent(handed, busy);
            }
            underWay.add(handed);
        }
    }

    private void proveSent(Handover handed, Set<String> busy) {
        String what = handed + " to " + handed.target();
        Message message = requested.get(handed.actionId());
        assertThat(now).as("seed %d: %s after its expiry", seed, what).isLessThan(message.expiresAt());
        assertThat(isWithdrawn)
                .as("seed %d: %s after the withdrawal", seed, what)
                .isFalse();
        assertThat(revoked).as("seed %d: %s was revoked", seed, what).doesNotContain(handed.actionId());
        assertThat(deliveredTo.getOrDefault(handed.actionId(), Set.of()))
                .as("seed %d: %s is there already", seed, what)
                .doesNotContain(handed.target());
        assertThat(busy).as("seed %d: %s before the one ahead", seed, what).doesNotContain(handed.target());
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
                        .computeIfAbsent(one.message().actionId(), id -> new TreeSet<>())
                        .add(one.target());
            } else if (effect instanceof PushEffect.Failed one) {
                String before = failed.put(one.message().actionId(), one.reason());
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
