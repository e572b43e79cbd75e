package dev.anlass.engine.match;

import dev.anlass.engine.customer.Attributes;
import dev.anlass.engine.customer.CustomerView;
import dev.anlass.engine.customer.Metrics;
import dev.anlass.engine.customer.Segments;
import dev.anlass.engine.customer.Zones;
import dev.anlass.engine.event.Fields;
import dev.anlass.engine.expression.Scope;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Metric;
import dev.anlass.engine.rule.Segment;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What conditions see while events are applied: the event, the bound steps, and the facts so far. */
final class FactScope implements Scope {

    private final Bundle bundle;
    private final Attributes attributes;
    private final Metrics metrics;
    private final Segments segments;
    private final long time;
    private final @Nullable Fields event;
    private final List<String> steps;
    private final List<Bound> bound;
    private final int alternatives;

    /** Made when it is read first: many conditions see the same customer. */
    private @Nullable CustomerView customer;

    private FactScope(
            Bundle bundle,
            Attributes attributes,
            Metrics metrics,
            Segments segments,
            long time,
            @Nullable Fields event,
            List<String> steps,
            List<Bound> bound,
            int alternatives) {
        this.bundle = bundle;
        this.attributes = attributes;
        this.metrics = metrics;
        this.segments = segments;
        this.time = time;
        this.event = event;
        this.steps = steps;
        this.bound = bound;
        this.alternatives = alternatives;
    }

    /** The facts alone, at a time. */
    static FactScope of(Bundle bundle, Attributes attributes, Metrics metrics, Segments segments, long time) {
        return new FactScope(bundle, attributes, metrics, segments, time, null, List.of(), List.of(), 0);
    }

    FactScope withEvent(Fields fields) {
        return new FactScope(bundle, attributes, metrics, segments, time, fields, steps, bound, alternatives);
    }

    /** With events bound to the first steps of a trigger. */
    FactScope withBound(TriggerPlan plan, List<Bound> events) {
        return new FactScope(
                bundle, attributes, metrics, segments, time, event, plan.stepNames(), events, alternatives);
    }

    FactScope withAlternatives(int others) {
        return new FactScope(bundle, attributes, metrics, segments, time, event, steps, bound, others);
    }

    @Override
    public long time() {
        return time;
    }

    @Override
    public @Nullable Object read(String root) {
        int step = steps.indexOf(root);
        if (step >= 0) {
            return step < bound.size() ? bound.get(step).fields() : null;
        }
        return switch (root) {
            case "event" -> event;
            case "customer" -> customer();
            case "const" -> bundle.constants();
            case "metric" -> new MetricView();
            case "segment" -> new SegmentView();
            case "alternatives" -> (long) alternatives;
            default -> null;
        };
    }

    private CustomerView customer() {
        if (customer == null) {
            customer = new CustomerView(attributes, Zones.of(attributes, bundle.constants()), time);
        }
        return customer;
    }

    /** Metrics by name, computed when read. */
    private final class MetricView extends AbstractMap<String, Object> {
        @Override
        public @Nullable Object get(@Nullable Object name) {
            Metric metric = bundle.metrics().get(String.valueOf(name));
            return metric == null ? null : metrics.value(metric, time);
        }

        @Override
        public boolean containsKey(@Nullable Object name) {
            return get(name) != null;
        }

        @Override
        public Set<Map.Entry<String, Object>> entrySet() {
            return Views.entries(bundle.metrics().keySet(), this::get);
        }
    }

    /** Segments by name. */
    private final class SegmentView extends AbstractMap<String, Object> {
        @Override
        public @Nullable Object get(@Nullable Object name) {
            Segment segment = bundle.segments().get(String.valueOf(name));
            return segment == null ? null : segments.type(segment);
        }

        @Override
        public boolean containsKey(@Nullable Object name) {
            return get(name) != null;
        }

        @Override
        public Set<Map.Entry<String, Object>> entrySet() {
            return Views.entries(bundle.segments().keySet(), this::get);
        }
    }
}
