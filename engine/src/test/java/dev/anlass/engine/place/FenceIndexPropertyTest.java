package dev.anlass.engine.place;

import static dev.anlass.engine.place.Places.at;
import static dev.anlass.engine.place.Places.fence;
import static dev.anlass.engine.place.Places.ids;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The index finds what testing every fence finds, and the exact test agrees with an obvious one. */
class FenceIndexPropertyTest {

    private static final int FENCES = 60;
    private static final int POSITIONS = 300;

    /** Nearer to a border than this, the obvious test may err by rounding. */
    private static final double DOUBTFUL_METERS = 0.01;

    @Property(tries = 60)
    void theIndexFindsWhatTestingEveryFenceFinds(@ForAll long seed) {
        RandomPlaces places = new RandomPlaces(new Random(seed));
        List<RandomPlaces.Drawn> drawn = places.draw(FENCES);
        List<Fence> fences = new ArrayList<>();
        List<Region> regions = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            fences.add(fence("%03d".formatted(i), drawn.get(i).shape()));
            regions.add(Region.of(drawn.get(i).shape()));
        }
        FenceIndex index = FenceIndex.of(fences);

        for (int i = 0; i < POSITIONS; i++) {
            Position position = places.positionNearOneOf(drawn);
            List<Fence> all = IntStream.range(0, FENCES)
                    .filter(fence -> regions.get(fence).contains(position))
                    .mapToObj(fences::get)
                    .toList();
            assertThat(ids(index.containing(position))).as("%s", position).isEqualTo(ids(all));
        }
    }

    /** Of positions on the border and so near to it that only strict arithmetic can tell. */
    @Property(tries = 300)
    void aCircleHoldsWhatIsWithinItsRadiusByStrictArithmetic(@ForAll long seed) {
        Random random = new Random(seed);
        RandomPlaces places = new RandomPlaces(random);
        for (int i = 0; i < POSITIONS; i++) {
            Position centre = places.position();
            Position position = places.positionAround(centre);
            double meters = Sphere.distanceMeters(
                    centre.latitude(), centre.longitude(), position.latitude(), position.longitude());
            double radius = meters * (1 + random.nextInt(-2, 3) * Math.pow(10, -random.nextInt(6, 17)));
            Region circle = Region.of(Places.circle(centre.longitude(), centre.latitude(), radius));

            assertThat(circle.contains(position))
                    .as("%s within %s m of %s", position, radius, centre)
                    .isEqualTo(meters <= radius);
        }
    }

    @Property(tries = 60)
    void theExactTestAgreesWithAnObviousOne(@ForAll long seed) {
        RandomPlaces places = new RandomPlaces(new Random(seed));
        for (RandomPlaces.Drawn drawn : places.draw(FENCES)) {
            Region region = Region.of(drawn.shape());
            for (int i = 0; i < POSITIONS; i++) {
                Position position = places.positionNearOneOf(List.of(drawn));
                if (!drawn.isDoubtful(position, DOUBTFUL_METERS)) {
                    assertThat(region.contains(position))
                            .as("%s in %s", position, drawn.shape())
                            .isEqualTo(drawn.contains(position));
                }
            }
        }
    }

    @Property(tries = 100)
    void theDistanceIsTheLeastOverPointsOfTheBorder(@ForAll long seed) {
        RandomPlaces places = new RandomPlaces(new Random(seed));
        RandomPlaces.Drawn drawn = places.drawTown();
        Position position = places.positionNearOneOf(List.of(drawn));
        Region region = Region.of(drawn.shape());

        double distance = region.distanceMeters(position);

        if (region.contains(position)) {
            assertThat(distance).isZero();
        } else {
            double sampled = drawn.leastDistanceToBorderSamples(position);
            assertThat(distance).isBetween(sampled * 0.99 - 1, sampled * 1.01 + 1);
        }
    }

    @Property(tries = 100)
    void everyCornerIsInside(@ForAll long seed) {
        RandomPlaces.Drawn drawn = new RandomPlaces(new Random(seed)).drawTown();
        FenceIndex index = FenceIndex.of(List.of(fence("town", drawn.shape())));

        for (Shape.Polygon polygon : ((Shape.Area) drawn.shape()).polygons()) {
            for (Shape.Point corner : polygon.outer().points()) {
                assertThat(index.containing(at(corner.longitude(), corner.latitude())))
                        .as("%s", corner)
                        .hasSize(1);
            }
        }
    }
}
