package dev.anlass.engine.expression;

import java.util.Optional;
import java.util.Set;

/** What can be said about a checked expression beyond its type: findings for authors, no errors of the language. */
public final class Inspection {

    private Inspection() {}

    /**
     * The outcome that a condition has whatever it reads, such as false for {@code event.price > 50.0 && event.price <
     * 20.0}; empty if both are possible, or if nobody can tell. A plain {@code true} or {@code false} is meant as it is
     * and has none. That fields may be missing is left aside.
     */
    public static Optional<Boolean> constantOutcome(Expression condition) {
        return condition instanceof CheckedExpression checked ? ConstantOutcome.of(checked) : Optional.empty();
    }

    /**
     * The fields, as {@code root.field} or a longer path, whose absence can make the expression unknown: no
     * {@code has()} beside them asks whether they are there.
     */
    public static Set<String> unguardedReads(Expression expression) {
        return expression instanceof CheckedExpression checked ? UnguardedReads.of(checked) : Set.of();
    }

    /**
     * The roots other than {@code event} of which a field is compared with one of {@code event} by {@code ==} or
     * {@code in}. Those that are no steps, such as {@code customer}, are the caller's to leave aside.
     */
    public static Set<String> stepsComparedByEquality(Expression condition) {
        return condition instanceof CheckedExpression checked ? EqualityWithEvent.of(checked) : Set.of();
    }
}
