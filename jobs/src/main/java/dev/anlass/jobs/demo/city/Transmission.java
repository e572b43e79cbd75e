package dev.anlass.jobs.demo.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The way of the events of one episode to the broker: some are slow, some come twice, a few come damaged or far too late.
 *
 * <p>What is slow is never slower than {@link #SLOWEST_MILLIS}, so that time, which passes some seconds behind the
 * newest event, does not pass it by. What comes too late is followed by enough others to be seen as late.
 */
final class Transmission {

    /** The longest way of an event that is not too late. */
    static final long SLOWEST_MILLIS = 4_500;

    private static final double SLOW = 0.08;
    private static final double TWICE = 0.002;
    private static final double DAMAGED = 1.0 / 8_000;
    private static final double TOO_LATE = 1.0 / 4_000;
    private static final int FOLLOWED_BY = 15;
    private static final Comparator<Sent> BY_ARRIVAL = Comparator.comparingLong(Sent::arrival);

    private final List<Sent> sent = new ArrayList<>();
    private final Dice dice;

    /** A record on its way, by the time at which it arrives. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sent(long arrival, byte[] bytes) {}

    private Transmission(Dice dice) {
        this.dice = dice;
    }

    /** What arrives, in the order of arrival. */
    static List<Sent> of(Episode episode) {
        Transmission transmission = new Transmission(episode.person().diceFor("wire-" + episode.name()));
        List<CityEvent> events = episode.events();
        for (int i = 0; i < events.size(); i++) {
            boolean mayBeLate = i < events.size() - FOLLOWED_BY;
            transmission.send(events.get(i), mayBeLate);
        }
        transmission.sent.sort(BY_ARRIVAL);
        return transmission.sent;
    }

    private void send(CityEvent event, boolean mayBeLate) {
        long arrival = event.time() + event.delayMillis();
        if (dice.chance(SLOW)) {
            arrival += dice.between(200, SLOWEST_MILLIS);
        }
        boolean isPosition = event.source().equals(Diary.PHONE);
        if (mayBeLate && isPosition && dice.chance(TOO_LATE)) {
            arrival += dice.between(3, 5) * Hours.MINUTE;
        }
        byte[] bytes = EventText.of(event);
        sent.add(new Sent(arrival, bytes));
        if (dice.chance(TWICE)) {
            sent.add(new Sent(arrival + dice.between(100, 3_000), bytes));
        }
        if (!event.source().equals(Diary.CUSTOMERS) && dice.chance(DAMAGED)) {
            CityEvent copy = event.renamed(event.id() + "-damaged");
            sent.add(new Sent(arrival, Blemish.any(dice).of(copy)));
        }
    }
}
