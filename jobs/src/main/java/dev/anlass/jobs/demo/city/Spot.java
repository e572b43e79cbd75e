package dev.anlass.jobs.demo.city;

/** A point of the city, in metres east and north of its centre. */
record Spot(double east, double north) {

    double distanceMeters(Spot other) {
        return Math.sqrt(square(other.east - east) + square(other.north - north));
    }

    Spot moved(double eastMeters, double northMeters) {
        return new Spot(east + eastMeters, north + northMeters);
    }

    /** The point so far on the straight way to another: 0 is here, 1 is there. */
    Spot towards(Spot other, double share) {
        return new Spot(east + (other.east - east) * share, north + (other.north - north) * share);
    }

    private static double square(double value) {
        return value * value;
    }
}
