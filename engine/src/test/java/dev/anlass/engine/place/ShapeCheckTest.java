package dev.anlass.engine.place;

import static dev.anlass.engine.place.Places.area;
import static dev.anlass.engine.place.Places.circle;
import static dev.anlass.engine.place.Places.polygon;
import static dev.anlass.engine.place.Places.rectangle;
import static dev.anlass.engine.place.Places.ring;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What an author is told about a shape. */
class ShapeCheckTest {

    @Test
    void aSoundShapeHasNoDefect() {
        assertSound(circle(180, -90, 0.5));
        assertSound(area(ring(0, 0, 1, 0, 0, 1)));
        assertSound(area(ring(0, 0, 1, 0, 1, 0, 0, 1, 0, 0)));
        assertSound(area(rectangle(0, 0, 4, 4), rectangle(1, 1, 3, 3)));
        assertSound(area(rectangle(177, -19, -178, -16)));
        assertSound(area(rectangle(-180, 80, 180, 90)));
    }

    @Test
    void partsMayTouchEachOther() {
        assertSound(new Shape.Area(List.of(polygon(rectangle(0, 0, 1, 1)), polygon(rectangle(1, 0, 2, 1)))));
    }

    @Test
    void aHoleMayTouchItsOuterRing() {
        assertSound(area(rectangle(0, 0, 4, 4), ring(0, 2, 4, 2, 2, 3)));
    }

    @Test
    void aRingNeedsThreePoints() {
        assertDefect(area(ring(0, 0, 1, 1, 0, 0)), "has a ring of 2 different points; it needs at least 3");
        assertDefect(area(ring()), "has a ring of 0 different points; it needs at least 3");
        assertDefect(new Shape.Area(List.of()), "has no polygon");
    }

    @Test
    void coordinatesMustLieOnTheEarth() {
        assertDefect(area(ring(0, 0, 1, 0, 0, 90.5)), "has the latitude 90.5; it must be between -90 and 90");
        assertDefect(area(ring(0, 0, 181, 0, 0, 1)), "has the longitude 181.0; it must be between -180 and 180");
        assertDefect(circle(Double.NaN, 0, 1), "has the longitude NaN; it must be between -180 and 180");
    }

    @Test
    void aRadiusMustBePositive() {
        assertDefect(circle(0, 0, 0), "has a radius of 0.0 m; it must be more than 0");
        assertDefect(circle(0, 0, Double.NaN), "has a radius of NaN m; it must be more than 0");
    }

    @Test
    void aRingMustNotCrossItself() {
        assertDefect(area(ring(0, 0, 2, 2, 2, 0, 0, 2)), "crosses itself near longitude 1.0, latitude 1.0");
        assertDefect(
                area(rectangle(0, 0, 4, 4), ring(1, 1, 3, 3, 3, 1, 1, 3)),
                "crosses itself near longitude 2.0, latitude 2.0");
        assertDefect(area(ring(179, 0, -179, 2, -179, 0, 179, 2)), "crosses itself near longitude 180.0, latitude 1.0");
    }

    @Test
    void aHoleMustLieInItsOuterRing() {
        assertDefect(
                area(rectangle(0, 0, 1, 1), rectangle(2, 2, 3, 3)),
                "has a hole outside its outer ring near longitude 2.0, latitude 2.0");
        assertDefect(
                area(rectangle(0, 0, 9, 9), rectangle(1, 1, 5, 5), rectangle(2, 2, 3, 3)),
                "has a hole in a hole near longitude 2.0, latitude 2.0");
    }

    @Test
    void aRingMustNotGoRoundAPole() {
        assertDefect(
                area(ring(0, 80, 90, 80, 180, 80, -90, 80)),
                "goes round a pole; draw it from -180 to 180 degrees and along the pole");
    }

    private static void assertSound(Shape shape) {
        assertThat(ShapeCheck.defect(shape)).isEmpty();
    }

    private static void assertDefect(Shape shape, String defect) {
        assertThat(ShapeCheck.defect(shape)).contains(defect);
    }
}
