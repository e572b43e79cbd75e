package dev.anlass.engine.place;

import org.jspecify.annotations.Nullable;

/**
 * A point on the earth, in degrees (WGS 84).
 *
 * @param accuracyMeters radius of uncertainty, or null if unknown
 */
public record Position(
        double latitude, double longitude, @Nullable Double accuracyMeters) {}
