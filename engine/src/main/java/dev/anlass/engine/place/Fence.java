package dev.anlass.engine.place;

import dev.anlass.engine.event.Fields;

/**
 * A place with a border.
 *
 * @param hysteresisMeters leaving needs a position farther out than this
 * @param maxAccuracyMeters a position less accurate than this says nothing about the fence
 * @param dwellMillis a stay this long is a dwell
 * @param properties what conditions read as {@code event.fence.<name>}
 */
public record Fence(
        String id,
        Shape shape,
        double hysteresisMeters,
        double maxAccuracyMeters,
        long dwellMillis,
        Fields properties) {

    public static final double DEFAULT_HYSTERESIS_METERS = 20;
    public static final double DEFAULT_MAX_ACCURACY_METERS = 100;
    public static final long DEFAULT_DWELL_MILLIS = 600_000L;
}
