package dev.anlass.engine.rulefile;

import dev.anlass.engine.event.Catalogue;
import dev.anlass.engine.event.EventType;
import dev.anlass.engine.event.FieldType;
import dev.anlass.engine.event.FieldType.RecordOf;
import dev.anlass.engine.event.FieldType.Scalar;
import dev.anlass.engine.rule.Metric;
import dev.anlass.engine.rule.Metric.Aggregate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The names that expressions see, by where they stand, with their types.
 *
 * <p>Made from what the vocabulary knows at the time. What is broken or may be in a broken file has the type any, which
 * fits everywhere.
 */
final class Environments {

    static final String EVENT = "event";
    static final String CUSTOMER = "customer";
    static final String METRIC = "metric";
    static final String SEGMENT = "segment";
    static final String CONSTANT = "const";
    static final String ALTERNATIVES = "alternatives";
    static final String ACTION = "action";
    static final String TIME = "time";
    static final String AGE = "age";
    static final String BIRTHDATE = "birthdate";

    /** What a step cannot be called: names and words of expressions. */
    private static final Set<String> TAKEN = Set.of(
            EVENT, CUSTOMER, METRIC, SEGMENT, CONSTANT, ALTERNATIVES, ACTION, "in", "true", "false", "null", "has");

    private static final FieldType ANY = new FieldType.Any();

    private final Vocabulary vocabulary;
    private final Catalogue catalogue;
    private final Map<String, FieldType> facts = new TreeMap<>();
    private final Map<String, FieldType> known = new TreeMap<>();
    private final Map<String, FieldType> events = new HashMap<>();

    Environments(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.catalogue = vocabulary.catalogue();
        facts.put(CUSTOMER, customer());
        facts.put(CONSTANT, recordOf(vocabulary.constants, Vocabulary.Constant::type));
        known.putAll(facts);
        known.put(METRIC, recordOf(vocabulary.metrics, Environments::metric));
        known.put(SEGMENT, recordOf(vocabulary.segments, segment -> Scalar.STRING));
    }

    static boolean isTaken(String name) {
        return TAKEN.contains(name);
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /** In a metric: the event, the customer, the constants. */
    Map<String, FieldType> ofMetric(String eventType) {
        return with(facts, EVENT, event(eventType));
    }

    /** In the score of a segment: metrics, the customer, the constants. */
    Map<String, FieldType> ofSegment() {
        return with(facts, METRIC, known.getOrDefault(METRIC, ANY));
    }

    /** In a schedule: the customer, metrics, segments, the constants. */
    Map<String, FieldType> ofSchedule() {
        return known;
    }

    /** In a key: the event, the customer, the constants. */
    Map<String, FieldType> ofKey(String eventType) {
        return with(facts, EVENT, event(eventType));
    }

    /** In a step, {@code unless} or {@code until}: the event, the bound steps and what is known of the customer. */
    Map<String, FieldType> ofEvent(String eventType, Map<String, FieldType> steps) {
        return with(ofMatch(steps), EVENT, event(eventType));
    }

    /** Once a trigger is complete: its steps and what is known of the customer. */
    Map<String, FieldType> ofMatch(Map<String, FieldType> steps) {
        Map<String, FieldType> names = new TreeMap<>(known);
        names.putAll(steps);
        return names;
    }

    /** In an action: its steps, what is known of the customer, and how many other chains completed. */
    Map<String, FieldType> ofAction(Map<String, FieldType> steps) {
        return with(ofMatch(steps), ALTERNATIVES, Scalar.INT);
    }

    /** In a policy: the action and what is known of the customer. */
    Map<String, FieldType> ofPolicy(FieldType action) {
        return with(known, ACTION, action);
    }

    /** The fields of an event type, and its time. */
    FieldType event(String eventType) {
        return events.computeIfAbsent(eventType, this::eventRead);
    }

    private FieldType eventRead(String eventType) {
        EventType type = catalogue.type(eventType);
        boolean isBroken = vocabulary.events.knows(eventType) && vocabulary.events.get(eventType) == null;
        if (type == null || (isBroken && !vocabulary.events.isUnreadable())) {
            return ANY;
        }
        if (vocabulary.hasBrokenFences() && EventType.isAboutFence(eventType)) {
            return ANY;
        }
        Map<String, FieldType> fields = new TreeMap<>(type.fields().fields());
        fields.put(TIME, Scalar.TIMESTAMP);
        return new RecordOf(fields).unbounded();
    }

    /** Whether events of the type exist or may be declared in a file that is broken. */
    boolean knowsEvent(String eventType) {
        return vocabulary.events.knows(eventType) || catalogue.type(eventType) != null;
    }

    private FieldType customer() {
        if (vocabulary.attributes.isUnreadable()) {
            return ANY;
        }
        Map<String, FieldType> fields = new TreeMap<>();
        vocabulary.attributes.names().forEach(name -> fields.put(name, ANY));
        catalogue
                .attributes()
                .forEach((name, attribute) -> fields.put(name, attribute.type().unbounded()));
        if (fields.get(BIRTHDATE) == Scalar.DATE) {
            fields.put(AGE, Scalar.INT);
        }
        return new RecordOf(fields);
    }

    /** A whole number is any: scores multiply counts by doubles, conditions compare them with ints. */
    private static FieldType metric(Metric metric) {
        boolean isCount = metric.aggregate() == Aggregate.COUNT || metric.aggregate() == Aggregate.DISTINCT;
        FieldType type =
                isCount || metric.value() == null ? ANY : metric.value().type();
        return type == Scalar.INT ? ANY : type;
    }

    private static <T> FieldType recordOf(Declared<T> declared, Function<T, FieldType> typeOf) {
        if (declared.isUnreadable()) {
            return ANY;
        }
        Map<String, FieldType> fields = new TreeMap<>();
        for (String name : declared.names()) {
            T meaning = declared.get(name);
            fields.put(name, meaning == null ? ANY : typeOf.apply(meaning));
        }
        return new RecordOf(fields);
    }

    private static Map<String, FieldType> with(Map<String, FieldType> names, String name, FieldType type) {
        Map<String, FieldType> more = new TreeMap<>(names);
        more.put(name, type);
        return more;
    }
}
