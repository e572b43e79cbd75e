package dev.anlass.engine.place;

import static dev.anlass.engine.place.Places.METERS_OF_A_DEGREE;
import static dev.anlass.engine.place.Places.area;
import static dev.anlass.engine.place.Places.at;
import static dev.anlass.engine.place.Places.circle;
import static dev.anlass.engine.place.Places.polygon;
import static dev.anlass.engine.place.Places.rectangle;
import static dev.anlass.engine.place.Places.ring;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which positions a shape contains, and how far the others are. */
class RegionTest {

    private static final double MILLIMETER = 0.001;

    @Test
    void aDegreeOfTheSphereHasItsLength() {
        assertThat(Sphere.distanceMeters(0, 0, 0, 1)).isEqualTo(METERS_OF_A_DEGREE, within(MILLIMETER));
        assertThat(Sphere.distanceMeters(89, 0, 89, 180)).isEqualTo(2 * METERS_OF_A_DEGREE, within(MILLIMETER));
        assertThat(Sphere.distanceMeters(0, 0, 0, 180)).isEqualTo(180 * METERS_OF_A_DEGREE, within(MILLIMETER));
    }

    @Test
    void aCircleContainsItsBorder() {
        double radius = Sphere.distanceMeters(47.37, 8.54, 47.371, 8.541);

        assertInside(circle(8.54, 47.37, radius), 8.541, 47.371);
        assertThat(Region.of(circle(8.54, 47.37, Math.nextDown(radius))).contains(at(8.541, 47.371)))
                .isFalse();
    }

    @Test
    void aCircleReachesOverTheDateLineAndThePole() {
        assertInside(circle(179.999, 0, 500), -179.999, 0);
        assertOutside(circle(179.999, 0, 100), -179.999, 0);
        assertInside(circle(0, 89.999, 500), 180, 89.999);
        assertInside(circle(0, -89.999, 500), 77, -90);
    }

    @Test
    void anAreaContainsItsCornersAndEdges() {
        Shape triangle = area(ring(0, 0, 3, 1, 1, 3));

        assertInside(triangle, 0, 0);
        assertInside(triangle, 3, 1);
        assertInside(triangle, 1, 3);
        assertInside(triangle, 1.5, 0.5);
        assertInside(triangle, 2, 2);
        assertOutside(triangle, 1.5, Math.nextDown(0.5));
        assertOutside(triangle, Math.nextUp(2.0), 2);
    }

    @Test
    void aPointLevelWithACornerIsToldApart() {
        Shape diamond = area(ring(0, -1, 1, 0, 0, 1, -1, 0));

        assertOutside(diamond, -2, 0);
        assertInside(diamond, 0, 0);
        assertOutside(diamond, 2, 0);
        assertOutside(diamond, -0.5, 1);
        assertOutside(diamond, -0.5, -1);
    }

    @Test
    void theOrderOfCornersDoesNotMatter() {
        assertInside(area(ring(0, 0, 0, 1, 1, 1, 1, 0)), 0.5, 0.5);
        assertInside(area(ring(0, 0, 1, 0, 1, 1, 0, 1)), 0.5, 0.5);
        assertInside(area(ring(0, 0, 1, 0, 1, 1, 0, 1, 0, 0)), 0.5, 0.5);
    }

    @Test
    void aHoleIsOutsideButItsBorderIsInside() {
        Shape ringRoad = area(rectangle(0, 0, 4, 4), rectangle(1, 1, 3, 3));

        assertInside(ringRoad, 0.5, 2);
        assertOutside(ringRoad, 2, 2);
        assertInside(ringRoad, 1, 2);
        assertInside(ringRoad, 3, 3);
    }

    @Test
    void anIslandInAHoleIsInside() {
        Shape lake = new Shape.Area(
                List.of(polygon(rectangle(0, 0, 4, 4), rectangle(1, 1, 3, 3)), polygon(rectangle(1.5, 1.5, 2.5, 2.5))));

        assertInside(lake, 2, 2);
        assertOutside(lake, 1.2, 2);
    }

    @Test
    void anEdgeTakesTheShorterWayOverTheDateLine() {
        Shape fiji = area(ring(177, -19, -178, -19, -178, -16, 177, -16));

        assertInside(fiji, 179, -17);
        assertInside(fiji, -179, -17);
        assertInside(fiji, 180, -17);
        assertInside(fiji, -180, -17);
        assertInside(fiji, -178, -17);
        assertOutside(fiji, -177.9, -17);
        assertOutside(fiji, 0, -17);
    }

    @Test
    void anAreaCutAtTheDateLineIsOne() {
        Shape fiji = new Shape.Area(
                List.of(polygon(rectangle(177, -19, 180, -16)), polygon(rectangle(-180, -19, -178, -16))));

        assertInside(fiji, 180, -17);
        assertInside(fiji, -180, -17);
        assertThat(Region.of(fiji).distanceMeters(at(-177, -17)))
                .isEqualTo(Sphere.distanceMeters(-17, -178, -17, -177), within(10.0));
    }

    @Test
    void anAreaMayHoldAPole() {
        Shape antarctica = area(ring(-180, -90, 180, -90, 180, -80, 90, -70, -90, -70, -180, -80));

        assertInside(antarctica, 0, -75);
        assertInside(antarctica, 180, -80);
        assertInside(antarctica, -180, -85);
        assertInside(antarctica, 33, -90);
        assertOutside(antarctica, 180, -79.9);
        assertOutside(antarctica, 0, 90);
    }

    @Test
    void aPoleIsOnePointWhateverItsLongitude() {
        Shape slice = area(rectangle(0, 80, 10, 90));

        assertInside(slice, 120, 90);
        assertOutside(slice, 120, 89.9999);
    }

    @Test
    void aLongRingIsExactOnEveryLatitude() {
        int corners = 1_000;
        double[] coordinates = new double[2 * corners];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double radius = i % 2 == 0 ? 2 : 1;
            coordinates[2 * i] = 8 + radius * Math.cos(angle);
            coordinates[2 * i + 1] = 47 + radius * Math.sin(angle);
        }
        Shape star = area(ring(coordinates));

        for (int i = 0; i < corners; i++) {
            assertInside(star, coordinates[2 * i], coordinates[2 * i + 1]);
            double outX = 8 + (coordinates[2 * i] - 8) * 1.001;
            double outY = 47 + (coordinates[2 * i + 1] - 47) * 1.001;
            assertOutside(star, outX, outY);
        }
    }

    @Test
    void theDistanceToACircleIsThatToItsBorder() {
        Region region = Region.of(circle(8, 47, 100));

        assertThat(region.distanceMeters(at(8, 47 + 150 / METERS_OF_A_DEGREE))).isEqualTo(50, within(MILLIMETER));
        assertThat(region.distanceMeters(at(8, 47.0001))).isZero();
    }

    @Test
    void theDistanceToAnAreaIsThatToItsNearestEdge() {
        Region square = Region.of(area(rectangle(8, 47, 9, 48)));
        double north = 48 + 30 / METERS_OF_A_DEGREE;
        double east = 9 + 40 / METERS_OF_A_DEGREE / Math.cos(Math.toRadians(47.5));

        assertThat(square.distanceMeters(at(8.5, north))).isEqualTo(30, within(MILLIMETER));
        assertThat(square.distanceMeters(at(east, 47.5))).isEqualTo(40, within(MILLIMETER));
        assertThat(square.distanceMeters(at(8.5, 47.5))).isZero();
    }

    @Test
    void theDistanceInAHoleIsThatToItsBorder() {
        Region ringRoad = Region.of(area(rectangle(0, 0, 4, 4), rectangle(1, 1, 3, 3)));

        assertThat(ringRoad.distanceMeters(at(2, 1.25))).isEqualTo(0.25 * METERS_OF_A_DEGREE, within(MILLIMETER));
    }

    @Test
    void theDistanceIsMeasuredOverTheDateLineAndToThePole() {
        Region eastOfIt = Region.of(area(rectangle(-180, -1, -179, 1)));
        Region polarCap = Region.of(area(rectangle(-180, 80, 180, 90)));

        assertThat(eastOfIt.distanceMeters(at(179.5, 0))).isEqualTo(METERS_OF_A_DEGREE / 2, within(MILLIMETER));
        assertThat(polarCap.distanceMeters(at(179.5, 79))).isEqualTo(METERS_OF_A_DEGREE, within(MILLIMETER));
        assertThat(Region.of(area(rectangle(10, 88, 20, 89))).distanceMeters(at(-70, 90)))
                .isEqualTo(METERS_OF_A_DEGREE, within(MILLIMETER));
    }

    private static void assertInside(Shape shape, double longitude, double latitude) {
        assertThat(Region.of(shape).contains(at(longitude, latitude)))
                .as("longitude %s, latitude %s", longitude, latitude)
                .isTrue();
        assertThat(Region.of(shape).distanceMeters(at(longitude, latitude))).isZero();
    }

    private static void assertOutside(Shape shape, double longitude, double latitude) {
        assertThat(Region.of(shape).contains(at(longitude, latitude)))
                .as("longitude %s, latitude %s", longitude, latitude)
                .isFalse();
        assertThat(Region.of(shape).distanceMeters(at(longitude, latitude))).isNotNegative();
    }
}
