package dev.anlass.jobs.operator;

import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Trigger;
import dev.anlass.engine.step.Program;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a bundle can wake customers sooner than the one before it: by a shorter wait, or by a schedule that is new or
 * falls due at other times or for others. Nothing else comes due sooner by an edit.
 */
final class Sooner {

    private Sooner() {}

    /** @param effectiveFrom of the bundle */
    static boolean by(Program program, long effectiveFrom) {
        List<Bundle> bundles = program.bundles();
        for (int i = 1; i < bundles.size(); i++) {
            if (bundles.get(i).effectiveFrom() == effectiveFrom) {
                return than(bundles.get(i - 1), bundles.get(i));
            }
        }
        return false;
    }

    private static boolean than(Bundle before, Bundle next) {
        boolean isSameForAll =
                before.constants().equals(next.constants()) && before.purposes().equals(next.purposes());
        for (Trigger trigger : next.triggers().values()) {
            Trigger old = before.triggers().get(trigger.name());
            boolean isOtherSchedule = trigger.every() != null && !(isSameForAll && isSameSchedule(old, trigger));
            if (isOtherSchedule || old != null && trigger.waitMillis() < old.waitMillis()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSameSchedule(@Nullable Trigger old, Trigger trigger) {
        return old != null
                && Objects.equals(old.every(), trigger.every())
                && old.purpose().equals(trigger.purpose())
                && old.categories().equals(trigger.categories());
    }
}
