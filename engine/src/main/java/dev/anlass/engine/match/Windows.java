package dev.anlass.engine.match;

import dev.anlass.engine.rule.Step;
import dev.anlass.engine.rule.Trigger;
import java.util.ArrayList;
import java.util.List;

/** The spans of time within which a chain can grow. All bounds are inclusive; times are in milliseconds since 1970. */
final class Windows {

    private Windows() {}

    /** Whether an event at a time may fill the step after the bound events. */
    static boolean allows(TriggerPlan plan, int index, List<Bound> before, long time) {
        Trigger trigger = plan.trigger();
        return time - before.get(index - 1).time() <= trigger.steps().get(index).withinMillis()
                && time - before.get(0).time() <= trigger.withinMillis();
    }

    /** Whether a chain waits or some event from a time on could still extend it. */
    static boolean isAlive(TriggerPlan plan, Chain chain, long time) {
        return chain.level() >= plan.steps() || allows(plan, chain.level(), chain.bound(), time);
    }

    static boolean areAlive(TriggerPlan plan, TriggerChains open, long time) {
        for (Chain chain : open.chains()) {
            if (!isAlive(plan, chain, time)) {
                return false;
            }
        }
        return true;
    }

    /** The last millisecond at which an event can extend a chain; {@code Long.MAX_VALUE} if there is no bound. */
    static long lastChance(TriggerPlan plan, Chain chain) {
        Trigger trigger = plan.trigger();
        long afterLast =
                after(chain.last().time(), trigger.steps().get(chain.level()).withinMillis());
        return Math.min(afterLast, after(chain.first().time(), trigger.withinMillis()));
    }

    private static long after(long time, long span) {
        return span == Trigger.UNBOUNDED ? Long.MAX_VALUE : time + span;
    }

    /** When a waiting chain comes due, not before the bundle in force took effect; the chain has reached the last step. */
    static long due(TriggerPlan plan, Chain chain, long edition) {
        long due = chain.last().time() + plan.trigger().waitMillis();
        return chain.since() < edition ? Math.max(due, edition) : due;
    }

    /** The times within the sliding window of a counted step, the present one included; at most as many as it counts. */
    static List<Long> counted(List<Long> before, long time, Step step) {
        List<Long> times = new ArrayList<>();
        for (Long earlier : before) {
            if (time - earlier <= step.overMillis()) {
                times.add(earlier);
            }
        }
        times.add(time);
        return times;
    }
}
