package dev.anlass.engine.match;

import static java.util.Objects.requireNonNull;

import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.expression.Expression;
import dev.anlass.engine.expression.Truth;
import dev.anlass.engine.match.Happening.Ending;
import dev.anlass.engine.match.TriggerChains.FirstCount;
import dev.anlass.engine.rule.Clause;
import dev.anlass.engine.rule.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One event applied to the chains of one trigger: unless, extend, start, complete.
 *
 * <p>Chains that reach the last step and need not wait leave {@link #chains()} for {@link #complete()}.
 */
final class ChainWork {

    private final TriggerPlan plan;
    private final TriggerChains before;
    private final Event event;
    private final FactScope scope;
    private final long now;
    private final FoldListener listener;
    private final @Nullable ChainNews news;
    private final List<Chain> open = new ArrayList<>();
    private final List<FirstCount> counts;
    private final List<Chain> complete = new ArrayList<>();

    /**
     * @param scope sees the event
     * @param now effective time of the deciding bundle
     * @param place of the event, for those who ask why
     */
    ChainWork(
            TriggerPlan plan,
            TriggerChains before,
            Event event,
            FactScope scope,
            long now,
            FoldListener listener,
            OrderKey place) {
        this.plan = plan;
        this.before = before;
        this.event = event;
        this.scope = scope;
        this.now = now;
        this.listener = listener;
        this.news = listener.isAttentive() ? new ChainNews(plan, listener, place) : null;
        this.counts = new ArrayList<>(before.counts());
        for (Chain chain : before.chains()) {
            if (Windows.isAlive(plan, chain, event.time())) {
                open.add(chain);
            } else {
                if (news != null) {
                    news.ended(chain, Ending.WINDOW, 0);
                }
            }
        }
    }

    /** The very chains from before if nothing has changed. */
    TriggerChains chains() {
        boolean isSame = open.equals(before.chains()) && counts.equals(before.counts());
        return isSame ? before : new TriggerChains(open, counts);
    }

    List<Chain> complete() {
        return complete;
    }

    void unless() {
        int number = 0;
        for (Clause clause : plan.trigger().unless()) {
            number++;
            if (!clause.event().equals(event.type())) {
                continue;
            }
            end(clause, number);
            if (clause.lastStep() < 0 && !counts.isEmpty() && holds(clause.where(), List.of())) {
                counts.clear();
            }
        }
    }

    private void end(Clause clause, int number) {
        open.removeIf(chain -> {
            boolean ends = clause.lastStep() < chain.level() && holds(clause.where(), chain.bound());
            if (ends) {
                if (news != null) {
                    news.ended(chain, Ending.UNLESS, number);
                }
            }
            return ends;
        });
    }

    void extend() {
        for (int step = plan.steps() - 1; step >= 1; step--) {
            if (plan.trigger().steps().get(step).event().equals(event.type())) {
                for (Object key : keysNear(step)) {
                    extend(step, key);
                }
            }
        }
    }

    private List<Object> keysNear(int step) {
        List<Object> keys = new ArrayList<>();
        for (Chain chain : open) {
            boolean near = chain.level() == step || chain.level() == step + 1;
            if (near && !keys.contains(chain.key())) {
                keys.add(chain.key());
            }
        }
        return keys;
    }

    /** A chain below the step moves up into it, a chain on it is bound anew; if both, the younger stays. */
    private void extend(int index, Object key) {
        Step step = plan.trigger().steps().get(index);
        Optional<Chain> below = at(key, index);
        Optional<Chain> on = at(key, index + 1);
        if (on.isPresent() && step.keep() == Step.Keep.FIRST) {
            below.filter(chain -> step.isCounted() && fits(index, chain.bound()))
                    .ifPresent(chain -> countOn(step, chain));
            if (news != null && below.isPresent()) {
                news.occupied(step);
            }
            return;
        }
        @Nullable
        Chain rebound = on.filter(chain -> !step.isCounted())
                .filter(chain -> fits(index, chain.bound().subList(0, index)))
                .map(chain -> chain.rebound(plan.bind(index, event), now))
                .orElse(null);
        @Nullable Chain moved = below.map(chain -> movedUp(index, step, chain)).orElse(null);
        if (rebound == null && moved == null) {
            return;
        }
        on.ifPresent(open::remove);
        boolean moves = rebound == null || moved != null && isYounger(moved, rebound);
        if (news != null) {
            news.extended(moves ? requireNonNull(moved) : requireNonNull(rebound), moves, moves ? on : below, moved);
        }
        reached(index, moves ? requireNonNull(moved) : requireNonNull(rebound));
    }

    /** The chain one level up, or null if it stays where it is, perhaps with one event more counted. */
    private @Nullable Chain movedUp(int index, Step step, Chain chain) {
        if (!fits(index, chain.bound())) {
            return null;
        }
        if (step.isCounted()) {
            List<Long> times = Windows.counted(chain.counted(), event.time(), step);
            if (times.size() < step.count()) {
                open.set(open.indexOf(chain), chain.counting(times));
                if (news != null) {
                    news.counts(step, chain.key(), times.size());
                }
                return null;
            }
        }
        open.remove(chain);
        return chain.movedUp(plan.bind(index, event), now);
    }

    /** The place is occupied: counting goes on, and a fulfilled counter starts anew without moving anything. */
    private void countOn(Step step, Chain chain) {
        List<Long> times = Windows.counted(chain.counted(), event.time(), step);
        open.set(open.indexOf(chain), chain.counting(times.size() < step.count() ? times : List.of()));
    }

    private static boolean isYounger(Chain one, Chain other) {
        return Bound.AGE.compare(one.first(), other.first()) > 0;
    }

    void start() {
        if (plan.steps() == 0) {
            return;
        }
        Step step = plan.trigger().steps().get(0);
        if (!step.event().equals(event.type()) || !isTrue(step, List.of())) {
            return;
        }
        Object key = step.key() == null ? Chain.NO_KEY : step.key().evaluate(scope);
        if (key == null) {
            listener.counted(
                    FoldListener.Counter.UNKNOWN_CONDITION, plan.trigger().name());
            if (news != null) {
                news.failed(step, requireNonNull(step.key()), Truth.UNKNOWN, scope);
            }
        } else if (!step.isCounted() || isCountReached(step, key)) {
            start(step, key);
        }
    }

    private void start(Step step, Object key) {
        Optional<Chain> present = at(key, 1);
        if (present.isPresent() && step.keep() == Step.Keep.FIRST) {
            if (news != null) {
                news.occupied(step);
            }
            return;
        }
        Bound first = plan.bind(0, event);
        Chain started = present.map(chain -> chain.rebound(first, now)).orElse(Chain.started(key, first, now));
        present.ifPresent(open::remove);
        if (news != null) {
            news.started(started, present.isPresent());
        }
        reached(0, started);
        limitKeys(step);
    }

    private boolean isCountReached(Step step, Object key) {
        @Nullable
        FirstCount known = counts.stream()
                .filter(count -> count.key().equals(key))
                .findFirst()
                .orElse(null);
        counts.removeIf(count -> count.key().equals(key));
        List<Long> times = Windows.counted(known == null ? List.of() : known.times(), event.time(), step);
        if (times.size() >= step.count()) {
            return true;
        }
        counts.add(new FirstCount(key, times));
        if (news != null) {
            news.counts(step, key, times.size());
        }
        if (counts.size() > TriggerChains.MAX_COUNTED_KEYS) {
            counts.remove(0);
            listener.counted(FoldListener.Counter.KEY_GAVE_WAY, plan.trigger().name());
        }
        return false;
    }

    /** The key whose oldest chain is oldest gives way with all its chains. */
    private void limitKeys(Step step) {
        while (open.size() > step.atMost()
                && open.stream().map(Chain::key).distinct().count() > step.atMost()) {
            Chain oldest = open.stream()
                    .min((a, b) -> Bound.AGE.compare(a.first(), b.first()))
                    .orElseThrow();
            for (Chain chain : List.copyOf(open)) {
                if (chain.key().equals(oldest.key())) {
                    open.remove(chain);
                    if (news != null) {
                        news.ended(chain, Ending.GAVE_WAY, 0);
                    }
                }
            }
            listener.counted(FoldListener.Counter.KEY_GAVE_WAY, plan.trigger().name());
        }
    }

    private void reached(int index, Chain chain) {
        boolean last = index == plan.steps() - 1;
        (last && !plan.waits() ? complete : open).add(chain);
        if (last && plan.waits()) {
            if (news != null) {
                news.waits(chain, now);
            }
        }
    }

    private boolean fits(int index, List<Bound> before) {
        Step step = plan.trigger().steps().get(index);
        return Windows.allows(plan, index, before, event.time()) && isTrue(step, before);
    }

    private boolean isTrue(Step step, List<Bound> bound) {
        Truth truth = truth(step.where(), bound);
        if (truth != Truth.TRUE) {
            if (news != null) {
                news.failed(step, requireNonNull(step.where()), truth, scope.withBound(plan, bound));
            }
        }
        return truth == Truth.TRUE;
    }

    private boolean holds(@Nullable Expression where, List<Bound> bound) {
        return truth(where, bound) == Truth.TRUE;
    }

    private Truth truth(@Nullable Expression where, List<Bound> bound) {
        if (where == null) {
            return Truth.TRUE;
        }
        Truth truth = where.test(bound.isEmpty() ? scope : scope.withBound(plan, bound));
        if (truth == Truth.UNKNOWN) {
            listener.counted(
                    FoldListener.Counter.UNKNOWN_CONDITION, plan.trigger().name());
        }
        return truth;
    }

    private Optional<Chain> at(Object key, int level) {
        for (Chain chain : open) {
            if (chain.level() == level && chain.key().equals(key)) {
                return Optional.of(chain);
            }
        }
        return Optional.empty();
    }
}
