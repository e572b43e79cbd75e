package dev.anlass.engine.match;

import dev.anlass.engine.customer.Segments;
import dev.anlass.engine.rule.Segment;

/** Finds the types of relationship anew after an input. */
final class Segmenting {

    private Segmenting() {}

    static Segments rescored(MatchProgram program, Working facts, long time) {
        Segments segments = facts.segments;
        if (!program.bundle().segments().isEmpty()) {
            FactScope scope = Completion.scope(program, facts, time);
            for (Segment segment : program.bundle().segments().values()) {
                segments = segments.rescored(segment, scope);
            }
        }
        return segments;
    }
}
