package dev.anlass.engine.event;

import static dev.anlass.engine.event.FieldType.Scalar.DOUBLE;
import static dev.anlass.engine.event.FieldType.Scalar.STRING;
import static dev.anlass.engine.event.FieldType.Scalar.TIMESTAMP;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The event types and customer attributes that rules may read, each with its data category.
 *
 * <p>The types with a fixed meaning are always there.
 */
public record Catalogue(Map<String, EventType> types, Map<String, Attribute> attributes) {

    /** A customer attribute as declared. */
    public record Attribute(String name, FieldType type, String category) {}

    /** The feedback that apps and channels send about an action. */
    public static final List<String> FEEDBACK = List.of(
            "action.delivered",
            "action.failed",
            "action.opened",
            "action.dismissed",
            "action.accepted",
            "action.rejected",
            "action.converted");

    /** Attributes that every customer may have, undeclared too: they choose time zone and language. */
    public static final List<Attribute> FIXED_ATTRIBUTES = List.of(
            new Attribute("zone", STRING, "profile"),
            new Attribute("language", STRING, "profile"),
            new Attribute("market", STRING, "profile"));

    public Catalogue {
        types = Collections.unmodifiableMap(new TreeMap<>(types));
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /**
     * The declared types and those with a fixed meaning. A declaration may add fields to a fixed type, never change one.
     *
     * @param fenceProperties types of the properties that the fences of the rule set carry
     */
    public static Catalogue of(
            Map<String, EventType> declared,
            Map<String, Attribute> declaredAttributes,
            FieldType.RecordOf fenceProperties) {
        Map<String, Attribute> attributes = new HashMap<>(declaredAttributes);
        FIXED_ATTRIBUTES.forEach(fixed -> attributes.putIfAbsent(fixed.name(), fixed));
        Map<String, EventType> types = new HashMap<>(declared);
        for (EventType fixed : fixedTypes(fenceProperties, attributes)) {
            types.merge(fixed.name(), fixed, (theirs, ours) -> extended(ours, theirs));
        }
        return new Catalogue(types, attributes);
    }

    /** The types with a fixed meaning. */
    public static List<EventType> fixedTypes(FieldType.RecordOf fenceProperties, Map<String, Attribute> attributes) {
        List<EventType> all = new java.util.ArrayList<>();
        all.add(new EventType(
                EventType.LOCATION_REPORTED,
                EventType.LOCATION,
                new FieldType.RecordOf(Map.of("lat", DOUBLE, "lon", DOUBLE, "accuracy", DOUBLE))));
        FieldType.RecordOf fence = new FieldType.RecordOf(Map.of("fence_id", STRING, "fence", fenceProperties));
        for (String type : List.of(EventType.FENCE_ENTERED, EventType.FENCE_EXITED, EventType.FENCE_DWELLED)) {
            all.add(new EventType(type, EventType.LOCATION, fence));
        }
        FieldType strings = new FieldType.ListOf(STRING);
        all.add(new EventType(
                EventType.CONSENT_CHANGED,
                "profile",
                new FieldType.RecordOf(Map.of(
                        "record_id", STRING,
                        "purpose", STRING,
                        "status", STRING,
                        "channels", strings,
                        "data", strings,
                        "notice", STRING,
                        "expires_at", TIMESTAMP))));
        Map<String, FieldType> updated = new HashMap<>();
        attributes.forEach((name, attribute) -> updated.put(name, attribute.type()));
        all.add(new EventType(EventType.CUSTOMER_UPDATED, "profile", new FieldType.RecordOf(updated)));
        FieldType.RecordOf none = new FieldType.RecordOf(Map.of());
        all.add(new EventType(EventType.CUSTOMER_ERASED, "profile", none));
        all.add(new EventType(EventType.TICK, "none", none));
        FieldType.RecordOf feedback = new FieldType.RecordOf(Map.of("action_id", STRING));
        for (String type : FEEDBACK) {
            all.add(new EventType(type, EventType.BEHAVIOUR, feedback));
        }
        return all;
    }

    public @Nullable EventType type(String name) {
        return types.get(name);
    }

    private static EventType extended(EventType ours, EventType theirs) {
        Map<String, FieldType> fields = new HashMap<>(theirs.fields().fields());
        fields.putAll(ours.fields().fields());
        return new EventType(ours.name(), ours.category(), new FieldType.RecordOf(fields));
    }
}
