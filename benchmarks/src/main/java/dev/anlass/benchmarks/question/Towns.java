package dev.anlass.benchmarks.question;

import dev.anlass.engine.event.Fields;
import dev.anlass.engine.place.Fence;
import dev.anlass.engine.place.Position;
import dev.anlass.engine.place.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * 2,000 towns between Lisbon and Helsinki, each with 50 shops (circles of 100 m) and 5 districts (polygons of 8 to 32
 * corners, 0.2 to 2.7 km), and places of people: in a town, half of them near a shop, or far out at sea.
 */
final class Towns {

    private static final int TOWNS = 2_000;
    private static final int SHOPS_IN_TOWN = 50;
    private static final int DISTRICTS_IN_TOWN = 5;
    private static final double SHOP_METERS = 100;
    private static final double TOWN_METERS = 3_000;
    private static final double NEAR_METERS = 150;
    private static final double DEGREE_METERS = 111_195;
    private static final double ACCURACY_METERS = 12;

    private final SplittableRandom random = new SplittableRandom(Seed.OF_ALL);
    private final List<Spot> centres = new ArrayList<>();
    private final List<Spot> shops = new ArrayList<>();

    /** A point in degrees. */
    record Spot(double latitude, double longitude) {

        Spot moved(double northMeters, double eastMeters) {
            double narrowing = Math.cos(Math.toRadians(latitude));
            return new Spot(
                    latitude + northMeters / DEGREE_METERS, longitude + eastMeters / (DEGREE_METERS * narrowing));
        }

        Position asPosition() {
            return new Position(latitude, longitude, ACCURACY_METERS);
        }
    }

    Towns() {
        for (int town = 0; town < TOWNS; town++) {
            Spot centre = new Spot(random.nextDouble(38, 60), random.nextDouble(-9, 25));
            centres.add(centre);
            for (int shop = 0; shop < SHOPS_IN_TOWN; shop++) {
                shops.add(around(centre, TOWN_METERS));
            }
        }
    }

    /** 100,000 circles. */
    List<Fence> shops() {
        List<Fence> fences = new ArrayList<>();
        for (Spot shop : shops) {
            fences.add(
                    fence("shop-" + fences.size(), new Shape.Circle(shop.latitude(), shop.longitude(), SHOP_METERS)));
        }
        return fences;
    }

    /** 10,000 polygons. */
    List<Fence> districts() {
        List<Fence> fences = new ArrayList<>();
        for (Spot centre : centres) {
            for (int district = 0; district < DISTRICTS_IN_TOWN; district++) {
                fences.add(fence("district-" + fences.size(), district(around(centre, TOWN_METERS))));
            }
        }
        return fences;
    }

    Spot inTown() {
        return random.nextBoolean()
                ? around(shops.get(random.nextInt(shops.size())), NEAR_METERS)
                : around(centres.get(random.nextInt(centres.size())), TOWN_METERS);
    }

    /** In the southern ocean. */
    Spot atSea() {
        return new Spot(random.nextDouble(-60, -50), random.nextDouble(-180, 180));
    }

    private Spot around(Spot centre, double meters) {
        double distance = meters * Math.sqrt(random.nextDouble());
        double angle = random.nextDouble(2 * Math.PI);
        return centre.moved(distance * Math.cos(angle), distance * Math.sin(angle));
    }

    private Shape district(Spot middle) {
        int corners = random.nextInt(8, 33);
        double meters = random.nextDouble(200, 2_700) / 2;
        List<Shape.Point> ring = new ArrayList<>();
        for (int corner = 0; corner < corners; corner++) {
            double angle = 2 * Math.PI * corner / corners;
            double distance = meters * random.nextDouble(0.6, 1);
            Spot spot = middle.moved(distance * Math.sin(angle), distance * Math.cos(angle));
            ring.add(new Shape.Point(spot.longitude(), spot.latitude()));
        }
        return new Shape.Area(List.of(new Shape.Polygon(new Shape.Ring(ring), List.of())));
    }

    private static Fence fence(String id, Shape shape) {
        return new Fence(
                id,
                shape,
                Fence.DEFAULT_HYSTERESIS_METERS,
                Fence.DEFAULT_MAX_ACCURACY_METERS,
                Fence.DEFAULT_DWELL_MILLIS,
                Fields.of(Map.of("kind", "shop", "name", id)));
    }
}
