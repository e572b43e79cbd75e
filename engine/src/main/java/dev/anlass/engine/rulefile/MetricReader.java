package dev.anlass.engine.rulefile;

import dev.anlass.engine.event.FieldType;
import dev.anlass.engine.expression.Expression;
import dev.anlass.engine.rule.Metric;
import dev.anlass.engine.rule.Metric.Aggregate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a metric. */
final class MetricReader {

    private static final List<String> KEYS = List.of(
            "metric", "description", "owner", "event", "purpose", "value", "aggregate", "over", "bucket", "where");

    private final Reading reading;

    MetricReader(Reading reading) {
        this.reading = reading;
    }

    void read(Node document) {
        Findings findings = reading.findings();
        Section section = Section.of(document, "a metric", findings, KEYS);
        Node nameNode = section == null ? null : section.require("metric");
        String name = nameNode == null ? null : reading.values().identifier(nameNode);
        if (section == null || nameNode == null || name == null) {
            reading.vocabulary().metrics.addUnreadable();
            return;
        }
        int before = findings.errors();
        Metric metric = metric(name, section);
        if (findings.errors() > before) {
            reading.vocabulary().metrics.addBroken(name);
        } else if (!reading.vocabulary().metrics.add(name, metric)) {
            findings.error(nameNode.at(), "there is another metric \"" + name + "\"", null);
        }
    }

    private Metric metric(String name, Section section) {
        String event = section.require("event", "", this::event);
        String purpose = section.require("purpose", "", this::purpose);
        Aggregate aggregate = section.require(
                "aggregate", Aggregate.COUNT, node -> reading.values().word(node, Aggregate.class));
        Map<String, FieldType> names = reading.environments().ofMetric(event);
        Expression value = value(section, aggregate, names);
        Expression where = PlacedExpression.expressionOf(reading.expressions().condition(section.find("where"), names));
        long over = section.require("over", 1L, reading.values()::duration);
        long bucket = section.require("bucket", over, reading.values()::duration);
        checkWindow(section, over, bucket);
        Set<String> categories = categories(event, value, where);
        PurposeLimits.check(reading, purpose, categories, section, "the metric");
        return new Metric(name, event, purpose, value, aggregate, over, bucket, where, categories);
    }

    private @Nullable String event(Node node) {
        String name = reading.values().name(node);
        return name != null && EventNames.isKnown(reading, node, name) ? name : null;
    }

    private @Nullable String purpose(Node node) {
        String name = reading.values().name(node);
        return name != null && reading.refersTo(reading.vocabulary().purposes, "purpose", node, name) ? name : null;
    }

    private @Nullable Expression value(Section section, Aggregate aggregate, Map<String, FieldType> names) {
        Node node = section.find("value");
        if (node == null) {
            if (aggregate != Aggregate.COUNT) {
                section.require("value");
            }
            return null;
        }
        if (aggregate == Aggregate.SUM) {
            return PlacedExpression.expressionOf(reading.expressions().number(node, names));
        }
        return PlacedExpression.expressionOf(reading.expressions().single(node, names));
    }

    private void checkWindow(Section section, long over, long bucket) {
        Findings findings = reading.findings();
        if (!section.has("over") || !section.has("bucket")) {
            return;
        }
        Spot at = section.spotOf("bucket");
        if (bucket == 0 || over == 0) {
            findings.error(bucket == 0 ? at : section.spotOf("over"), "the window must be longer than 0s", null);
        } else if (over % bucket != 0) {
            findings.error(
                    at,
                    "the window of " + Durations.text(over) + " is not made of whole buckets of "
                            + Durations.text(bucket),
                    null);
        } else if (over / bucket > Metric.MAX_BUCKETS) {
            findings.error(
                    at,
                    "the window has " + over / bucket + " buckets, at most " + Metric.MAX_BUCKETS + " are kept",
                    "expected: a longer bucket");
        }
    }

    private Set<String> categories(String event, @Nullable Expression value, @Nullable Expression where) {
        Categories categories =
                new Categories(reading.vocabulary(), reading.environments().catalogue());
        categories.addEvent(event);
        for (Expression expression : new @Nullable Expression[] {value, where}) {
            if (expression != null) {
                categories.addReads(expression.reads());
            }
        }
        return categories.found();
    }
}
