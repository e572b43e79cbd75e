package dev.anlass.engine.place;

import java.util.List;

/** Polygons with holes, made of outlines in the plane of longitude and latitude. */
final class AreaRegion implements Region {

    private static final double POLE = 90;

    private record Part(Outline outer, List<Outline> holes) {

        static Part of(Shape.Polygon polygon) {
            return new Part(
                    new Outline(polygon.outer()),
                    polygon.holes().stream().map(Outline::new).toList());
        }

        boolean contains(Position position) {
            if (Math.abs(position.latitude()) == POLE) {
                return outer.touchesLatitude(position.latitude());
            }
            return outer.side(position) != Outline.Side.OUTSIDE && !isInHole(position);
        }

        private boolean isInHole(Position position) {
            for (Outline hole : holes) {
                if (hole.side(position) == Outline.Side.INSIDE) {
                    return true;
                }
            }
            return false;
        }

        double toBorderMeters(Position position) {
            double nearest = outer.distanceMeters(position);
            for (Outline hole : holes) {
                nearest = Math.min(nearest, hole.distanceMeters(position));
            }
            return nearest;
        }
    }

    private final List<Part> parts;

    AreaRegion(Shape.Area area) {
        this.parts = area.polygons().stream().map(Part::of).toList();
    }

    @Override
    public boolean contains(Position position) {
        for (Part part : parts) {
            if (part.contains(position)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public double distanceMeters(Position position) {
        if (contains(position)) {
            return 0;
        }
        double nearest = Double.POSITIVE_INFINITY;
        for (Part part : parts) {
            nearest = Math.min(nearest, part.toBorderMeters(position));
        }
        return nearest;
    }

    @Override
    public List<Box> bounds() {
        return parts.stream().flatMap(part -> part.outer().bounds().stream()).toList();
    }
}
