package dev.anlass.engine.expression;

import dev.anlass.engine.event.Fields;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Evaluates a checked tree with cel-java's own runtime. */
final class RuntimeEvaluation implements Evaluation {

    private final CelRuntime.Program program;

    RuntimeEvaluation(CelAbstractSyntaxTree tree) {
        try {
            program = Environment.RUNTIME.createProgram(tree);
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("a checked tree was refused by the runtime", e);
        }
    }

    @Override
    public @Nullable Object evaluate(Scope scope) {
        try {
            return program.eval(name -> Optional.ofNullable(find(name, scope)));
        } catch (CelEvaluationException | RuntimeException e) {
            return null; // what cannot be computed is unknown
        }
    }

    private static @Nullable Object find(String name, Scope scope) {
        if (name.equals(Functions.TIME)) {
            return scope.time();
        }
        Object value = scope.read(name);
        return value instanceof Fields fields && fields.containsValue(Fields.REMOVED) ? withoutRemoved(fields) : value;
    }

    private static Fields withoutRemoved(Fields fields) {
        return fields.retain(name -> fields.get(name) != Fields.REMOVED);
    }
}
