package dev.anlass.engine.place;

import java.util.List;

/** The outline of a fence. */
public sealed interface Shape {

    /** Everything within a distance of a point, on a sphere. */
    record Circle(double latitude, double longitude, double radiusMeters) implements Shape {}

    /** One or more polygons, each an outer ring and its holes; edges are straight in longitude and latitude. */
    record Area(List<Polygon> polygons) implements Shape {
        public Area {
            polygons = List.copyOf(polygons);
        }
    }

    /** An outer ring and its holes. */
    record Polygon(Ring outer, List<Ring> holes) {
        public Polygon {
            holes = List.copyOf(holes);
        }
    }

    /** A closed line of points in degrees; the last point is not repeated. */
    record Ring(List<Point> points) {
        public Ring {
            points = List.copyOf(points);
        }
    }

    /** A corner. */
    record Point(double longitude, double latitude) {}
}
