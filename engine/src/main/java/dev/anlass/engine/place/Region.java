package dev.anlass.engine.place;

import java.util.List;

/** A shape made ready for exact tests; its border is part of it. */
sealed interface Region permits CircleRegion, AreaRegion {

    static Region of(Shape shape) {
        if (shape instanceof Shape.Area area) {
            return new AreaRegion(area);
        }
        return new CircleRegion((Shape.Circle) shape);
    }

    boolean contains(Position position);

    /** From the position to the nearest point of the shape; 0 inside. */
    double distanceMeters(Position position);

    /** Boxes that together hold the shape. */
    List<Box> bounds();
}
