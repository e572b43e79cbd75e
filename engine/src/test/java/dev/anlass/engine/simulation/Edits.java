package dev.anlass.engine.simulation;

import dev.anlass.engine.expression.Expression;
import dev.anlass.engine.rule.Metric;
import dev.anlass.engine.rule.Step;
import dev.anlass.engine.rule.Trigger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is the same in an edition as in the ones before. */
record Edits(List<Edition> editions, int current) {

    /** Number of the edition since which a step of a trigger, and all steps before it, are as they are now. */
    int unchangedSince(Trigger trigger, int step) {
        int since = current;
        while (since > 0 && isSame(editions.get(since - 1).bundle().triggers().get(trigger.name()), trigger, step)) {
            since--;
        }
        return since;
    }

    /** Whether a step is not as it was in the edition before. */
    boolean isChanged(Trigger trigger, int step) {
        return step >= trigger.steps().size() || unchangedSince(trigger, step) == current;
    }

    private static boolean isSame(@Nullable Trigger before, Trigger now, int last) {
        if (before == null || before.steps().size() <= last) {
            return false;
        }
        for (int i = 0; i <= last; i++) {
            boolean isSpanSame = i == 0 || before.withinMillis() == now.withinMillis();
            if (!isSpanSame
                    || !definition(before.steps().get(i))
                            .equals(definition(now.steps().get(i)))) {
                return false;
            }
        }
        return true;
    }

    private static List<Object> definition(Step step) {
        return List.of(
                step.name(),
                step.event(),
                text(step.where()),
                step.withinMillis(),
                step.keep(),
                text(step.key()),
                step.count(),
                step.overMillis());
    }

    static boolean isSame(@Nullable Metric before, @Nullable Metric now) {
        return before != null && now != null && definition(before).equals(definition(now));
    }

    private static List<Object> definition(Metric metric) {
        return List.of(
                metric.event(),
                metric.purpose(),
                metric.categories(),
                metric.aggregate(),
                text(metric.value()),
                text(metric.where()),
                metric.overMillis(),
                metric.bucketMillis());
    }

    private static String text(@Nullable Expression expression) {
        return expression == null ? "" : expression.text();
    }
}
