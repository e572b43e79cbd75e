package dev.anlass.engine.decide;

import dev.anlass.engine.match.Match;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Segment;
import java.util.Map;
import java.util.TreeMap;

/** The types that a customer has at the place of a match, in the segments that its trigger may read. */
final class ReadableSegments {

    private ReadableSegments() {}

    /** Types by segment: only of the segments of this purpose. */
    static Map<String, String> of(Match match, Bundle bundle, String purpose) {
        Map<String, String> types = new TreeMap<>();
        for (Segment segment : bundle.segments().values()) {
            Object type = match.circumstances().segments().get(segment.name());
            if (purpose.equals(segment.purpose()) && type != null) {
                types.put(segment.name(), type.toString());
            }
        }
        return types;
    }
}
