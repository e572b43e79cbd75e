package dev.anlass.engine.expression;

import dev.anlass.engine.event.FieldType;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
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
            return invalid(List.of(
                    new Mistake(0, "the expression is longer than " + Limits.MAX_CHARACTERS + " characters", null)));
        }
        CelValidationResult parsed = Environment.parse(text);
        if (parsed.hasError()) {
            return invalid(SyntaxMistakes.of(text, parsed.getErrors()));
        }
        return check(text, tree(parsed), expected);
    }

    private Checked check(String text, CelAbstractSyntaxTree parsed, @Nullable FieldType expected) {
        CelExpr tree = parsed.getExpr();
        Offsets offsets = new Offsets(text);
        List<Mistake> mistakes = new ArrayList<>(
                RegexMistakes.in(tree, offsets, parsed.getSource().getPositionsMap()));
        CelValidationResult checked = environment.check(parsed);
        if (checked.hasError()) {
            WordsInScope words = new WordsInScope(tree, environment.roots());
            mistakes.addAll(new TypeMistakes(words, offsets, new NumberHints(tree)).of(checked.getErrors()));
            return invalid(mistakes);
        }
        return compile(text, tree(checked), expected, mistakes);
    }

    private Checked compile(
            String text, CelAbstractSyntaxTree tree, @Nullable FieldType expected, List<Mistake> mistakes) {
        Optional<FieldType> actual = ResultType.of(tree.getResultType(), environment.types());
        if (actual.isEmpty()) {
            String name = Spelling.ofTypes(tree.getResultType().name());
            mistakes.add(new Mistake(0, "a value of type " + name + " cannot be used here", null));
        } else if (expected != null && !ResultType.fits(actual.get(), expected)) {
            mistakes.add(TypeMistakes.wrongResult(actual.get(), expected));
        }
        if (!mistakes.isEmpty()) {
            return invalid(mistakes);
        }
        FieldType type = expected == null || expected instanceof FieldType.Any ? actual.orElseThrow() : expected;
        return new Checked.Valid(new CheckedExpression(
                text, type, ReadsOf.of(tree.getExpr(), environment.roots()), tree, new RuntimeEvaluation(tree)));
    }

    private static Checked invalid(List<Mistake> mistakes) {
        return new Checked.Invalid(mistakes.stream()
                .sorted(Comparator.comparingInt(Mistake::offset))
                .distinct()
                .toList());
    }

    private static CelAbstractSyntaxTree tree(CelValidationResult result) {
        try {
            return result.getAst();
        } catch (CelValidationException e) {
            throw new IllegalStateException("a result without errors has no tree", e);
        }
    }
}
