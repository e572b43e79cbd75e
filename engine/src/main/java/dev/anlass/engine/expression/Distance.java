package dev.anlass.engine.expression;

import java.util.Map;

/** The distance of two places on a sphere of 6,371,008.8 m, by the haversine formula. */
final class Distance {

    static final String LATITUDE = "lat";
    static final String LONGITUDE = "lon";

    private static final double EARTH_RADIUS_METERS = 6_371_008.8;

    private Distance() {}

    /**
     * The distance between two records with {@code lat} and {@code lon} in degrees.
     *
     * @throws IllegalArgumentException if one of the four is missing or no number
     */
    static double metersBetween(Object a, Object b) {
        return metersBetween(degrees(a, LATITUDE), degrees(a, LONGITUDE), degrees(b, LATITUDE), degrees(b, LONGITUDE));
    }

    private static double metersBetween(double latitudeA, double longitudeA, double latitudeB, double longitudeB) {
        double phiA = Math.toRadians(latitudeA);
        double phiB = Math.toRadians(latitudeB);
        double sinOfHalfPhi = Math.sin((phiB - phiA) / 2);
        double sinOfHalfLambda = Math.sin(Math.toRadians(longitudeB - longitudeA) / 2);
        double haversine =
                sinOfHalfPhi * sinOfHalfPhi + Math.cos(phiA) * Math.cos(phiB) * sinOfHalfLambda * sinOfHalfLambda;
        return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }

    private static double degrees(Object place, String name) {
        if (place instanceof Map<?, ?> fields && fields.get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("no " + name);
    }
}
