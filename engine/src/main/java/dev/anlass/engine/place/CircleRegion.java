package dev.anlass.engine.place;

import com.google.common.geometry.S1Angle;
import com.google.common.geometry.S2Cap;
import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2LatLngRect;
import java.util.List;

/** Everything within a radius of a point, on the sphere. */
final class CircleRegion implements Region {

    /** Eleven metres of latitude: more than rounding can make of a difference. */
    private static final double SLACK_DEGREES = 1e-4;

    private static final double TURN = 360;

    private final double latitude;
    private final double longitude;
    private final double radiusMeters;
    private final double reachOfLatitude;
    private final double reachOfLongitude;

    CircleRegion(Shape.Circle circle) {
        this.latitude = circle.latitude();
        this.longitude = circle.longitude();
        this.radiusMeters = circle.radiusMeters();
        this.reachOfLatitude = Math.toDegrees(radius().radians()) + SLACK_DEGREES;
        this.reachOfLongitude = Math.toDegrees(bound().lng().getLength() / 2) + SLACK_DEGREES;
    }

    @Override
    public boolean contains(Position position) {
        return isWithinReach(position) && toCentreMeters(position) <= radiusMeters;
    }

    @Override
    public double distanceMeters(Position position) {
        return Math.max(0, toCentreMeters(position) - radiusMeters);
    }

    @Override
    public List<S2LatLngRect> bounds() {
        return List.of(bound());
    }

    /** Spares the exact test most of what is outside. */
    private boolean isWithinReach(Position position) {
        double apart = Math.abs(position.longitude() - longitude);
        return Math.abs(position.latitude() - latitude) <= reachOfLatitude
                && Math.min(apart, TURN - apart) <= reachOfLongitude;
    }

    private double toCentreMeters(Position position) {
        return Sphere.distanceMeters(latitude, longitude, position.latitude(), position.longitude());
    }

    private S2LatLngRect bound() {
        S2LatLng centre = S2LatLng.fromDegrees(latitude, longitude);
        return S2Cap.fromAxisAngle(centre.toPoint(), radius()).getRectBound();
    }

    private S1Angle radius() {
        return S1Angle.radians(Math.min(Math.PI, radiusMeters / Sphere.RADIUS_METERS));
    }
}
