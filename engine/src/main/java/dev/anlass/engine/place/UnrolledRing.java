package dev.anlass.engine.place;

import java.util.List;

/**
 * A ring laid out in a plane of longitude and latitude where every edge is straight.
 *
 * <p>An edge takes the shorter way round the earth, so longitudes may run on beyond 180 degrees. An edge along one
 * latitude from -180 to 180 degrees goes all the way round: that is how GeoJSON draws what contains a pole.
 */
final class UnrolledRing {

    private static final double TURN = 360;
    private static final double HALF_TURN = 180;

    private final List<Shape.Point> points;
    private final double[] turned;

    UnrolledRing(Shape.Ring ring) {
        this.points = ring.points();
        this.turned = new double[points.size() + 1];
        for (int i = 1; i < turned.length; i++) {
            turned[i] = turned[i - 1] + turnBetween(corner(i - 1), corner(i));
        }
    }

    /** Whether the way round ends where it began; otherwise the ring goes round a pole. */
    boolean closes() {
        return turned[points.size()] == 0;
    }

    /** Of the corners; the first is repeated at the end. */
    double[] longitudes() {
        double[] longitudes = new double[turned.length];
        for (int i = 0; i < longitudes.length; i++) {
            longitudes[i] = corner(i).longitude() + (i == points.size() ? 0 : turned[i]);
        }
        return longitudes;
    }

    /** Of the corners; the first is repeated at the end. */
    double[] latitudes() {
        double[] latitudes = new double[turned.length];
        for (int i = 0; i < latitudes.length; i++) {
            latitudes[i] = corner(i).latitude();
        }
        return latitudes;
    }

    private Shape.Point corner(int i) {
        return points.get(i % points.size());
    }

    private static double turnBetween(Shape.Point from, Shape.Point to) {
        double step = to.longitude() - from.longitude();
        boolean allTheWay = Math.abs(step) == TURN && from.latitude() == to.latitude();
        if (Math.abs(step) <= HALF_TURN || allTheWay) {
            return 0;
        }
        return step > 0 ? -TURN : TURN;
    }
}
