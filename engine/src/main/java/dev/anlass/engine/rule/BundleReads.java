package dev.anlass.engine.rule;

import dev.anlass.engine.event.EventType;
import dev.anlass.engine.expression.Expression;
import dev.anlass.engine.expression.Reads;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The fields of each event type that the rules of a bundle read; types that no rule reads are absent. */
public final class BundleReads {

    private static final String EVENT = "event";
    private static final String CUSTOMER = "customer";

    private final Map<String, Set<String>> byType = new TreeMap<>();

    private BundleReads() {}

    public static Map<String, Set<String>> of(Bundle bundle) {
        BundleReads reads = new BundleReads();
        bundle.triggers().values().forEach(reads::add);
        for (Metric metric : bundle.metrics().values()) {
            reads.add(metric.event(), metric.where());
            reads.add(metric.event(), metric.value());
        }
        for (Policy policy : bundle.policies().values()) {
            reads.addCustomer(policy.forbid());
            reads.addCustomer(policy.weight());
        }
        bundle.segments().values().forEach(segment -> segment.types().forEach(type -> reads.addCustomer(type.score())));
        reads.addPlaces();
        return reads.byType;
    }

    private void add(Trigger trigger) {
        for (Step step : trigger.steps()) {
            add(step.event(), step.where());
            add(step.event(), step.key());
            fields(step.event()).addAll(trigger.reads().fieldsOf(step.name()));
        }
        trigger.unless().forEach(clause -> add(clause.event(), clause.where()));
        trigger.until().forEach(clause -> add(clause.event(), clause.where()));
        addCustomer(trigger.reads());
    }

    private void add(String type, @Nullable Expression expression) {
        Set<String> fields = fields(type);
        if (expression != null) {
            fields.addAll(expression.reads().fieldsOf(EVENT));
            addCustomer(expression);
        }
    }

    private void addCustomer(@Nullable Expression expression) {
        if (expression != null) {
            addCustomer(expression.reads());
        }
    }

    private void addCustomer(Reads reads) {
        Set<String> attributes = fields(EventType.CUSTOMER_UPDATED);
        attributes.addAll(reads.fieldsOf(CUSTOMER));
        if (attributes.contains("age")) {
            attributes.add("birthdate");
        }
    }

    /** Positions are needed where events that derive from them are. */
    private void addPlaces() {
        if (byType.keySet().stream().anyMatch(EventType::isAboutFence)) {
            fields(EventType.LOCATION_REPORTED);
            fields(EventType.FENCE_ENTERED);
            fields(EventType.FENCE_EXITED);
        }
    }

    private Set<String> fields(String type) {
        return byType.computeIfAbsent(type, t -> new TreeSet<>());
    }
}
