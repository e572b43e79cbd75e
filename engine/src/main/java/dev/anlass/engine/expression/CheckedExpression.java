package dev.anlass.engine.expression;

import dev.anlass.engine.event.FieldType;
import dev.cel.common.CelAbstractSyntaxTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A checked tree with its text, its type, what it reads, and its program. */
record CheckedExpression(String text, FieldType type, Reads reads, CelAbstractSyntaxTree tree, Program program)
        implements Expression {

    @Override
    public @Nullable Object evaluate(Scope scope) {
        return Values.as(type, program.evaluate(scope));
    }

    @Override
    public Truth test(Scope scope) {
        if (program.evaluate(scope) instanceof Boolean outcome) {
            return outcome ? Truth.TRUE : Truth.FALSE;
        }
        return Truth.UNKNOWN;
    }

    @Override
    public List<FieldTest> fieldTests() {
        return FieldTests.of(tree);
    }

    @Override
    public List<Origin> origins() {
        return OriginsOf.of(tree);
    }

    /** The text alone says which expression it is. */
    @Override
    public String toString() {
        return text;
    }
}
