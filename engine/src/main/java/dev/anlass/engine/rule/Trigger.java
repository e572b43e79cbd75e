package dev.anlass.engine.rule;

import dev.anlass.engine.expression.Expression;
import dev.anlass.engine.expression.Reads;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A rule: the moment it waits for and the action it proposes then.
 *
 * @param steps the steps in order; empty if the trigger is a schedule
 * @param every the schedule, or null
 * @param where for whom the schedule holds; null for everybody, and for triggers with steps
 * @param withinMillis longest time from the first to the last step, inclusive; {@link #UNBOUNDED} if not said
 * @param waitMillis how long a complete chain waits; 0 if it does not
 * @param cooldownMillis 0 if not said
 * @param rollout percent of customers, 0 to 100
 * @param activeFrom event time in milliseconds, inclusive; {@code Long.MIN_VALUE} if not said
 * @param activeUntil event time in milliseconds, exclusive; {@code Long.MAX_VALUE} if not said
 * @param categories the data categories that its use needs, derived from all it reads
 * @param reads everything that its steps, prefer, given, action, unless and until read, by root; roots that are step
 *     names say which fields of a bound event are kept
 */
public record Trigger(
        String name,
        String description,
        String owner,
        State state,
        String purpose,
        String channel,
        List<Step> steps,
        @Nullable Schedule every,
        @Nullable Expression where,
        long withinMillis,
        long waitMillis,
        List<Clause> unless,
        List<Clause> until,
        @Nullable Expression prefer,
        @Nullable Expression given,
        long cooldownMillis,
        double rollout,
        long activeFrom,
        long activeUntil,
        ActionTemplate action,
        Set<String> categories,
        Reads reads) {

    /** Stands for a duration that the author did not bound. */
    public static final long UNBOUNDED = Long.MAX_VALUE;

    /** How far a trigger has come on its way to customers. Drafts are checked and not loaded. */
    public enum State {
        DRAFT,
        SHADOW,
        LIVE,
        PAUSED
    }

    public Trigger {
        steps = List.copyOf(steps);
        unless = List.copyOf(unless);
        until = List.copyOf(until);
        categories = Collections.unmodifiableSet(new TreeSet<>(categories));
    }
}
