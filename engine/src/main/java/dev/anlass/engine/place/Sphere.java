package dev.anlass.engine.place;

/**
 * The earth as a sphere: great-circle distances between points in degrees.
 *
 * <p>Strict arithmetic, so that a replay on another machine finds the same fences.
 */
final class Sphere {

    static final double RADIUS_METERS = 6_371_008.8;

    private Sphere() {}

    /** The haversine distance. */
    static double distanceMeters(double latitudeA, double longitudeA, double latitudeB, double longitudeB) {
        double cosines = StrictMath.cos(Math.toRadians(latitudeA)) * StrictMath.cos(Math.toRadians(latitudeB));
        double sineLatitude = StrictMath.sin(Math.toRadians(latitudeB - latitudeA) / 2);
        double sineLongitude = StrictMath.sin(Math.toRadians(longitudeB - longitudeA) / 2);
        double haversine = sineLatitude * sineLatitude + cosines * sineLongitude * sineLongitude;
        return 2 * RADIUS_METERS * StrictMath.asin(Math.min(1, Math.sqrt(haversine)));
    }

    /** Of an angle; it rises with the angle. */
    static double haversine(double radians) {
        double sine = StrictMath.sin(radians / 2);
        return sine * sine;
    }
}
