package dev.anlass.engine.rulefile;

import dev.anlass.engine.expression.Expression;
import dev.anlass.engine.expression.Reads;
import dev.anlass.engine.rule.Metric;
import dev.anlass.engine.rule.Segment;
import dev.anlass.engine.rulefile.Node.Entry;
import dev.anlass.engine.rulefile.Node.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a segment. */
final class SegmentReader {

    private static final List<String> KEYS =
            List.of("segment", "description", "owner", "otherwise", "hysteresis", "types");

    private final Reading reading;

    SegmentReader(Reading reading) {
        this.reading = reading;
    }

    void read(Node document) {
        Findings findings = reading.findings();
        Section section = Section.of(document, "a segment", findings, KEYS);
        Node nameNode = section == null ? null : section.require("segment");
        String name = nameNode == null ? null : reading.values().identifier(nameNode);
        if (section == null || nameNode == null || name == null) {
            reading.vocabulary().segments.addUnreadable();
            return;
        }
        int before = findings.errors();
        Segment segment = segment(name, section);
        if (findings.errors() > before) {
            reading.vocabulary().segments.addBroken(name);
        } else if (!reading.vocabulary().segments.add(name, segment)) {
            findings.error(nameNode.at(), "there is another segment \"" + name + "\"", null);
        }
    }

    private Segment segment(String name, Section section) {
        String otherwise = section.require("otherwise", "", reading.values()::name);
        double hysteresis = section.read("hysteresis", 0.0, reading.values()::percent) / 100;
        List<Segment.Type> types = section.require("types", List.of(), this::types);
        Reads reads = Reads.NOTHING;
        for (Segment.Type type : types) {
            reads = reads.and(type.score().reads());
        }
        Categories categories =
                new Categories(reading.vocabulary(), reading.environments().catalogue());
        categories.addReads(reads);
        return new Segment(name, otherwise, hysteresis, types, purpose(section, reads), categories.found());
    }

    private List<Segment.Type> types(Node node) {
        List<Segment.Type> types = new ArrayList<>();
        if (!(node instanceof Mapping mapping) || mapping.entries().isEmpty()) {
            reading.findings().error(node.at(), "types are a mapping of names, not " + node.kind(), null);
            return types;
        }
        for (Entry entry : mapping.entries()) {
            Segment.Type type = type(entry);
            if (type != null) {
                types.add(type);
            }
        }
        return types;
    }

    private Segment.@Nullable Type type(Entry entry) {
        String name = reading.values().name(entry.key());
        Section section =
                Section.of(entry.value(), "a type", reading.findings(), List.of("score", "at_least", "description"));
        if (section == null) {
            return null;
        }
        Expression score = PlacedExpression.expressionOf(reading.expressions()
                .number(section.require("score"), reading.environments().ofSegment()));
        double atLeast = section.require("at_least", 0.0, reading.values()::number);
        return name == null || score == null ? null : new Segment.Type(name, score, atLeast);
    }

    /** The purpose of the metrics that are read; two of them are a mistake. */
    private @Nullable String purpose(Section section, Reads reads) {
        Set<String> purposes = new TreeSet<>();
        for (String name : Categories.all(
                reads, Environments.METRIC, reading.vocabulary().metrics.names())) {
            Metric metric = reading.vocabulary().metrics.get(name);
            if (metric != null) {
                purposes.add(metric.purpose());
            }
        }
        if (purposes.size() > 1) {
            reading.findings()
                    .error(
                            section.spotOf("types"),
                            "a segment belongs to one purpose, but its metrics belong to "
                                    + String.join(" and ", purposes),
                            "expected: metrics of one purpose");
        }
        return purposes.isEmpty() ? null : purposes.iterator().next();
    }
}
