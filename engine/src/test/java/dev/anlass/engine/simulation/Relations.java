package dev.anlass.engine.simulation;

import dev.anlass.engine.rule.Segment;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which type of each segment a customer is. */
final class Relations {

    private final Map<String, Object> types = new HashMap<>();

    Relations(Iterable<Segment> segments) {
        segments.forEach(segment -> types.put(segment.name(), segment.otherwise()));
    }

    /** Types of segments that the next bundle has too stay until the next look. */
    void carryOver(Map<String, Segment> next) {
        types.keySet().retainAll(next.keySet());
        next.values().forEach(segment -> types.putIfAbsent(segment.name(), segment.otherwise()));
    }

    Map<String, Object> types() {
        return new HashMap<>(types);
    }

    /** Looks again: the best type that reaches its least score; the old one stays unless the lead is large enough. */
    void look(Iterable<Segment> segments, View view) {
        for (Segment segment : segments) {
            String current = String.valueOf(types.get(segment.name()));
            Double own = null;
            String best = segment.otherwise();
            double highest = Double.NEGATIVE_INFINITY;
            for (Segment.Type type : segment.types()) {
                Double score = score(type, view);
                if (score != null && score > highest) {
                    highest = score;
                    best = type.name();
                }
                own = type.name().equals(current) ? score : own;
            }
            boolean leads = own == null || highest >= own * (1 + segment.hysteresis());
            types.put(segment.name(), leads ? best : current);
        }
    }

    private static @Nullable Double score(Segment.Type type, View view) {
        Object score = type.score().evaluate(view);
        return score instanceof Number number && number.doubleValue() >= type.atLeast() ? number.doubleValue() : null;
    }
}
