package dev.anlass.engine.place;

import dev.anlass.engine.event.Fields;
import java.util.ArrayList;
import java.util.List;

/** Fences, shapes and positions for tests, written short. */
final class Places {

    /** One degree along a meridian. */
    static final double METERS_OF_A_DEGREE = Math.toRadians(1) * 6_371_008.8;

    private Places() {}

    static Position at(double longitude, double latitude) {
        return new Position(latitude, longitude, null);
    }

    static Position at(double longitude, double latitude, double accuracyMeters) {
        return new Position(latitude, longitude, accuracyMeters);
    }

    static Shape.Circle circle(double longitude, double latitude, double radiusMeters) {
        return new Shape.Circle(latitude, longitude, radiusMeters);
    }

    /** Longitude and latitude in turn. */
    static Shape.Ring ring(double... coordinates) {
        List<Shape.Point> points = new ArrayList<>();
        for (int i = 0; i < coordinates.length; i += 2) {
            points.add(new Shape.Point(coordinates[i], coordinates[i + 1]));
        }
        return new Shape.Ring(points);
    }

    static Shape.Ring rectangle(double west, double south, double east, double north) {
        return ring(west, south, east, south, east, north, west, north);
    }

    static Shape.Polygon polygon(Shape.Ring outer, Shape.Ring... holes) {
        return new Shape.Polygon(outer, List.of(holes));
    }

    static Shape.Area area(Shape.Ring outer, Shape.Ring... holes) {
        return new Shape.Area(List.of(polygon(outer, holes)));
    }

    static Fence fence(String id, Shape shape) {
        return new Fence(
                id,
                shape,
                Fence.DEFAULT_HYSTERESIS_METERS,
                Fence.DEFAULT_MAX_ACCURACY_METERS,
                Fence.DEFAULT_DWELL_MILLIS,
                Fields.of("kind", "shop"));
    }

    static List<String> ids(List<Fence> fences) {
        return fences.stream().map(Fence::id).toList();
    }
}
