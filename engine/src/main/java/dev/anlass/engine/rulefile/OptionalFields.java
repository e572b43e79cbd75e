package dev.anlass.engine.rulefile;

import dev.anlass.engine.expression.Inspection;
import dev.anlass.engine.rule.PayloadValue;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds payload fields that a {@code forbid} reads although they may be missing.
 *
 * <p>The law: a {@code forbid} that reads what is missing is unknown, and unknown refuses. A field is always there if
 * every trigger that the policy applies to gives it as a constant. It may be read if a {@code has()} asks for some
 * field of the action in the same conjunction: an author who did that has thought of triggers without it.
 */
final class OptionalFields {

    private static final Pattern HAS = Pattern.compile("\\bhas\\s*\\(\\s*action\\s*\\.");

    private final List<ReadTrigger> triggers;
    private final Set<String> always;

    /** @param always fields that every action has */
    OptionalFields(List<ReadTrigger> triggers, Set<String> always) {
        this.triggers = triggers;
        this.always = always;
    }

    void check(PlacedExpression forbid, Findings findings) {
        if (asksFirst(forbid.passage().text())) {
            return;
        }
        for (String field : unguarded(forbid)) {
            if (!always.contains(field) && !isConstantEverywhere(field)) {
                findings.warning(
                        forbid.passage().spotOfField(Environments.ACTION, field),
                        "the payload field \"" + field + "\" may be missing, and what is unknown is forbidden",
                        "expected: has(action." + field + ") && …");
            }
        }
    }

    /** Whether a conjunction asks for a field: no {@code ||} stands outside all parentheses. */
    private static boolean asksFirst(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0 && text.startsWith("||", i)) {
                return false;
            }
        }
        return HAS.matcher(text).find();
    }

    private static Set<String> unguarded(PlacedExpression forbid) {
        Set<String> fields = new TreeSet<>();
        for (String path : Inspection.unguardedReads(forbid.expression())) {
            String[] names = path.split("\\.", 3);
            if (names.length > 1 && names[0].equals(Environments.ACTION)) {
                fields.add(names[1]);
            }
        }
        return fields;
    }

    private boolean isConstantEverywhere(String field) {
        return triggers.stream()
                .allMatch(read -> read.trigger().action().payload().get(field) instanceof PayloadValue.Constant);
    }
}
