package dev.anlass.jobs.demo.city;

import java.util.ArrayList;
import java.util.List;

/**
 * The streets of the city: long and short blocks, a quarter turned, without names.
 *
 * <p>Who walks from one place to another goes from corner to corner and turns where they please, but never away from
 * where they are going.
 */
final class Streets {

    private static final double LONG_BLOCK_METERS = 130;
    private static final double SHORT_BLOCK_METERS = 85;

    /** Cosine and sine of the turn, 25 degrees. */
    private static final double COSINE = 0.906308;

    private static final double SINE = 0.422618;

    private Streets() {}

    private record Corner(long along, long across) {

        static Corner nearest(Spot spot) {
            double along = spot.east() * COSINE + spot.north() * SINE;
            double across = spot.north() * COSINE - spot.east() * SINE;
            return new Corner(Math.round(along / LONG_BLOCK_METERS), Math.round(across / SHORT_BLOCK_METERS));
        }

        Spot spot() {
            double x = along * LONG_BLOCK_METERS;
            double y = across * SHORT_BLOCK_METERS;
            return new Spot(x * COSINE - y * SINE, x * SINE + y * COSINE);
        }

        Corner next(Corner goal, Dice dice) {
            long blocksAlong = Math.abs(goal.along - along);
            long blocksAcross = Math.abs(goal.across - across);
            if (dice.between(1, blocksAlong + blocksAcross) <= blocksAlong) {
                return new Corner(along + Long.signum(goal.along - along), across);
            }
            return new Corner(along, across + Long.signum(goal.across - across));
        }
    }

    /** The corners on a way, and its end. */
    static List<Spot> way(Spot from, Spot to, Dice dice) {
        List<Spot> way = new ArrayList<>();
        Corner goal = Corner.nearest(to);
        Corner corner = Corner.nearest(from);
        way.add(corner.spot());
        while (!corner.equals(goal)) {
            corner = corner.next(goal, dice);
            way.add(corner.spot());
        }
        way.add(to);
        return way;
    }
}
