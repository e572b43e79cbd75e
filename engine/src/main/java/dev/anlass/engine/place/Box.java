package dev.anlass.engine.place;

import java.util.List;

/** A rectangle on the {@link Grid}, its sides included, that does not go over the date line. */
record Box(int south, int north, int west, int east) {

    private static final double POLE = 90;
    private static final double HALF_TURN = 180;
    private static final double TURN = 360;

    /** A metre of latitude: more than rounding can move a point. */
    private static final double MARGIN_DEGREES = 1e-5;

    /**
     * The boxes, a little larger, that hold everything between two latitudes and two longitudes: two if the date line
     * lies between, all longitudes if a pole does.
     *
     * @param east at least {@code west}; both may run on beyond 180 degrees
     */
    static List<Box> holding(double south, double north, double west, double east) {
        double low = Math.max(-POLE, south - MARGIN_DEGREES);
        double high = Math.min(POLE, north + MARGIN_DEGREES);
        double width = east - west + 2 * MARGIN_DEGREES;
        if (low == -POLE || high == POLE || width >= TURN) {
            return List.of(ofDegrees(low, high, -HALF_TURN, HALF_TURN));
        }
        double left = Math.IEEEremainder(west - MARGIN_DEGREES, TURN);
        double right = left + width;
        if (right <= HALF_TURN) {
            return List.of(ofDegrees(low, high, left, right));
        }
        return List.of(ofDegrees(low, high, left, HALF_TURN), ofDegrees(low, high, -HALF_TURN, right - TURN));
    }

    private static Box ofDegrees(double south, double north, double west, double east) {
        return new Box(Grid.north(south), Grid.north(north), Grid.east(west), Grid.east(east));
    }

    /** The smallest box that holds both. */
    Box with(Box other) {
        return new Box(
                Math.min(south, other.south),
                Math.max(north, other.north),
                Math.min(west, other.west),
                Math.max(east, other.east));
    }

    /** The longer of its sides. */
    int across() {
        return Math.max(north - south, east - west);
    }
}
