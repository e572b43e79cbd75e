package dev.anlass.engine.rulefile;

import dev.anlass.engine.event.FieldType;
import dev.anlass.engine.place.Fence;
import dev.anlass.engine.rulefile.JsonValue.Members;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a GeoJSON feature says about its fence.
 *
 * <p>A property that is null is missing; lists and objects cannot be read by conditions and are left out with a warning.
 *
 * @param radiusMeters null if not said
 * @param values what conditions may read: text, numbers (as doubles) and booleans
 */
record FenceProperties(
        JsonValue.@Nullable Numeral radiusMeters,
        double hysteresisMeters,
        double maxAccuracyMeters,
        long dwellMillis,
        Map<String, Object> values,
        Map<String, FieldType> types) {

    private static final String RADIUS = "radius_m";
    private static final String HYSTERESIS = "hysteresis_m";
    private static final String MAX_ACCURACY = "max_accuracy_m";
    private static final String DWELL = "dwell";

    /** The largest distance that means anything: half around the earth. */
    private static final double MAX_METERS = 20_000_000;

    static FenceProperties read(Members properties, Source source, Findings findings) {
        return new Reader(source, findings).read(properties);
    }

    private record Reader(Source source, Findings findings) {

        FenceProperties read(Members properties) {
            Map<String, Object> values = new TreeMap<>();
            Map<String, FieldType> types = new TreeMap<>();
            properties.byName().forEach((name, value) -> property(name, value, values, types));
            Map<String, JsonValue> all = properties.byName();
            JsonValue.Numeral radius = all.containsKey(RADIUS) ? meters(RADIUS, all) : null;
            JsonValue.Numeral hysteresis = all.containsKey(HYSTERESIS) ? meters(HYSTERESIS, all) : null;
            JsonValue.Numeral accuracy = all.containsKey(MAX_ACCURACY) ? meters(MAX_ACCURACY, all) : null;
            return new FenceProperties(
                    radius,
                    hysteresis == null ? Fence.DEFAULT_HYSTERESIS_METERS : hysteresis.value(),
                    accuracy == null ? Fence.DEFAULT_MAX_ACCURACY_METERS : accuracy.value(),
                    dwell(all.get(DWELL)),
                    values,
                    types);
        }

        private void property(String name, JsonValue value, Map<String, Object> values, Map<String, FieldType> types) {
            if (name.equals(RADIUS) || name.equals(HYSTERESIS) || name.equals(MAX_ACCURACY) || name.equals(DWELL)) {
                return;
            }
            if (value instanceof JsonValue.Text text) {
                values.put(name, text.text());
                types.put(name, FieldType.Scalar.STRING);
            } else if (value instanceof JsonValue.Numeral number) {
                values.put(name, number.value());
                types.put(name, FieldType.Scalar.DOUBLE);
            } else if (value instanceof JsonValue.Bool bool) {
                values.put(name, bool.value());
                types.put(name, FieldType.Scalar.BOOL);
            } else if (!(value instanceof JsonValue.Null)) {
                findings.warning(
                        source.at(value.at()),
                        "conditions cannot read the property \"" + name + "\"",
                        "expected: text, a number or a boolean");
            }
        }

        private JsonValue.@Nullable Numeral meters(String name, Map<String, JsonValue> all) {
            JsonValue value = all.get(name);
            if (value instanceof JsonValue.Numeral number && number.value() >= 0 && number.value() <= MAX_METERS) {
                return number;
            }
            if (value != null) {
                findings.error(source.at(value.at()), name + " is a number of meters, 0 to 20,000,000", null);
            }
            return null;
        }

        private long dwell(@Nullable JsonValue value) {
            if (value == null || value instanceof JsonValue.Null) {
                return Fence.DEFAULT_DWELL_MILLIS;
            }
            OptionalLong millis =
                    value instanceof JsonValue.Text text ? Durations.millis(text.text()) : OptionalLong.empty();
            if (millis.isEmpty()) {
                findings.error(source.at(value.at()), "dwell is a duration", "expected: such as \"10m\"");
            }
            return millis.orElse(Fence.DEFAULT_DWELL_MILLIS);
        }
    }
}
