package dev.anlass.engine.match;

import dev.anlass.engine.expression.Expression;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Step;
import dev.anlass.engine.rule.Trigger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Since which bundle each step of a trigger, and all steps before it, are as they are now. */
final class Unchanged {

    private Unchanged() {}

    /** One effective time per step. */
    static List<Long> since(Trigger trigger, Bundle bundle, @Nullable MatchProgram before) {
        @Nullable TriggerPlan old = before == null ? null : before.trigger(trigger.name());
        List<Long> since = new ArrayList<>();
        boolean same = old != null;
        for (int i = 0; i < trigger.steps().size(); i++) {
            same = same
                    && old != null
                    && (i == 0 || old.trigger().withinMillis() == trigger.withinMillis())
                    && i < old.steps()
                    && isSame(old.trigger().steps().get(i), trigger.steps().get(i));
            since.add(same && old != null ? old.unchangedSince().get(i) : bundle.effectiveFrom());
        }
        return since;
    }

    private static boolean isSame(Step a, Step b) {
        return a.name().equals(b.name())
                && a.event().equals(b.event())
                && text(a.where()).equals(text(b.where()))
                && a.withinMillis() == b.withinMillis()
                && a.keep() == b.keep()
                && text(a.key()).equals(text(b.key()))
                && a.count() == b.count()
                && a.overMillis() == b.overMillis();
    }

    static String text(@Nullable Expression expression) {
        return expression == null ? "" : expression.text();
    }
}
