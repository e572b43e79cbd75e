package dev.anlass.engine.customer;

import dev.anlass.engine.event.ByName;
import dev.anlass.engine.expression.Scope;
import dev.anlass.engine.rule.Segment;
import org.jspecify.annotations.Nullable;

/** The type that a customer has in each segment. Immutable; the default type is not kept. */
public record Segments(ByName<String> types) {

    public static final Segments NONE = new Segments(ByName.empty());

    public String type(Segment segment) {
        return types.getOrDefault(segment.name(), segment.otherwise());
    }

    /** Scored anew; this very object if the type stays. */
    public Segments rescored(Segment segment, Scope scope) {
        String before = type(segment);
        String after = choose(segment, before, scope);
        return after.equals(before) ? this : with(segment, after);
    }

    private Segments with(Segment segment, String type) {
        boolean isDefault = type.equals(segment.otherwise());
        return new Segments(isDefault ? types.without(segment.name()) : types.with(segment.name(), type));
    }

    /** The best type that fits; the present one stays while it fits and no other leads by the hysteresis. */
    private static String choose(Segment segment, String present, Scope scope) {
        Segment.@Nullable Type best = null;
        double bestScore = 0;
        double presentScore = Double.NaN;
        for (Segment.Type type : segment.types()) {
            double score = type.score().evaluate(scope) instanceof Number number ? number.doubleValue() : Double.NaN;
            if (!(score >= type.atLeast())) {
                continue;
            }
            if (type.name().equals(present)) {
                presentScore = score;
            }
            if (best == null || score > bestScore) {
                best = type;
                bestScore = score;
            }
        }
        if (best == null) {
            return segment.otherwise();
        }
        boolean leads = Double.isNaN(presentScore) || bestScore >= presentScore * (1 + segment.hysteresis());
        return leads ? best.name() : present;
    }

    /** Only the segments whose name the test accepts. */
    public Segments retain(java.util.function.Predicate<String> wanted) {
        ByName<String> kept = types.retain(wanted);
        return kept == types ? this : new Segments(kept);
    }
}
