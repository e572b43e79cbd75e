package dev.anlass.benchmarks.question;

import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.EventDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** People who walk, each a position in half a minute, one after the other: the records in the order of their times. */
final class Walks {

    static final int WALKERS = 1_000;
    static final int POSITIONS_EACH = 100;

    private static final long NOON = 1_772_452_800_000L;
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long INTERVAL_MILLIS = 30_000;
    private static final double STEP_METERS = 40;

    private final SplittableRandom random = new SplittableRandom(Seed.OF_ALL);
    private final List<Towns.Spot> spots = new ArrayList<>();

    /** @param start where somebody begins to walk */
    Walks(Supplier<Towns.Spot> start) {
        for (int walker = 0; walker < WALKERS; walker++) {
            spots.add(start.get());
        }
    }

    /** The permission of each. */
    List<Event> consents(EventDecoder decoder) {
        List<Event> consents = new ArrayList<>();
        for (int walker = 0; walker < WALKERS; walker++) {
            consents.add(JsonEvent.consent(customer(walker), "personalised-offers", NOON - HOUR_MILLIS)
                    .decodedBy(decoder));
        }
        return consents;
    }

    /** Record number i is of walker i modulo their number. */
    List<byte[]> records() {
        List<byte[]> records = new ArrayList<>();
        for (int turn = 0; turn < POSITIONS_EACH; turn++) {
            for (int walker = 0; walker < WALKERS; walker++) {
                records.add(position(walker, turn).structured());
            }
        }
        return records;
    }

    private JsonEvent position(int walker, int turn) {
        double angle = random.nextDouble(2 * Math.PI);
        Towns.Spot spot = spots.get(walker).moved(STEP_METERS * Math.cos(angle), STEP_METERS * Math.sin(angle));
        spots.set(walker, spot);
        long time = NOON + turn * INTERVAL_MILLIS + walker * INTERVAL_MILLIS / WALKERS;
        return JsonEvent.position(
                customer(walker), "p-" + walker + "-" + turn, time, spot.latitude(), spot.longitude());
    }

    private static String customer(int walker) {
        return "walker-" + walker;
    }
}
