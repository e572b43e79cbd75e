package dev.anlass.benchmarks.mix;

/** Where the shops are: on a grid a kilometre wide, each with a circle of 80 m around it. */
final class Shops {

    static final int RADIUS_METERS = 80;

    /** Shops belong to one of so many chains. */
    static final int CHAINS = 50;

    private static final double SOUTH = 46.0;
    private static final double WEST = 6.0;
    private static final double DEGREES_NORTH = 0.01;
    private static final double DEGREES_EAST = 0.014;

    private final int count;
    private final int columns;

    Shops(int count) {
        this.count = count;
        this.columns = (int) Math.ceil(Math.sqrt(count));
    }

    int count() {
        return count;
    }

    double latitude(int shop) {
        int row = shop / columns;
        return SOUTH + row * DEGREES_NORTH;
    }

    double longitude(int shop) {
        return WEST + shop % columns * DEGREES_EAST;
    }

    /** In the middle between four shops nobody is near any of them. */
    static final double NOWHERE_NEAR = 0.5;

    /** The latitude of a place that is off the shop by a part of the way to the next one. */
    double latitude(int shop, double part) {
        return latitude(shop) + part * DEGREES_NORTH;
    }

    double longitude(int shop, double part) {
        return longitude(shop) + part * DEGREES_EAST;
    }

    /** All of them as GeoJSON. */
    String geojson() {
        StringBuilder json = new StringBuilder("{\"type\": \"FeatureCollection\", \"features\": [\n");
        for (int shop = 0; shop < count; shop++) {
            json.append(shop == 0 ? "" : ",\n").append(feature(shop));
        }
        return json.append("\n]}\n").toString();
    }

    private String feature(int shop) {
        return "{\"type\":\"Feature\",\"id\":\"shop-" + shop + "\",\"geometry\":{\"type\":\"Point\",\"coordinates\":["
                + Decimals.of(longitude(shop), 6) + "," + Decimals.of(latitude(shop), 6)
                + "]},\"properties\":{\"kind\":\"shop\",\"name\":\"Shop " + shop + "\",\"chain\":\"chain-"
                + shop % CHAINS
                + "\",\"radius_m\":" + RADIUS_METERS + "}}";
    }
}
