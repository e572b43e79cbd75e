package dev.anlass.engine.rulefile;

import dev.anlass.engine.expression.Expression;
import org.jspecify.annotations.Nullable;

/** An expression that is right, and where it stands. */
record PlacedExpression(Passage passage, Expression expression) {

    static @Nullable Expression expressionOf(@Nullable PlacedExpression placed) {
        return placed == null ? null : placed.expression();
    }
}
