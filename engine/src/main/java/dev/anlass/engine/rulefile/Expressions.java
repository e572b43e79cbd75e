package dev.anlass.engine.rulefile;

import dev.anlass.engine.event.FieldType;
import dev.anlass.engine.event.FieldType.Scalar;
import dev.anlass.engine.expression.Checked;
import dev.anlass.engine.expression.ExpressionCompiler;
import dev.anlass.engine.expression.Inspection;
import dev.anlass.engine.expression.Mistake;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the expressions of rule files and reports their mistakes where they stand. */
final class Expressions {

    /** Triggers are read one after the other, and each needs a few. */
    private static final int MAX_COMPILERS = 64;

    /** Triggers of one shape have many texts in common. */
    private static final int MAX_CHECKED = 4_096;

    private static final Set<String> PLAIN = Set.of("true", "false");

    private final Findings findings;
    private final Values values;
    private final Map<Map<String, FieldType>, ExpressionCompiler> compilers = lastUsed(MAX_COMPILERS);

    /** An expression is only its text, its names and its type, so that all places with the same share one. */
    private final Map<Question, Checked> answers = lastUsed(MAX_CHECKED);

    private record Question(
            ExpressionCompiler compiler,
            String text,
            @Nullable FieldType expected) {

        Checked answer() {
            return compiler.check(text, expected);
        }
    }

    Expressions(Findings findings) {
        this.findings = findings;
        this.values = new Values(findings);
    }

    /** A condition; one that is always true or always false is a mistake. */
    @Nullable
    PlacedExpression condition(@Nullable Node node, Map<String, FieldType> names) {
        PlacedExpression placed = prohibition(node, names);
        if (placed != null && PLAIN.contains(placed.passage().text().strip())) {
            always(
                    placed.passage(),
                    Boolean.parseBoolean(placed.passage().text().strip()));
        }
        return placed;
    }

    /** A condition that may also be plainly {@code true}: that forbids everything. */
    @Nullable
    PlacedExpression prohibition(@Nullable Node node, Map<String, FieldType> names) {
        Passage passage = passage(node, "a condition");
        PlacedExpression placed = passage == null ? null : check(passage, names, Scalar.BOOL);
        if (placed != null) {
            Inspection.constantOutcome(placed.expression()).ifPresent(outcome -> always(placed.passage(), outcome));
        }
        return placed;
    }

    private void always(Passage passage, boolean outcome) {
        String wayOut =
                outcome ? "expected: no condition at all, or one that can fail" : "expected: a condition that can hold";
        findings.error(passage.spotOf(0), "this condition is always " + outcome, wayOut);
    }

    /** An expression whose value is a number. */
    @Nullable
    PlacedExpression number(@Nullable Node node, Map<String, FieldType> names) {
        Passage passage = passage(node, "an expression");
        PlacedExpression placed = passage == null ? null : check(passage, names, null);
        if (placed == null || isNumber(placed.expression().type())) {
            return placed;
        }
        String message = "this is " + placed.expression().type() + ", but a number is needed";
        findings.error(placed.passage().spotOf(0), message, null);
        return null;
    }

    /** An expression whose value can be compared and shown: no list, no record. */
    @Nullable
    PlacedExpression single(@Nullable Node node, Map<String, FieldType> names) {
        Passage passage = passage(node, "an expression");
        return passage == null ? null : single(passage, names);
    }

    /** An expression whose value can be compared and shown: no list, no record. */
    @Nullable
    PlacedExpression single(Passage passage, Map<String, FieldType> names) {
        PlacedExpression placed = check(passage, names, null);
        if (placed == null || isSingle(placed.expression().type())) {
            return placed;
        }
        String message = "this is " + placed.expression().type() + ", but a single value is needed";
        findings.error(passage.spotOf(0), message, "expected: one field of it");
        return null;
    }

    /** An expression of the expected type; of any type if null. */
    @Nullable
    PlacedExpression check(Passage passage, Map<String, FieldType> names, @Nullable FieldType expected) {
        if (passage.text().isBlank()) {
            findings.error(passage.spotOf(0), "there is no expression", null);
            return null;
        }
        Question question = new Question(compiler(names), passage.text(), expected);
        Checked checked = answers.computeIfAbsent(question, Question::answer);
        if (checked instanceof Checked.Valid valid) {
            return new PlacedExpression(passage, valid.expression());
        }
        for (Mistake mistake : ((Checked.Invalid) checked).mistakes()) {
            findings.error(passage.spotOf(mistake.offset()), mistake.message(), mistake.wayOut());
        }
        return null;
    }

    private @Nullable Passage passage(@Nullable Node node, String what) {
        Node.Scalar scalar = node == null ? null : values.scalar(node, what);
        return scalar == null ? null : Passage.whole(scalar);
    }

    private ExpressionCompiler compiler(Map<String, FieldType> names) {
        return compilers.computeIfAbsent(Map.copyOf(names), ExpressionCompiler::new);
    }

    private static <K, V> Map<K, V> lastUsed(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    private static boolean isNumber(FieldType type) {
        return type == Scalar.INT || type == Scalar.DOUBLE || type instanceof FieldType.Any;
    }

    private static boolean isSingle(FieldType type) {
        return type instanceof Scalar || type instanceof FieldType.Any;
    }
}
