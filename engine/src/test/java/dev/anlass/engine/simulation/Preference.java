package dev.anlass.engine.simulation;

import dev.anlass.engine.rule.Trigger;
import java.util.Comparator;
import java.util.List;

/** Which of several complete chains the action sees: highest worth, then latest first event, then the smaller key. */
final class Preference {

    private Preference() {}

    static Chain choose(Trigger trigger, List<Chain> reached, Facts facts) {
        Comparator<Chain> better = Comparator.comparingDouble((Chain chain) -> worth(trigger, chain, facts))
                .thenComparingLong(chain -> chain.first().time())
                .thenComparing(Chain::key, Preference::compareKeys);
        return reached.stream().max(better).orElseThrow();
    }

    private static double worth(Trigger trigger, Chain chain, Facts facts) {
        Object worth = trigger.prefer() == null
                ? null
                : trigger.prefer().evaluate(new View(facts).steps(trigger, chain.bound()));
        return worth instanceof Number number ? number.doubleValue() : Double.NEGATIVE_INFINITY;
    }

    /** The smaller key is the greater in preference; numbers come before strings. */
    private static int compareKeys(Object left, Object right) {
        if (left instanceof Number a && right instanceof Number b) {
            return Double.compare(b.doubleValue(), a.doubleValue());
        }
        if (left instanceof Number || right instanceof Number) {
            return left instanceof Number ? 1 : -1;
        }
        return right.toString().compareTo(left.toString());
    }
}
