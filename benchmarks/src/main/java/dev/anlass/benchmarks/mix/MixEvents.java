package dev.anlass.benchmarks.mix;

import dev.anlass.benchmarks.mix.Session.Kind;
import dev.anlass.benchmarks.mix.Session.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The events of the mix in the order in which they arrive: first all registrations, within an hour, then sessions for ever.
 *
 * <p>A million events a day come of 200,000 customers, and more or fewer of more or fewer; of a hundredth of the customers a
 * tenth of the sessions. Only what is under way is in memory.
 */
final class MixEvents {

    /** Tuesday morning in Zürich; schedules of Monday, spread over a day from noon on, have a seventh of it to go. */
    static final long START = Instant.parse("2026-03-03T07:30:00Z").toEpochMilli();

    private static final double HOT_CUSTOMERS = 0.01;
    private static final double HOT_SESSIONS = 0.1;
    private static final double EVENTS_PER_CUSTOMER_AND_DAY = 5;
    private static final double DAY_MILLIS = Duration.ofDays(1).toMillis();
    private static final long REGISTRATIONS_MILLIS = Duration.ofHours(1).toMillis();
    private static final double BROWSING = 85;
    private static final double WALKING_ELSEWHERE = 7;
    private static final double WALKING_PAST_A_SHOP = 2;

    private final MixShape shape;
    private final Dice dice;
    private final Delay delay;
    private final double meanMillisBetweenSessions;
    private final PriorityQueue<Numbered> underWay =
            new PriorityQueue<>(Comparator.comparingLong(Numbered::arrival).thenComparingLong(Numbered::number));
    private final PriorityQueue<Session> later =
            new PriorityQueue<>(Comparator.comparingLong(Session::start).thenComparingInt(Session::customer));
    private long told;
    private int registered;
    private double nextStart = START;

    private record Numbered(MixEvent event, long number) {
        long arrival() {
            return event.arrival();
        }
    }

    MixEvents(MixShape shape) {
        this.shape = shape;
        this.dice = new Dice(shape.seed(), 0);
        this.delay = new Delay(shape.seed(), shape.disorder());
        this.meanMillisBetweenSessions = DAY_MILLIS
                * Session.MEAN_EVENTS
                / (EVENTS_PER_CUSTOMER_AND_DAY * shape.traffic().customers());
    }

    /** Whether all are registered whose events come next. */
    boolean allRegistered() {
        return registered == shape.traffic().customers()
                && (underWay.isEmpty() || underWay.peek().arrival() >= START);
    }

    MixEvent next() {
        while (underWay.isEmpty() || underWay.peek().arrival() >= nextBeginning()) {
            begin();
        }
        return underWay.remove().event();
    }

    private double nextBeginning() {
        if (registered < shape.traffic().customers()) {
            return registrationTime();
        }
        return later.isEmpty() ? nextStart : Math.min(nextStart, later.peek().start());
    }

    private void begin() {
        if (registered < shape.traffic().customers()) {
            new Registration(shape.seed(), registered, registrationTime())
                    .events(shape.traffic().withAttributes())
                    .forEach(this::send);
            registered++;
        } else if (!later.isEmpty() && later.peek().start() <= nextStart) {
            tell(later.remove());
        } else {
            tell(new Session(customer(), (long) nextStart, kind()));
            nextStart += dice.exponential(meanMillisBetweenSessions);
        }
    }

    private void tell(Session session) {
        Told events = session.tell(dice, delay, shape);
        events.events().forEach(this::send);
        later.addAll(events.later());
    }

    private void send(MixEvent event) {
        underWay.add(new Numbered(event, told++));
    }

    private long registrationTime() {
        return START
                - REGISTRATIONS_MILLIS
                + registered * (REGISTRATIONS_MILLIS - 1_000) / shape.traffic().customers();
    }

    private int customer() {
        int customers = shape.traffic().customers();
        int hot = Math.max(1, (int) (customers * HOT_CUSTOMERS));
        return dice.chance(HOT_SESSIONS) || hot == customers ? dice.below(hot) : hot + dice.below(customers - hot);
    }

    private Kind kind() {
        return switch (dice.weighted(BROWSING, WALKING_ELSEWHERE, WALKING_PAST_A_SHOP)) {
            case 0 -> Kind.BROWSING;
            case 1 -> Kind.WALK_ELSEWHERE;
            default -> Kind.WALK_PAST_A_SHOP;
        };
    }
}
