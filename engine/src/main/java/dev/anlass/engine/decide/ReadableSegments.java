package dev.anlass.engine.decide;

import dev.anlass.engine.match.Match;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Segment;
import dev.anlass.engine.rule.Trigger;
import java.util.Map;
import java.util.TreeMap;

/** The types that a customer has at the place of a match, in the segments that its trigger may read. */
final class ReadableSegments {

    private ReadableSegments() {}

    /** Types by segment: only of the segments of its purpose that read nothing for which it does not need permission. */
    static Map<String, String> of(Match match, Bundle bundle, Trigger trigger) {
        Map<String, String> types = new TreeMap<>();
        for (Segment segment : bundle.segments().values()) {
            Object type = match.circumstances().segments().get(segment.name());
            boolean isReadable = trigger.purpose().equals(segment.purpose())
                    && trigger.categories().containsAll(segment.categories());
            if (isReadable && type != null) {
                types.put(segment.name(), type.toString());
            }
        }
        return types;
    }
}
