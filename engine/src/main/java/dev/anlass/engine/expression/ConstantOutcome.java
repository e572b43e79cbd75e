package dev.anlass.engine.expression;

import dev.cel.common.ast.CelExpr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds conditions that are always true or always false, by trying them.
 *
 * <p>The idea: whether a comparison with a constant holds depends only on which side of the constant the value lies.
 * So each field that is compared with constants takes each of these and a value on either side of each, in every
 * combination; what is not such a comparison may have any outcome. If all combinations agree, nothing can disagree.
 */
final class ConstantOutcome {

    private static final int MAX_COMBINATIONS = 10_000;

    private final Proposition proposition;
    private final Map<String, Set<Object>> samples;
    private final List<String> operands;
    private final Map<String, Object> chosen = new HashMap<>();
    private @Nullable Boolean outcome;

    private ConstantOutcome(Proposition proposition, Map<String, Set<Object>> samples) {
        this.proposition = proposition;
        this.samples = samples;
        this.operands = List.copyOf(samples.keySet());
    }

    static Optional<Boolean> of(CheckedExpression condition) {
        CelExpr tree = condition.tree().getExpr();
        if (tree.getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
            return Optional.empty();
        }
        PropositionReader reader = new PropositionReader(condition.tree());
        ConstantOutcome trial = new ConstantOutcome(reader.read(tree), reader.samples());
        boolean isTooMuch = trial.combinations() > MAX_COMBINATIONS;
        return !isTooMuch && trial.agree(0) ? Optional.ofNullable(trial.outcome) : Optional.empty();
    }

    private double combinations() {
        return samples.values().stream().mapToDouble(Set::size).reduce(1, (a, b) -> a * b);
    }

    /** Whether all combinations of the operands from this one on agree with each other and all before. */
    private boolean agree(int from) {
        if (from == operands.size()) {
            Boolean now = proposition.outcome(chosen);
            boolean isSame = now != null && (outcome == null || outcome.equals(now));
            outcome = now;
            return isSame;
        }
        String operand = operands.get(from);
        for (Object value : samples.getOrDefault(operand, Set.of())) {
            chosen.put(operand, value);
            if (!agree(from + 1)) {
                return false;
            }
        }
        return true;
    }
}
