package dev.anlass.engine.rulefile;

import dev.anlass.engine.place.Shape;
import dev.anlass.engine.place.Shape.Area;
import dev.anlass.engine.place.Shape.Circle;
import dev.anlass.engine.place.Shape.Point;
import dev.anlass.engine.place.Shape.Polygon;
import dev.anlass.engine.place.Shape.Ring;
import dev.anlass.engine.place.ShapeCheck;
import dev.anlass.engine.rulefile.JsonValue.Items;
import dev.anlass.engine.rulefile.JsonValue.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the geometry of a GeoJSON feature; null where it is wrong, which is reported. */
final class ShapeReader {

    private static final List<String> KNOWN = List.of("Point", "Polygon", "MultiPolygon");
    private static final int LEAST_POSITIONS = 4;

    private final Source source;
    private final Findings findings;

    ShapeReader(Source source, Findings findings) {
        this.source = source;
        this.findings = findings;
    }

    @Nullable
    Shape read(Members feature, JsonValue.@Nullable Numeral radiusMeters) {
        JsonValue given = feature.byName().get("geometry");
        if (!(given instanceof Members geometry)) {
            return wrong(given == null ? feature : given, "a fence needs a geometry", Words.oneOf(KNOWN));
        }
        JsonValue type = geometry.byName().get("type");
        JsonValue coordinates = geometry.byName().get("coordinates");
        String name = type instanceof JsonValue.Text text ? text.text() : "";
        if (!KNOWN.contains(name)) {
            String message = name.isEmpty() ? "the geometry has no type" : "a fence cannot be a " + name;
            return wrong(type == null ? geometry : type, message, Words.nearest(name, KNOWN));
        }
        if (!(coordinates instanceof Items items)) {
            return wrong(coordinates == null ? geometry : coordinates, "the geometry has no coordinates", null);
        }
        if (name.equals("Point")) {
            return circle(items, radiusMeters);
        }
        if (radiusMeters != null) {
            findings.warning(source.at(radiusMeters.at()), "radius_m only means something for a Point", null);
        }
        return name.equals("Polygon") ? area(List.of(items)) : area(items.items());
    }

    private @Nullable Shape circle(Items coordinates, JsonValue.@Nullable Numeral radiusMeters) {
        Point center = point(coordinates);
        if (radiusMeters == null || radiusMeters.value() == 0) {
            return wrong(
                    radiusMeters == null ? coordinates : radiusMeters,
                    "a Point needs a radius in its properties",
                    "expected: \"radius_m\": 100");
        }
        return center == null ? null : new Circle(center.latitude(), center.longitude(), radiusMeters.value());
    }

    private @Nullable Shape area(List<JsonValue> coordinates) {
        List<Polygon> polygons = new ArrayList<>();
        for (JsonValue value : coordinates) {
            Polygon polygon =
                    value instanceof Items rings ? polygon(rings) : wrong(value, "a polygon is a list of rings", null);
            if (polygon == null) {
                return null;
            }
            polygons.add(polygon);
        }
        return new Area(polygons);
    }

    private @Nullable Polygon polygon(Items coordinates) {
        List<Ring> rings = new ArrayList<>();
        for (JsonValue value : coordinates.items()) {
            Ring ring = value instanceof Items positions
                    ? ring(positions)
                    : wrong(value, "a ring is a list of positions", null);
            if (ring == null) {
                return null;
            }
            rings.add(ring);
        }
        if (rings.isEmpty()) {
            return wrong(coordinates, "a polygon needs a ring", null);
        }
        Polygon polygon = new Polygon(rings.get(0), rings.subList(1, rings.size()));
        return sound(new Area(List.of(polygon)), coordinates) ? polygon : null;
    }

    private boolean sound(Shape shape, JsonValue coordinates) {
        Optional<String> defect = ShapeCheck.defect(shape);
        defect.ifPresent(sentence -> findings.error(source.at(coordinates.at()), "the fence " + sentence, null));
        return defect.isEmpty();
    }

    private @Nullable Ring ring(Items coordinates) {
        List<Point> points = new ArrayList<>();
        for (JsonValue value : coordinates.items()) {
            Point point = point(value);
            if (point == null) {
                return null;
            }
            points.add(point);
        }
        if (points.size() < LEAST_POSITIONS) {
            return wrong(
                    coordinates,
                    "a ring has at least " + LEAST_POSITIONS + " positions, the last equal to the first",
                    null);
        }
        int last = points.size() - 1;
        if (!points.get(0).equals(points.get(last))) {
            return wrong(
                    coordinates.items().get(last),
                    "the ring is not closed",
                    "expected: the first position again at the end");
        }
        return new Ring(points.subList(0, last));
    }

    private @Nullable Point point(JsonValue value) {
        boolean isPosition = value instanceof Items items
                && items.items().size() >= 2
                && items.items().stream().allMatch(JsonValue.Numeral.class::isInstance);
        if (!isPosition) {
            return wrong(value, "a position is [longitude, latitude]", null);
        }
        List<JsonValue> numbers = ((Items) value).items();
        double longitude = ((JsonValue.Numeral) numbers.get(0)).value();
        double latitude = ((JsonValue.Numeral) numbers.get(1)).value();
        if (Math.abs(longitude) > 180) {
            return wrong(value, "the longitude " + longitude + " is not between -180 and 180", null);
        }
        if (Math.abs(latitude) > 90) {
            return wrong(
                    value, "the latitude " + latitude + " is not between -90 and 90", "GeoJSON says longitude first");
        }
        return new Point(longitude, latitude);
    }

    /** Reports; null, whatever was to be read. */
    @SuppressWarnings("TypeParameterUnusedInFormals")
    private <T> @Nullable T wrong(JsonValue value, String message, @Nullable String wayOut) {
        findings.error(source.at(value.at()), message, wayOut);
        return null;
    }
}
