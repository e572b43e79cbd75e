package dev.anlass.engine.expression;

import org.jspecify.annotations.Nullable;

/** Expressions that say when they are evaluated; in everything else they are the same. */
public final class CountedExpressions {

    private CountedExpressions() {}

    /** @param evaluated is run with each evaluation */
    public static @Nullable Expression counted(@Nullable Expression expression, Runnable evaluated) {
        if (!(expression instanceof CheckedExpression checked)) {
            return expression;
        }
        Computation root = checked.program().root();
        Computation counting = (scope, variables) -> {
            evaluated.run();
            return root.compute(scope, variables);
        };
        Program program = new Program(counting, checked.program().variables());
        return new CheckedExpression(checked.text(), checked.type(), checked.reads(), checked.tree(), program);
    }
}
