package dev.anlass.engine.rulefile;

import dev.anlass.engine.rule.Policy.Cap;
import dev.anlass.engine.rule.Policy.Period;
import dev.anlass.engine.rule.Policy.Then;
import dev.anlass.engine.rule.Segment;
import dev.anlass.engine.rulefile.Node.Entry;
import dev.anlass.engine.rulefile.Node.Mapping;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what a policy says under {@code cap} and {@code by}. */
final class CapReader {

    private static final String CALENDAR_DAY = "calendar_day";
    private static final String CALENDAR_WEEK = "calendar_week";

    private final Reading reading;

    CapReader(Reading reading) {
        this.reading = reading;
    }

    @Nullable
    Cap read(Node node, @Nullable Node by) {
        Section section = Section.of(node, "a cap", reading.findings(), java.util.List.of("max", "per", "then"));
        if (section == null) {
            return null;
        }
        int max = section.require("max", 0L, this::contacts).intValue();
        Node per = section.require("per");
        Period period = per == null ? Period.ROLLING : period(per);
        Long rolling = per == null || period != Period.ROLLING
                ? (Long) 0L
                : reading.values().duration(per);
        if (per != null && period == Period.ROLLING && rolling != null && rolling == 0) {
            reading.findings().error(per.at(), "the window must be longer than 0s", null);
        }
        Then then = section.read("then", Then.DROP, value -> reading.values().word(value, Then.class));
        Section bySegment = by == null
                ? null
                : Section.of(by, "a choice by segment", reading.findings(), java.util.List.of("segment", "values"));
        String segment = bySegment == null ? null : bySegment.require("segment", "", this::segment);
        Map<String, Integer> maxima =
                bySegment == null ? Map.of() : bySegment.require("values", Map.of(), value -> maxima(value, segment));
        return new Cap(max, period, rolling == null ? 0 : rolling, then, segment, maxima);
    }

    private @Nullable Long contacts(Node node) {
        return reading.values().whole(node, 0, Cap.MOST);
    }

    private static Period period(Node per) {
        String text = per instanceof Node.Scalar scalar ? scalar.text() : "";
        return switch (text) {
            case CALENDAR_DAY -> Period.CALENDAR_DAY;
            case CALENDAR_WEEK -> Period.CALENDAR_WEEK;
            default -> Period.ROLLING;
        };
    }

    private @Nullable String segment(Node node) {
        String name = reading.values().name(node);
        return name != null && reading.refersTo(reading.vocabulary().segments, "segment", node, name) ? name : null;
    }

    private @Nullable Map<String, Integer> maxima(Node node, @Nullable String segmentName) {
        if (!(node instanceof Mapping mapping)) {
            reading.findings().error(node.at(), "values are a mapping from types to maxima, not " + node.kind(), null);
            return null;
        }
        Segment segment =
                segmentName == null ? null : reading.vocabulary().segments.get(segmentName);
        Map<String, Integer> maxima = new TreeMap<>();
        for (Entry entry : mapping.entries()) {
            String type = entry.key().text();
            if (segment != null && !types(segment).contains(type)) {
                reading.findings()
                        .error(
                                entry.key().at(),
                                "the segment \"" + segment.name() + "\" has no type \"" + type + "\"",
                                Words.nearest(type, types(segment)));
            }
            Long max = contacts(entry.value());
            if (max != null) {
                maxima.put(type, max.intValue());
            }
        }
        return maxima;
    }

    private static Set<String> types(Segment segment) {
        Set<String> types = new TreeSet<>();
        types.add(segment.otherwise());
        segment.types().forEach(type -> types.add(type.name()));
        return types;
    }
}
