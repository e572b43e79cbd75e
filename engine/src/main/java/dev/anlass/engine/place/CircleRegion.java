package dev.anlass.engine.place;

import java.util.List;

/**
 * Everything within a radius of a point, on the sphere.
 *
 * <p>Whether a point is inside follows from its haversine by quick arithmetic, unless that is so near to the haversine
 * of the radius that rounding might matter: then strict arithmetic decides.
 */
final class CircleRegion implements Region {

    /** A thousand times what rounding can make of a haversine, and less than 0.1 mm of a radius of 100 km. */
    private static final double DOUBT = 1e-9;

    /** Beyond it, rounding matters more. */
    private static final double QUICK_RADIANS = 1;

    private final double latitude;
    private final double longitude;
    private final double radiusMeters;
    private final double cosine;
    private final double surelyInside;
    private final double surelyOutside;

    CircleRegion(Shape.Circle circle) {
        this.latitude = circle.latitude();
        this.longitude = circle.longitude();
        this.radiusMeters = circle.radiusMeters();
        this.cosine = StrictMath.cos(Math.toRadians(latitude));
        boolean isQuick = radians() <= QUICK_RADIANS;
        double border = Sphere.haversine(radians());
        this.surelyInside = isQuick ? border * (1 - DOUBT) : -1;
        this.surelyOutside = isQuick ? border * (1 + DOUBT) : 2;
    }

    @Override
    public boolean contains(Position position) {
        double haversine = quickHaversine(position);
        if (haversine < surelyInside) {
            return true;
        }
        return haversine < surelyOutside && toCentreMeters(position) <= radiusMeters;
    }

    @Override
    public double distanceMeters(Position position) {
        return contains(position) ? 0 : toCentreMeters(position) - radiusMeters;
    }

    @Override
    public List<Box> bounds() {
        double reach = Math.toDegrees(radians());
        double south = latitude - reach;
        double north = latitude + reach;
        double aside = Math.toDegrees(Math.asin(Math.min(1, Math.sin(radians()) / cosine)));
        return Box.holding(south, north, longitude - aside, longitude + aside);
    }

    private double quickHaversine(Position position) {
        double sineLatitude = Math.sin(Math.toRadians(position.latitude() - latitude) / 2);
        double sineLongitude = Math.sin(Math.toRadians(position.longitude() - longitude) / 2);
        double cosines = cosine * Math.cos(Math.toRadians(position.latitude()));
        return sineLatitude * sineLatitude + cosines * sineLongitude * sineLongitude;
    }

    private double toCentreMeters(Position position) {
        return Sphere.distanceMeters(latitude, longitude, position.latitude(), position.longitude());
    }

    private double radians() {
        return Math.min(Math.PI, radiusMeters / Sphere.RADIUS_METERS);
    }
}
