package dev.anlass.engine.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** What an author must mend in a shape before it can be a fence. */
public final class ShapeCheck {

    private static final GeometryFactory PLANE = new GeometryFactory();
    private static final int MIN_CORNERS = 3;

    private ShapeCheck() {}

    /** The first defect as the rest of a sentence that begins with the fence, such as "crosses itself near …". */
    public static Optional<String> defect(Shape shape) {
        if (shape instanceof Shape.Circle circle) {
            return circleDefect(circle);
        }
        List<Shape.Polygon> polygons = ((Shape.Area) shape).polygons();
        if (polygons.isEmpty()) {
            return Optional.of("has no polygon");
        }
        return polygons.stream()
                .flatMap(polygon -> polygonDefect(polygon).stream())
                .findFirst();
    }

    private static Optional<String> circleDefect(Shape.Circle circle) {
        if (!(circle.radiusMeters() > 0) || Double.isInfinite(circle.radiusMeters())) {
            return Optional.of("has a radius of " + circle.radiusMeters() + " m; it must be more than 0");
        }
        return pointDefect(new Shape.Point(circle.longitude(), circle.latitude()));
    }

    private static Optional<String> polygonDefect(Shape.Polygon polygon) {
        List<Shape.Ring> rings = new ArrayList<>(List.of(polygon.outer()));
        rings.addAll(polygon.holes());
        return rings.stream()
                .flatMap(ring -> ringDefect(ring).stream())
                .findFirst()
                .or(() -> topologyDefect(polygon));
    }

    private static Optional<String> ringDefect(Shape.Ring ring) {
        long corners = ring.points().stream().distinct().count();
        if (corners < MIN_CORNERS) {
            return Optional.of("has a ring of " + corners + " different points; it needs at least " + MIN_CORNERS);
        }
        return ring.points().stream()
                .flatMap(point -> pointDefect(point).stream())
                .findFirst()
                .or(() -> new UnrolledRing(ring).closes()
                        ? Optional.empty()
                        : Optional.of("goes round a pole; draw it from -180 to 180 degrees and along the pole"));
    }

    private static Optional<String> pointDefect(Shape.Point point) {
        if (!(Math.abs(point.latitude()) <= 90)) {
            return Optional.of("has the latitude " + point.latitude() + "; it must be between -90 and 90");
        }
        if (!(Math.abs(point.longitude()) <= 180)) {
            return Optional.of("has the longitude " + point.longitude() + "; it must be between -180 and 180");
        }
        return Optional.empty();
    }

    private static Optional<String> topologyDefect(Shape.Polygon polygon) {
        LinearRing outer = inPlane(polygon.outer());
        LinearRing[] holes = polygon.holes().stream().map(ShapeCheck::inPlane).toArray(LinearRing[]::new);
        IsValidOp validity = new IsValidOp(PLANE.createPolygon(outer, holes));
        validity.setSelfTouchingRingFormingHoleValid(true);
        TopologyValidationError error = validity.getValidationError();
        return error == null ? Optional.empty() : describe(error);
    }

    private static Optional<String> describe(TopologyValidationError error) {
        Coordinate at = error.getCoordinate();
        String place = " near longitude " + at.x + ", latitude " + at.y;
        return switch (error.getErrorType()) {
            case TopologyValidationError.HOLE_OUTSIDE_SHELL -> Optional.of("has a hole outside its outer ring" + place);
            case TopologyValidationError.NESTED_HOLES -> Optional.of("has a hole in a hole" + place);
            case TopologyValidationError.DISCONNECTED_INTERIOR -> Optional.empty();
            default -> Optional.of("crosses itself" + place);
        };
    }

    private static LinearRing inPlane(Shape.Ring ring) {
        UnrolledRing unrolled = new UnrolledRing(ring);
        double[] longitudes = unrolled.longitudes();
        double[] latitudes = unrolled.latitudes();
        Coordinate[] corners = new Coordinate[longitudes.length];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = new Coordinate(longitudes[i], latitudes[i]);
        }
        return PLANE.createLinearRing(corners);
    }
}
