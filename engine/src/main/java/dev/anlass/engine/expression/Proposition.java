package dev.anlass.engine.expression;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A condition as logic over tests of single operands, each of which can be tried with chosen values. */
sealed interface Proposition {

    /** The outcome for the chosen values of the operands; null if both are possible. */
    @Nullable
    Boolean outcome(Map<String, Object> chosen);

    /** A comparison of one operand with constants, or the operand itself if it is a bool. */
    record Test(String operand, Operation.Unary holds) implements Proposition {
        @Override
        public @Nullable Boolean outcome(Map<String, Object> chosen) {
            Object value = chosen.get(operand);
            return value != null && holds.apply(value) instanceof Boolean outcome ? outcome : null;
        }
    }

    /** A condition that reads nothing. */
    record Known(boolean value) implements Proposition {
        @Override
        public Boolean outcome(Map<String, Object> chosen) {
            return value;
        }
    }

    /** A condition that nothing is known about. */
    record Open() implements Proposition {
        @Override
        public @Nullable Boolean outcome(Map<String, Object> chosen) {
            return null;
        }
    }

    record Not(Proposition negated) implements Proposition {
        @Override
        public @Nullable Boolean outcome(Map<String, Object> chosen) {
            Boolean outcome = negated.outcome(chosen);
            return outcome == null ? null : (Boolean) !outcome;
        }
    }

    /** An {@code &&}, which one false decides, or an {@code ||}, which one true decides. */
    record Chain(boolean decisive, List<Proposition> operands) implements Proposition {
        @Override
        public @Nullable Boolean outcome(Map<String, Object> chosen) {
            boolean isKnown = true;
            for (Proposition operand : operands) {
                Boolean outcome = operand.outcome(chosen);
                if (outcome == null) {
                    isKnown = false;
                } else if (outcome == decisive) {
                    return decisive;
                }
            }
            return isKnown ? (Boolean) !decisive : null;
        }
    }

    record Choice(Proposition condition, Proposition yes, Proposition no) implements Proposition {
        @Override
        public @Nullable Boolean outcome(Map<String, Object> chosen) {
            Boolean decided = condition.outcome(chosen);
            Boolean ifYes = yes.outcome(chosen);
            Boolean ifNo = no.outcome(chosen);
            if (decided != null) {
                return decided ? ifYes : ifNo;
            }
            return ifYes != null && ifYes.equals(ifNo) ? ifYes : null;
        }
    }
}
