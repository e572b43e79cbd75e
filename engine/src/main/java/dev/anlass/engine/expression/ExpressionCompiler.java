package dev.anlass.engine.expression;

import dev.anlass.engine.event.FieldType;
import dev.anlass.engine.event.FieldType.Scalar;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks the text of expressions against the names they may read, and compiles it.
 *
 * <p>CEL is the language; its parser and checker are cel-java's. Thread-safe.
 */
public final class ExpressionCompiler {

    private static final Comparator<Mistake> BY_PLACE = Comparator.comparingInt(Mistake::offset);

    private final Environment environment;

    /** A compiler for expressions that read these names. */
    public ExpressionCompiler(Map<String, FieldType> roots) {
        environment = new Environment(roots);
    }

    /**
     * The compiled expression, or everything that is wrong with the text.
     *
     * @param expected the type that is needed; null if any will do. Where a double is needed an int is converted
     */
    public Checked check(String text, @Nullable FieldType expected) {
        if (text.codePointCount(0, text.length()) > Limits.MAX_CHARACTERS) {
            String message = "the expression is longer than " + Limits.MAX_CHARACTERS + " characters";
            return invalid(
                    List.of(new Mistake(0, message, "expected: several steps or metrics instead of one expression")));
        }
        CelValidationResult parsed = Environment.parse(text);
        return parsed.hasError()
                ? invalid(SyntaxMistakes.of(text, parsed.getErrors()))
                : check(text, tree(parsed), expected);
    }

    private Checked check(String text, CelAbstractSyntaxTree parsed, @Nullable FieldType expected) {
        List<Mistake> mistakes = new ArrayList<>(TreeMistakes.of(text, parsed));
        CelValidationResult checked = environment.check(parsed);
        if (checked.hasError()) {
            TypeMistakes types = new TypeMistakes(text, parsed.getExpr(), environment.roots());
            mistakes.addAll(types.of(checked.getErrors()));
            return invalid(mistakes);
        }
        CelAbstractSyntaxTree tree = tree(checked);
        mistakes.addAll(PlaceMistakes.of(text, tree, environment.types()));
        Optional<FieldType> actual = ResultType.of(tree.getResultType(), environment.types());
        wrongResult(text, tree, actual, expected).ifPresent(mistakes::add);
        return mistakes.isEmpty() ? valid(text, tree, actual.orElseThrow(), expected) : invalid(mistakes);
    }

    private Checked valid(String text, CelAbstractSyntaxTree tree, FieldType actual, @Nullable FieldType expected) {
        FieldType type = expected == null || expected instanceof FieldType.Any ? actual : expected;
        Reads reads = ReadsOf.of(tree.getExpr(), environment.roots());
        return new Checked.Valid(new CheckedExpression(text, type, reads, tree, Program.of(tree)));
    }

    private static Optional<Mistake> wrongResult(
            String text, CelAbstractSyntaxTree tree, Optional<FieldType> actual, @Nullable FieldType expected) {
        int start = text.length() - text.stripLeading().length();
        if (actual.isEmpty()) {
            String name = Spelling.ofTypes(tree.getResultType().name());
            return Optional.of(new Mistake(start, "a value of type " + name + " cannot be used here", null));
        }
        if (expected == null || ResultType.fits(actual.get(), expected)) {
            return Optional.empty();
        }
        String wayOut = expected == Scalar.BOOL ? "expected: a comparison, such as event.price >= 20.0" : null;
        String message = "this is " + Spelling.of(actual.get()) + ", but " + Spelling.of(expected) + " is needed";
        return Optional.of(new Mistake(start, message, wayOut));
    }

    private static Checked invalid(List<Mistake> mistakes) {
        return new Checked.Invalid(mistakes.stream().sorted(BY_PLACE).distinct().toList());
    }

    private static CelAbstractSyntaxTree tree(CelValidationResult result) {
        try {
            return result.getAst();
        } catch (CelValidationException e) {
            throw new IllegalStateException("a result without errors has no tree", e);
        }
    }
}
