package dev.anlass.engine.rulefile;

import dev.anlass.engine.expression.Expression;
import dev.anlass.engine.rule.Step.Keep;
import dev.anlass.engine.rulefile.Node.Scalar;
import org.jspecify.annotations.Nullable;

/** What a step says under {@code keep}: {@code last}, {@code first}, or {@code each} with the expression of the key. */
record StepKeep(Keep kind, @Nullable Expression key) {

    private static final String EXPECTED =
            "expected: last, first, or each with an expression such as each event.product_id";
    private static final StepKeep LAST = new StepKeep(Keep.LAST, null);

    static StepKeep read(Section section, String event, boolean isFirst, Reading reading, Uses uses) {
        Node node = section.find("keep");
        Scalar scalar = node == null ? null : reading.values().scalar(node, "last, first or each");
        if (scalar == null || scalar.text().equals("last")) {
            return LAST;
        }
        if (scalar.text().equals("first")) {
            return new StepKeep(Keep.FIRST, null);
        }
        if (!scalar.text().matches("(?s)each(\\s.*)?")) {
            reading.findings().error(scalar.at(), scalar.kind() + " cannot be kept", EXPECTED);
            return LAST;
        }
        if (!isFirst) {
            reading.findings().error(scalar.at(), "only the first step distinguishes keys", "expected: last or first");
        }
        return new StepKeep(Keep.EACH, key(scalar, event, reading, uses));
    }

    private static @Nullable Expression key(Scalar scalar, String event, Reading reading, Uses uses) {
        int from = "each".length();
        while (from < scalar.text().length()
                && Character.isWhitespace(scalar.text().charAt(from))) {
            from++;
        }
        if (from == scalar.text().length()) {
            reading.findings().error(scalar.at(), "\"each\" needs an expression", EXPECTED);
            return null;
        }
        Passage passage = new Passage(scalar, from, scalar.text().substring(from));
        return uses.needed(
                reading.expressions().single(passage, reading.environments().ofKey(event)));
    }
}
