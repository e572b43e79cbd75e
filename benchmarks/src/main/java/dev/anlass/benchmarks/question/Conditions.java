package dev.anlass.benchmarks.question;

import dev.anlass.engine.event.FieldType;
import dev.anlass.engine.event.FieldType.RecordOf;
import dev.anlass.engine.event.FieldType.Scalar;
import dev.anlass.engine.expression.Checked;
import dev.anlass.engine.expression.Expression;
import dev.anlass.engine.expression.ExpressionCompiler;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Locale;
import java.util.Map;

/** Conditions of two terms, the same for the engine and for the runtime of cel-java. */
final class Conditions {

    private static final String EVENT = "event";
    private static final RecordOf FIELDS = new RecordOf(Map.of("price", Scalar.DOUBLE, "category", Scalar.STRING));

    private final ExpressionCompiler ours = new ExpressionCompiler(Map.<String, FieldType>of(EVENT, FIELDS));
    private final CelCompiler theirs = CelCompilerFactory.standardCelCompilerBuilder()
            .addVar(EVENT, MapType.create(SimpleType.STRING, SimpleType.DYN))
            .build();
    private final CelRuntime runtime =
            CelRuntimeFactory.legacyCelRuntimeBuilder().build();

    /** Each number says another one. */
    static String text(int number) {
        return String.format(
                Locale.ROOT, "event.price > %d.0 && event.category == \"%s\"", 20 + number, category(number));
    }

    static String category(int number) {
        return number == 0 ? "books" : "books." + number;
    }

    Expression compiled(String text) {
        if (ours.check(text, Scalar.BOOL) instanceof Checked.Valid valid) {
            return valid.expression();
        }
        throw new IllegalStateException("wrong: " + text);
    }

    CelRuntime.Program byCel(String text) {
        try {
            CelAbstractSyntaxTree tree = theirs.compile(text).getAst();
            return runtime.createProgram(tree);
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalStateException("wrong: " + text, e);
        }
    }
}
