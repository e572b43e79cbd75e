package dev.anlass.jobs.demo.city;

import dev.anlass.engine.place.Fence;
import dev.anlass.engine.place.Shape;
import java.util.ArrayList;
import java.util.List;

/** Where the customers walk: the places that have fences, and what lies between them. */
final class City {

    private static final double METERS_PER_DEGREE = 111_195.08;
    private static final double ZURICH_LATITUDE = 47.3744;
    private static final double ZURICH_LONGITUDE = 8.5410;

    private final double latitude;
    private final double longitude;
    private final double eastMetersPerDegree;
    private final List<Spot> places;

    private record Degrees(double latitude, double longitude) {}

    private City(Degrees centre, List<Degrees> places) {
        this.latitude = centre.latitude();
        this.longitude = centre.longitude();
        this.eastMetersPerDegree = METERS_PER_DEGREE * StrictMath.cos(StrictMath.toRadians(latitude));
        List<Spot> spots = new ArrayList<>();
        for (Degrees place : places) {
            spots.add(new Spot(
                    (place.longitude() - longitude) * eastMetersPerDegree,
                    (place.latitude() - latitude) * METERS_PER_DEGREE));
        }
        this.places = List.copyOf(spots);
    }

    /** The city around these fences; Zürich if there are none. */
    static City around(List<Fence> fences) {
        List<Degrees> places = new ArrayList<>();
        for (Fence fence : fences) {
            places.add(middle(fence.shape()));
        }
        if (places.isEmpty()) {
            places.add(new Degrees(ZURICH_LATITUDE, ZURICH_LONGITUDE));
        }
        return new City(mean(places), places);
    }

    /** Never empty. */
    List<Spot> places() {
        return places;
    }

    double metersToNearestPlace(Spot spot) {
        double nearest = Double.MAX_VALUE;
        for (Spot place : places) {
            nearest = Math.min(nearest, place.distanceMeters(spot));
        }
        return nearest;
    }

    double latitude(Spot spot) {
        return latitude + spot.north() / METERS_PER_DEGREE;
    }

    double longitude(Spot spot) {
        return longitude + spot.east() / eastMetersPerDegree;
    }

    private static Degrees middle(Shape shape) {
        if (shape instanceof Shape.Circle circle) {
            return new Degrees(circle.latitude(), circle.longitude());
        }
        List<Degrees> corners = new ArrayList<>();
        for (Shape.Point corner : ((Shape.Area) shape).polygons().get(0).outer().points()) {
            corners.add(new Degrees(corner.latitude(), corner.longitude()));
        }
        return mean(corners);
    }

    private static Degrees mean(List<Degrees> points) {
        double latitudes = 0;
        double longitudes = 0;
        for (Degrees point : points) {
            latitudes += point.latitude();
            longitudes += point.longitude();
        }
        return new Degrees(latitudes / points.size(), longitudes / points.size());
    }
}
