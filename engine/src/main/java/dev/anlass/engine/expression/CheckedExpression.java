package dev.anlass.engine.expression;

import dev.anlass.engine.event.FieldType;
import dev.cel.common.CelAbstractSyntaxTree;
import org.jspecify.annotations.Nullable;

/** A checked tree with its text, its type, what it reads, and the way it is evaluated. */
record CheckedExpression(String text, FieldType type, Reads reads, CelAbstractSyntaxTree tree, Evaluation evaluation)
        implements Expression {

    @Override
    public @Nullable Object evaluate(Scope scope) {
        return Values.as(type, evaluation.evaluate(scope));
    }

    /** The text alone says which expression it is. */
    @Override
    public String toString() {
        return text;
    }
}
