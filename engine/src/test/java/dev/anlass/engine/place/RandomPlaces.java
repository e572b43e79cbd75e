package dev.anlass.engine.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Draws circles and star-shaped areas of all sizes all over the earth, often at the poles and the date line, together
 * with an obvious way to tell what they contain.
 */
final class RandomPlaces {

    private static final int SAMPLES_PER_EDGE = 400;

    /** A shape and an obvious test of it. */
    sealed interface Drawn {
        Shape shape();

        double centreLongitude();

        double centreLatitude();

        /** About how far it reaches. */
        double degrees();

        boolean contains(Position position);

        boolean isDoubtful(Position position, double meters);

        double leastDistanceToBorderSamples(Position position);
    }

    record Disc(double centreLongitude, double centreLatitude, double radiusMeters) implements Drawn {

        @Override
        public Shape shape() {
            return new Shape.Circle(centreLatitude, centreLongitude, radiusMeters);
        }

        @Override
        public double degrees() {
            return radiusMeters / Places.METERS_OF_A_DEGREE;
        }

        @Override
        public boolean contains(Position position) {
            return toCentre(position) <= radiusMeters;
        }

        @Override
        public boolean isDoubtful(Position position, double meters) {
            return Math.abs(toCentre(position) - radiusMeters) < meters;
        }

        @Override
        public double leastDistanceToBorderSamples(Position position) {
            return Math.abs(toCentre(position) - radiusMeters);
        }

        /** By the angle between vectors, from its tangent. */
        private double toCentre(Position position) {
            double[] a = vector(centreLongitude, centreLatitude);
            double[] b = vector(position.longitude(), position.latitude());
            double dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
            double cross = Math.hypot(
                    Math.hypot(a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2]), a[0] * b[1] - a[1] * b[0]);
            return Math.atan2(cross, dot) * 6_371_008.8;
        }

        private static double[] vector(double longitude, double latitude) {
            double x = Math.toRadians(longitude);
            double y = Math.toRadians(latitude);
            return new double[] {Math.cos(y) * Math.cos(x), Math.cos(y) * Math.sin(x), Math.sin(y)};
        }
    }

    /**
     * A star, perhaps with a smaller one cut out and an island in the hole.
     *
     * @param rings in degrees from the centre: outer, hole, island
     */
    record Star(double centreLongitude, double centreLatitude, double degrees, List<double[][]> rings)
            implements Drawn {

        @Override
        public Shape shape() {
            List<Shape.Ring> outlines = rings.stream().map(this::outline).toList();
            List<Shape.Polygon> polygons = new ArrayList<>();
            polygons.add(new Shape.Polygon(outlines.get(0), outlines.size() > 1 ? outlines.subList(1, 2) : List.of()));
            if (outlines.size() > 2) {
                polygons.add(new Shape.Polygon(outlines.get(2), List.of()));
            }
            return new Shape.Area(polygons);
        }

        private Shape.Ring outline(double[][] ring) {
            List<Shape.Point> points = new ArrayList<>();
            for (double[] corner : ring) {
                points.add(new Shape.Point(wrapped(centreLongitude + corner[0]), centreLatitude + corner[1]));
            }
            return new Shape.Ring(points);
        }

        @Override
        public boolean contains(Position position) {
            double x = wrapped(position.longitude() - centreLongitude);
            double y = position.latitude() - centreLatitude;
            boolean onLand = isWithin(0, x, y) && !isWithin(1, x, y);
            return onLand || isWithin(2, x, y);
        }

        private boolean isWithin(int ring, double x, double y) {
            return ring < rings.size() && isWithin(rings.get(ring), x, y);
        }

        private static boolean isWithin(double[][] ring, double x, double y) {
            boolean inside = false;
            for (int i = 0, j = ring.length - 1; i < ring.length; j = i++) {
                double[] a = ring[i];
                double[] b = ring[j];
                if (a[1] > y != b[1] > y && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]) {
                    inside = !inside;
                }
            }
            return inside;
        }

        @Override
        public boolean isDoubtful(Position position, double meters) {
            double x = wrapped(position.longitude() - centreLongitude);
            double y = position.latitude() - centreLatitude;
            double tolerance = meters / Places.METERS_OF_A_DEGREE;
            boolean atPole = Math.abs(position.latitude()) == 90;
            return atPole || rings.stream().anyMatch(ring -> isNear(ring, x, y, tolerance));
        }

        private static boolean isNear(double[][] ring, double x, double y, double tolerance) {
            for (int i = 0, j = ring.length - 1; i < ring.length; j = i++) {
                double alongX = ring[i][0] - ring[j][0];
                double alongY = ring[i][1] - ring[j][1];
                double square = alongX * alongX + alongY * alongY;
                double share = square == 0 ? 0 : ((x - ring[j][0]) * alongX + (y - ring[j][1]) * alongY) / square;
                double clamped = Math.max(0, Math.min(1, share));
                if (Math.hypot(ring[j][0] + clamped * alongX - x, ring[j][1] + clamped * alongY - y) < tolerance) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public double leastDistanceToBorderSamples(Position position) {
            double least = Double.POSITIVE_INFINITY;
            for (double[][] ring : rings) {
                for (int i = 0, j = ring.length - 1; i < ring.length; j = i++) {
                    for (int sample = 0; sample <= SAMPLES_PER_EDGE; sample++) {
                        double share = (double) sample / SAMPLES_PER_EDGE;
                        double x = centreLongitude + ring[j][0] + share * (ring[i][0] - ring[j][0]);
                        double y = centreLatitude + ring[j][1] + share * (ring[i][1] - ring[j][1]);
                        least = Math.min(least, Sphere.distanceMeters(position.latitude(), position.longitude(), y, x));
                    }
                }
            }
            return least;
        }
    }

    private final Random random;

    RandomPlaces(Random random) {
        this.random = random;
    }

    List<Drawn> draw(int count) {
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drawn.add(random.nextBoolean() ? drawDisc() : drawStar(centreLatitude(), scale(1e-3, 40)));
        }
        return drawn;
    }

    /** An area of town size, away from the poles. */
    Drawn drawTown() {
        return drawStar(random.nextDouble(-75, 75), scale(1e-3, 0.1));
    }

    Position positionNearOneOf(List<Drawn> drawn) {
        if (random.nextInt(10) == 0) {
            return new Position(centreLatitude(), centreLongitude(), null);
        }
        Drawn near = drawn.get(random.nextInt(drawn.size()));
        double latitude = near.centreLatitude() + random.nextDouble(-1.3, 1.3) * near.degrees();
        double stretch = near instanceof Disc ? 1 / Math.max(0.01, Math.cos(Math.toRadians(latitude))) : 1;
        double longitude = near.centreLongitude() + random.nextDouble(-1.3, 1.3) * near.degrees() * stretch;
        return new Position(clamped(latitude), wrapped(longitude), null);
    }

    Position position() {
        return new Position(centreLatitude(), centreLongitude(), null);
    }

    /** At any distance between centimetres and half the earth. */
    Position positionAround(Position centre) {
        double degrees = scale(1e-7, 180);
        double latitude = clamped(centre.latitude() + random.nextDouble(-degrees, degrees));
        return new Position(latitude, wrapped(centre.longitude() + random.nextDouble(-degrees, degrees)), null);
    }

    private Disc drawDisc() {
        return new Disc(centreLongitude(), centreLatitude(), scale(10, 1.5e7));
    }

    private Star drawStar(double latitude, double degrees) {
        List<double[][]> rings = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            rings.add(ring(latitude, degrees * Math.pow(0.4, i)));
        }
        return new Star(centreLongitude(), latitude, degrees, rings);
    }

    /** Corners between half the reach and the whole reach from the centre, cut off at the poles. */
    private double[][] ring(double latitude, double reach) {
        int corners = 3 + random.nextInt(random.nextInt(8) == 0 ? 300 : 12);
        double[][] ring = new double[corners][];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * (i + random.nextDouble() / 2) / corners;
            double radius = reach * random.nextDouble(0.5, 1);
            double y = clamped(latitude + radius * Math.sin(angle)) - latitude;
            ring[i] = new double[] {radius * Math.cos(angle), y};
        }
        return ring;
    }

    private double centreLongitude() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextBoolean() ? 180 : -180;
            case 1 -> wrapped(180 + random.nextDouble(-1, 1));
            default -> random.nextDouble(-180, 180);
        };
    }

    private double centreLatitude() {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextBoolean() ? 90 : -90;
            case 1 -> random.nextDouble(88, 90);
            case 2 -> random.nextDouble(-90, -88);
            default -> random.nextDouble(-80, 80);
        };
    }

    /** Small values are as likely as large ones. */
    private double scale(double least, double most) {
        return least * Math.pow(most / least, random.nextDouble());
    }

    private static double clamped(double latitude) {
        return Math.max(-90, Math.min(90, latitude));
    }

    private static double wrapped(double longitude) {
        return Math.IEEEremainder(longitude, 360);
    }
}
