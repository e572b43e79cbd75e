package dev.anlass.engine.place;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.algorithm.Orientation;

/**
 * One ring made ready for exact tests.
 *
 * <p>A point is inside if a ray to the east crosses the ring an odd number of times. On which side of an edge it lies is
 * decided without rounding error. Edges are filed by bands of latitude, so that a long ring costs little more than a
 * short one.
 */
final class Outline {

    /** Where a point lies. */
    enum Side {
        OUTSIDE,
        BORDER,
        INSIDE
    }

    private static final double TURN = 360;
    private static final double HALF_TURN = 180;
    private static final int EDGES_PER_BAND = 8;
    private static final int MAX_BANDS = 64;

    private final double[] x;
    private final double[] y;
    private final double west;
    private final double east;
    private final double south;
    private final double north;
    private final int[][] edgesOfBand;

    Outline(Shape.Ring ring) {
        UnrolledRing unrolled = new UnrolledRing(ring);
        this.x = unrolled.longitudes();
        this.y = unrolled.latitudes();
        this.west = Arrays.stream(x).min().orElseThrow();
        this.east = Arrays.stream(x).max().orElseThrow();
        this.south = Arrays.stream(y).min().orElseThrow();
        this.north = Arrays.stream(y).max().orElseThrow();
        this.edgesOfBand = new int[Math.max(1, Math.min(MAX_BANDS, edges() / EDGES_PER_BAND))][];
        for (int band = 0; band < edgesOfBand.length; band++) {
            edgesOfBand[band] = edgesReaching(band);
        }
    }

    Side side(Position position) {
        double latitude = position.latitude();
        if (latitude < south || latitude > north) {
            return Side.OUTSIDE;
        }
        Side side = Side.OUTSIDE;
        for (double turn = -TURN; turn <= TURN && side == Side.OUTSIDE; turn += TURN) {
            double longitude = position.longitude() + turn;
            if (longitude >= west && longitude <= east) {
                side = sideInPlane(longitude, latitude);
            }
        }
        return side;
    }

    boolean touchesLatitude(double latitude) {
        return latitude == south || latitude == north;
    }

    /** From the position to the nearest point of the ring. */
    double distanceMeters(Position position) {
        double nearest = Double.POSITIVE_INFINITY;
        for (double turn = -TURN; turn <= TURN; turn += TURN) {
            double longitude = position.longitude() + turn;
            if (longitude >= west - HALF_TURN && longitude <= east + HALF_TURN) {
                nearest = Math.min(nearest, distanceInPlane(longitude, position.latitude()));
            }
        }
        return nearest;
    }

    List<Box> bounds() {
        return Box.holding(south, north, west, east);
    }

    private Side sideInPlane(double pointX, double pointY) {
        boolean inside = false;
        for (int i : edgesOfBand[bandOf(pointY)]) {
            if (x[i] < pointX && x[i + 1] < pointX) {
                continue;
            }
            if (isOnLevelEdge(i, pointX, pointY) || isEndOf(i, pointX, pointY)) {
                return Side.BORDER;
            }
            if (crosses(i, pointY)) {
                int turn = CGAlgorithmsDD.orientationIndex(x[i], y[i], x[i + 1], y[i + 1], pointX, pointY);
                if (turn == Orientation.COLLINEAR) {
                    return Side.BORDER;
                }
                inside ^= (turn == Orientation.LEFT) == (y[i] < y[i + 1]);
            }
        }
        return inside ? Side.INSIDE : Side.OUTSIDE;
    }

    private boolean isOnLevelEdge(int i, double pointX, double pointY) {
        return y[i] == pointY && y[i + 1] == pointY && Math.min(x[i], x[i + 1]) <= pointX;
    }

    private boolean isEndOf(int i, double pointX, double pointY) {
        return x[i + 1] == pointX && y[i + 1] == pointY;
    }

    /** Whether the edge reaches from above a latitude to it or below, or the other way. */
    private boolean crosses(int i, double latitude) {
        return (y[i] > latitude) != (y[i + 1] > latitude);
    }

    /**
     * Finds the nearest point in a plane whose east-west scale is that of the position's latitude, and measures to it on
     * the sphere.
     */
    private double distanceInPlane(double pointX, double pointY) {
        double scale = StrictMath.cos(Math.toRadians(pointY));
        double least = Double.POSITIVE_INFINITY;
        double nearestX = x[0];
        double nearestY = y[0];
        for (int i = 0; i < edges(); i++) {
            double alongX = x[i + 1] - x[i];
            double alongY = y[i + 1] - y[i];
            double share = share((pointX - x[i]) * scale, pointY - y[i], alongX * scale, alongY);
            double candidateX = x[i] + share * alongX;
            double candidateY = y[i] + share * alongY;
            double square = square((candidateX - pointX) * scale) + square(candidateY - pointY);
            if (square < least) {
                least = square;
                nearestX = candidateX;
                nearestY = candidateY;
            }
        }
        return Sphere.distanceMeters(pointY, pointX, nearestY, nearestX);
    }

    /** How far along a vector, between 0 and 1, lies the foot of another that starts at the same point. */
    private static double share(double toX, double toY, double alongX, double alongY) {
        double length = square(alongX) + square(alongY);
        return length == 0 ? 0 : Math.max(0, Math.min(1, (toX * alongX + toY * alongY) / length));
    }

    private static double square(double value) {
        return value * value;
    }

    private int[] edgesReaching(int band) {
        int[] found = new int[edges()];
        int count = 0;
        for (int i = 0; i < edges(); i++) {
            if (bandOf(Math.min(y[i], y[i + 1])) <= band && band <= bandOf(Math.max(y[i], y[i + 1]))) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private int bandOf(double latitude) {
        int bands = edgesOfBand.length;
        return bands == 1 ? 0 : Math.min(bands - 1, (int) ((latitude - south) / (north - south) * bands));
    }

    private int edges() {
        return x.length - 1;
    }
}
