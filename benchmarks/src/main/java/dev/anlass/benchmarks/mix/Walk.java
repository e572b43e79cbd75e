package dev.anlass.benchmarks.mix;

import static dev.anlass.benchmarks.mix.MixEvent.plain;

import dev.anlass.benchmarks.mix.Session.Kind;
import dev.anlass.benchmarks.mix.Session.Told;
import java.util.ArrayList;
import java.util.List;

/** Somebody is on the way and the phone reports where, about once a minute. */
final class Walk {

    private static final long LEAST_PAUSE_MILLIS = 40_000;
    private static final long MOST_PAUSE_MILLIS = 80_000;
    private static final int MOST_METERS_WRONG = 30;

    /** A part of the way between shops that is well below their radius. */
    private static final double INSIDE = 0.02;

    private final Session session;
    private final Dice dice;
    private final Delay delay;
    private final Shops shops;

    Walk(Session session, Dice dice, Delay delay, Shops shops) {
        this.session = session;
        this.dice = dice;
        this.delay = delay;
        this.shops = shops;
    }

    Told tell(int length) {
        int shop = dice.below(shops.count());
        int arrival = session.kind() == Kind.WALK_PAST_A_SHOP ? dice.below(length) : length;
        int departure = arrival + 1 + dice.below(2);
        List<MixEvent> events = new ArrayList<>();
        long time = session.start();
        for (int event = 0; event < length; event++) {
            double off = event >= arrival && event < departure ? INSIDE : Shops.NOWHERE_NEAR;
            events.add(position(shop, off * (0.8 + 0.4 * dice.unit()), time));
            time += dice.between(LEAST_PAUSE_MILLIS, MOST_PAUSE_MILLIS);
        }
        return new Told(events, List.of());
    }

    private MixEvent position(int shop, double off, long time) {
        String data = String.join(
                ",",
                plain("lat", Decimals.of(shops.latitude(shop, off), 6)),
                plain("lon", Decimals.of(shops.longitude(shop, off), 6)),
                plain("accuracy", 5 + dice.below(MOST_METERS_WRONG)));
        return new MixEvent("location.reported", MixEvent.APP, session.customer(), time, time + delay.millis(), data);
    }
}
