package dev.anlass.engine.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is carried over of the memory of customers when the next bundle decides, as far as rules alone say it.
 *
 * @param open by the names of the triggers before
 * @param metricsBegunAnew metrics of both bundles of which nothing that was counted is kept, in order of the names
 */
public record CarriedOver(Map<String, Open> open, List<String> metricsBegunAnew) {

    /**
     * Of the open chains of a trigger.
     *
     * @param longest how many bound events one may have; with one for each step it waits; 0 if none stays open
     * @param kept those with up to so many live on
     * @param onlyIfPermitted whether that is so only where what the trigger needs from then on was permitted before
     */
    public record Open(int longest, int kept, boolean onlyIfPermitted) {

        public boolean isAllKept() {
            return kept == longest;
        }
    }

    public CarriedOver {
        open = Collections.unmodifiableMap(new TreeMap<>(open));
        metricsBegunAnew = List.copyOf(metricsBegunAnew);
    }

    /** @param next made with the knowledge of the one before */
    public static CarriedOver of(MatchProgram before, MatchProgram next) {
        Map<String, Open> open = new TreeMap<>();
        for (TriggerPlan old : before.triggers()) {
            open.put(old.trigger().name(), open(old, next));
        }
        List<String> anew = new ArrayList<>(before.bundle().metrics().keySet());
        anew.retainAll(next.bundle().metrics().keySet());
        anew.removeIf(name -> Switch.isKept(name, before, next));
        return new CarriedOver(open, anew);
    }

    private static Open open(TriggerPlan old, MatchProgram next) {
        int longest = old.waits() ? old.steps() : Math.max(0, old.steps() - 1);
        @Nullable TriggerPlan plan = next.trigger(old.trigger().name());
        if (plan == null) {
            return new Open(longest, 0, false);
        }
        int kept = 0;
        while (kept < longest
                && TriggerEdit.mayLiveOn(kept + 1, plan, old)
                && plan.unchangedSince().get(kept) < next.bundle().effectiveFrom()) {
            kept++;
        }
        return new Open(longest, kept, TriggerEdit.needsMore(plan, old));
    }
}
