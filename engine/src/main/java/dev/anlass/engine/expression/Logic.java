package dev.anlass.engine.expression;

import java.util.List;

/**
 * The logic of CEL: an operand without value is absorbed where the other ones decide.
 *
 * <p>A value that is no bool counts as no value.
 */
final class Logic {

    private Logic() {}

    static Computation not(Computation operand) {
        return (scope, variables) -> operand.compute(scope, variables) instanceof Boolean value ? !value : null;
    }

    static Computation and(List<Computation> operands) {
        return decidedBy(false, operands);
    }

    static Computation or(List<Computation> operands) {
        return decidedBy(true, operands);
    }

    static Computation conditional(Computation condition, Computation yes, Computation no) {
        return (scope, variables) -> {
            if (condition.compute(scope, variables) instanceof Boolean value) {
                return value ? yes.compute(scope, variables) : no.compute(scope, variables);
            }
            return null;
        };
    }

    private static Computation decidedBy(boolean decisive, List<Computation> operands) {
        if (operands.size() == 2) {
            return decidedByOneOf(decisive, operands.get(0), operands.get(1));
        }
        Computation[] all = operands.toArray(new Computation[0]);
        return (scope, variables) -> {
            boolean isKnown = true;
            for (Computation operand : all) {
                if (!(operand.compute(scope, variables) instanceof Boolean value)) {
                    isKnown = false;
                } else if (value == decisive) {
                    return decisive;
                }
            }
            return isKnown ? !decisive : null;
        };
    }

    /** The usual length of a chain. */
    private static Computation decidedByOneOf(boolean decisive, Computation first, Computation second) {
        return (scope, variables) -> {
            Object one = first.compute(scope, variables);
            if (one instanceof Boolean value && value == decisive) {
                return decisive;
            }
            Object other = second.compute(scope, variables);
            if (other instanceof Boolean value && value == decisive) {
                return decisive;
            }
            return one instanceof Boolean && other instanceof Boolean ? !decisive : null;
        };
    }
}
