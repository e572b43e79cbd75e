package dev.anlass.engine.rulefile;

import dev.anlass.engine.event.Catalogue;
import dev.anlass.engine.event.EventType;
import dev.anlass.engine.event.FieldType;
import dev.anlass.engine.event.FieldType.Scalar;
import dev.anlass.engine.expression.Origin;
import dev.anlass.engine.place.Fence;
import dev.anlass.engine.rule.Metric;
import dev.anlass.engine.rule.Segment;
import dev.anlass.engine.rule.Step;
import dev.anlass.engine.rule.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long the values can be that an action reads.
 *
 * <p>Constants, segments and what fences say are known with their values, everything else by its type in the catalogue.
 */
final class ReadValues {

    private static final String FENCE = "fence";
    private static final String FENCE_ID = "fence_id";

    private final Vocabulary vocabulary;
    private final Catalogue catalogue;
    private final Trigger trigger;

    ReadValues(Reading reading, Trigger trigger) {
        this.vocabulary = reading.vocabulary();
        this.catalogue = reading.environments().catalogue();
        this.trigger = trigger;
    }

    /** Nothing, if the field stands in a broken part of the rules. */
    JsonLength longest(Origin.Field field, Measure measure) {
        List<String> path = field.path();
        List<Object> values = values(path);
        if (values != null) {
            return JsonLength.ofBytes(
                    values.stream().mapToLong(measure::of).max().orElse(0));
        }
        FieldType type = below(rootType(path), path.subList(1, path.size()));
        return type == null ? JsonLength.NONE : measure.of(type, field.toString());
    }

    /** What the values can be; null if only their type is known. */
    private @Nullable List<Object> values(List<String> path) {
        if (path.size() < 2) {
            return null;
        }
        List<String> rest = path.subList(2, path.size());
        return switch (path.get(0)) {
            case Environments.CONSTANT -> {
                Vocabulary.Constant constant = vocabulary.constants.get(path.get(1));
                yield constant == null ? null : below(List.of(constant.value()), rest);
            }
            case Environments.SEGMENT -> segment(vocabulary.segments.get(path.get(1)));
            default -> isFenceStep(path.get(0)) ? ofFences(path.get(1), rest) : null;
        };
    }

    private static @Nullable List<Object> segment(@Nullable Segment segment) {
        if (segment == null) {
            return null;
        }
        List<Object> names = new ArrayList<>(List.of(segment.otherwise()));
        segment.types().forEach(type -> names.add(type.name()));
        return names;
    }

    private @Nullable List<Object> ofFences(String field, List<String> rest) {
        List<Fence> fences = vocabulary.fences;
        return switch (field) {
            case FENCE ->
                below(List.copyOf(fences.stream().map(Fence::properties).toList()), rest);
            case FENCE_ID -> List.copyOf(fences.stream().map(Fence::id).toList());
            default -> null;
        };
    }

    private static List<Object> below(List<Object> values, List<String> path) {
        List<Object> below = values;
        for (String name : path) {
            below = below.stream()
                    .flatMap(value -> below(value, name))
                    .filter(Objects::nonNull)
                    .toList();
        }
        return below;
    }

    private static Stream<Object> below(Object value, String name) {
        boolean isElement = name.equals(Origin.ELEMENT);
        if (value instanceof Map<?, ?> map) {
            return isElement ? map.values().stream().map(Object.class::cast) : Stream.ofNullable(map.get(name));
        }
        return value instanceof List<?> list && isElement ? list.stream().map(Object.class::cast) : Stream.empty();
    }

    private @Nullable FieldType rootType(List<String> path) {
        return switch (path.get(0)) {
            case Environments.ALTERNATIVES -> Scalar.INT;
            case Environments.CUSTOMER -> customer();
            case Environments.METRIC -> path.size() < 2 ? null : metrics(path.get(1));
            default -> event(path.get(0));
        };
    }

    private FieldType customer() {
        Map<String, FieldType> fields = new TreeMap<>();
        catalogue.attributes().forEach((name, attribute) -> fields.put(name, attribute.type()));
        fields.put(Environments.AGE, Scalar.INT);
        return new FieldType.RecordOf(fields);
    }

    private @Nullable FieldType metrics(String name) {
        Metric metric = vocabulary.metrics.get(name);
        return metric == null ? null : new FieldType.RecordOf(Map.of(name, type(metric)));
    }

    /** A whole number is no longer than a double. */
    private static FieldType type(Metric metric) {
        return switch (metric.aggregate()) {
            case SUM, COUNT, DISTINCT -> Scalar.DOUBLE;
            case MAX, MIN, LAST ->
                metric.value() == null ? Scalar.DOUBLE : metric.value().type();
        };
    }

    private @Nullable FieldType event(String step) {
        EventType type = catalogue.type(eventOf(step));
        if (type == null) {
            return null;
        }
        Map<String, FieldType> fields = new TreeMap<>(type.fields().fields());
        fields.put(Environments.TIME, Scalar.TIMESTAMP);
        return new FieldType.RecordOf(fields);
    }

    private boolean isFenceStep(String root) {
        return EventType.isAboutFence(eventOf(root));
    }

    private String eventOf(String step) {
        return trigger.steps().stream()
                .filter(one -> one.name().equals(step))
                .map(Step::event)
                .findFirst()
                .orElse("");
    }

    private static @Nullable FieldType below(@Nullable FieldType type, List<String> path) {
        FieldType below = type;
        for (String name : path) {
            below = below == null ? null : below(below, name);
        }
        return below;
    }

    private static @Nullable FieldType below(FieldType type, String name) {
        if (type instanceof FieldType.Bounded list) {
            return below(list.type(), name);
        }
        if (type instanceof FieldType.ListOf list) {
            return name.equals(Origin.ELEMENT) ? list.element() : null;
        }
        return type instanceof FieldType.RecordOf record ? record.fields().get(name) : new FieldType.Any();
    }
}
