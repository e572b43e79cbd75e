package dev.anlass.engine.match;

import dev.anlass.engine.customer.Attributes;
import dev.anlass.engine.customer.Metrics;
import dev.anlass.engine.customer.Segments;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Segment;
import java.util.Set;

/** Finds the types of relationship anew after an input. */
final class Segmenting {

    private static final Set<String> METRICS = Set.of("metric");

    private Segmenting() {}

    static Segments rescored(MatchProgram program, Working facts, long time) {
        return rescored(program, facts.attributes, facts.metrics, facts.segments, time);
    }

    /** The very object that was given if nobody's type is another one. */
    static Segments rescored(MatchProgram program, Attributes attributes, Metrics metrics, Segments before, long time) {
        Segments segments = before;
        if (!isSettled(program, metrics, before)) {
            FactScope scope = FactScope.of(program.bundle(), attributes, metrics, before, time);
            for (Segment segment : program.bundle().segments().values()) {
                segments = segments.rescored(segment, scope);
            }
        }
        return segments;
    }

    /** Of whom no metric is known, everything that is read only from metrics stays as it begins. */
    private static boolean isSettled(MatchProgram program, Metrics metrics, Segments segments) {
        return program.segmentsNeedMetrics()
                && metrics.byName().isEmpty()
                && segments.types().isEmpty();
    }

    /** Whether without metrics everybody has the default type of every segment, at any time. */
    static boolean needMetrics(Bundle bundle) {
        FactScope nothing = FactScope.of(bundle, Attributes.NONE, Metrics.NONE, Segments.NONE, 0);
        for (Segment segment : bundle.segments().values()) {
            if (!readsMetricsOnly(segment) || Segments.NONE.rescored(segment, nothing) != Segments.NONE) {
                return false;
            }
        }
        return true;
    }

    private static boolean readsMetricsOnly(Segment segment) {
        return segment.types().stream()
                .allMatch(type ->
                        METRICS.containsAll(type.score().reads().byRoot().keySet()));
    }
}
