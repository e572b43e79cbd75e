package dev.anlass.engine.expression;

import org.jspecify.annotations.Nullable;

/** The distance of two places on a sphere of 6,371,008.8 m, by the haversine formula. */
final class Distance {

    static final String LATITUDE = "lat";
    static final String LONGITUDE = "lon";

    private static final double EARTH_RADIUS_METERS = 6_371_008.8;

    private Distance() {}

    /** The distance between two records with {@code lat} and {@code lon} in degrees; null if one of the four is missing. */
    static @Nullable Double metersBetween(Object a, Object b) {
        return Records.get(a, LATITUDE) instanceof Number latitudeA
                        && Records.get(a, LONGITUDE) instanceof Number longitudeA
                        && Records.get(b, LATITUDE) instanceof Number latitudeB
                        && Records.get(b, LONGITUDE) instanceof Number longitudeB
                ? (Double) metersBetween(
                        latitudeA.doubleValue(),
                        longitudeA.doubleValue(),
                        latitudeB.doubleValue(),
                        longitudeB.doubleValue())
                : null;
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
}
