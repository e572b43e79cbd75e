package dev.anlass.engine.simulation;

import dev.anlass.engine.rule.Clause;
import dev.anlass.engine.rule.Step;
import dev.anlass.engine.rule.Step.Keep;
import dev.anlass.engine.rule.Trigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The open chains of one trigger, in a plain list, and how one event changes them. */
final class Chains {

    private static final Object SINGLE = "";

    private final Trigger trigger;
    private final List<Step> steps;
    private final Edition edition;
    private final List<Chain> open = new ArrayList<>();
    private final Map<Object, List<Bound>> firstCounted = new HashMap<>();

    Chains(Trigger trigger, Edition edition) {
        this.trigger = trigger;
        this.steps = trigger.steps();
        this.edition = edition;
    }

    /**
     * The same chains under the next edition of the trigger.
     *
     * @param isPermitted whether what the trigger needs from now on was permitted for events since a time
     */
    Chains under(Trigger next, Edition current, Edits edits, LongPredicate isPermitted) {
        forgetClosed(current.effectiveFrom());
        Chains carried = new Chains(next, current);
        for (Chain chain : open) {
            boolean waited = isComplete(chain);
            boolean isCompleteNow = chain.level() == next.steps().size();
            boolean livesOn = chain.level() <= next.steps().size()
                    && edits.unchangedSince(next, chain.level() - 1) <= chain.reached()
                    && (!isCompleteNow || (waited && next.waitMillis() > 0))
                    && isPermitted.test(chain.first().time());
            if (livesOn) {
                if (edits.isChanged(next, chain.level())) {
                    chain.counted().clear();
                }
                carried.open.add(chain);
            }
        }
        if (!edits.isChanged(next, 0)) {
            firstCounted.forEach((key, counted) -> {
                if (!counted.isEmpty() && isPermitted.test(counted.get(0).time())) {
                    carried.firstCounted.put(key, counted);
                }
            });
        }
        return carried;
    }

    void clear() {
        open.clear();
        firstCounted.clear();
    }

    /** The next instant at which a wait ends; {@code Long.MAX_VALUE} if none does. */
    long nextDue() {
        return open.stream()
                .filter(this::isComplete)
                .mapToLong(this::dueOf)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Takes out the chains whose wait ends at an instant. */
    List<Chain> takeDue(long instant) {
        List<Chain> due = open.stream()
                .filter(chain -> isComplete(chain) && dueOf(chain) == instant)
                .toList();
        open.removeAll(due);
        return due;
    }

    void unless(Bound event, Supplier<View> views) {
        forgetClosed(event.time());
        for (Clause clause : trigger.unless()) {
            if (!clause.event().equals(event.event().type())) {
                continue;
            }
            open.removeIf(chain -> chain.level() > clause.lastStep()
                    && views.get().event(event).steps(trigger, chain.bound()).isTrue(clause.where()));
            if (clause.lastStep() < 0 && views.get().event(event).isTrue(clause.where())) {
                firstCounted.clear();
            }
        }
    }

    /** Extends and starts chains; gives those that are complete by the event, taken out. */
    List<Chain> use(Bound event, Supplier<View> views) {
        List<Chain> reached = new ArrayList<>();
        for (int level = steps.size(); level >= 2; level--) {
            for (Object key : open.stream().map(Chain::key).distinct().toList()) {
                extend(key, level, event, views);
            }
        }
        start(event, views);
        if (trigger.waitMillis() == 0) {
            reached.addAll(open.stream().filter(this::isComplete).toList());
            open.removeAll(reached);
        }
        return reached;
    }

    private void extend(Object key, int level, Bound event, Supplier<View> views) {
        Step step = steps.get(level - 1);
        Chain lower = at(key, level - 1);
        Chain upper = at(key, level);
        if (!step.event().equals(event.event().type())) {
            return;
        }
        boolean movesUp = lower != null && fits(lower, level, event, views) && fulfils(lower.counted(), step, event);
        if (step.keep() == Keep.FIRST && upper != null) {
            return;
        }
        boolean isRebound = upper != null && !step.isCounted() && fits(upper, level, event, views);
        if (movesUp) {
            open.remove(lower);
        }
        if (movesUp || isRebound) {
            open.remove(upper);
            Bound kept = event.keptBy(trigger, level - 1);
            boolean lowerStays = movesUp && (!isRebound || lower.first().compareAge(upper.first()) > 0);
            open.add(lowerStays ? lower.movedUp(kept, edition.number()) : upper.rebound(kept, edition.number()));
        }
    }

    private boolean fits(Chain chain, int level, Bound event, Supplier<View> views) {
        List<Bound> before = chain.bound().subList(0, level - 1);
        return chain.isWithin(trigger, level - 1, event.time())
                && views.get()
                        .event(event)
                        .steps(trigger, before)
                        .isTrue(steps.get(level - 1).where());
    }

    private void start(Bound event, Supplier<View> views) {
        if (steps.isEmpty()) {
            return;
        }
        Step step = steps.get(0);
        View view = views.get().event(event);
        if (!step.event().equals(event.event().type()) || !view.isTrue(step.where())) {
            return;
        }
        Object key = step.key() == null ? SINGLE : step.key().evaluate(view);
        if (key == null) {
            return;
        }
        Chain before = at(key, 1);
        boolean isFulfilled = fulfils(firstCounted.computeIfAbsent(key, k -> new ArrayList<>()), step, event);
        if (isFulfilled && (before == null || step.keep() != Keep.FIRST)) {
            open.remove(before);
            Bound kept = event.keptBy(trigger, 0);
            int now = edition.number();
            open.add(before == null ? Chain.of(key, List.of(kept), now) : before.rebound(kept, now));
            giveWay(step);
        }
    }

    /** The oldest key gives way if more are open than may be. */
    private void giveWay(Step step) {
        List<Chain> counting = open.stream()
                .filter(chain -> !isComplete(chain) || trigger.waitMillis() > 0)
                .toList();
        if (step.keep() == Keep.EACH
                && counting.stream().map(Chain::key).distinct().count() > step.atMost()) {
            Chain oldest = counting.stream()
                    .min(Comparator.comparing(Chain::first, Bound::compareAge))
                    .orElseThrow();
            open.removeIf(chain -> counting.contains(chain) && chain.key().equals(oldest.key()));
        }
    }

    /** Counts an event; whether it is the last that was needed, after which the counter starts anew. */
    private static boolean fulfils(List<Bound> counted, Step step, Bound event) {
        counted.add(event);
        counted.removeIf(earlier -> event.time() - earlier.time() > step.overMillis());
        if (counted.size() < step.count()) {
            return false;
        }
        counted.clear();
        return true;
    }

    private void forgetClosed(long time) {
        open.removeIf(chain -> !chain.isOpen(trigger, time));
    }

    private boolean isComplete(Chain chain) {
        return chain.level() == steps.size();
    }

    private long dueOf(Chain chain) {
        long due = chain.last().time() + trigger.waitMillis();
        return chain.reached() < edition.number() ? Math.max(due, edition.effectiveFrom()) : due;
    }

    private @Nullable Chain at(Object key, int level) {
        for (Chain chain : open) {
            if (chain.level() == level && chain.key().equals(key)) {
                return chain;
            }
        }
        return null;
    }
}
