package dev.anlass.engine.match;

import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.expression.Expression;
import dev.anlass.engine.expression.Seen;
import dev.anlass.engine.expression.Truth;
import dev.anlass.engine.match.Happening.Ending;
import dev.anlass.engine.rule.Step;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what an event did to the chains of one trigger; there only if somebody asks why. */
final class ChainNews {

    private final TriggerPlan plan;
    private final FoldListener listener;
    private final OrderKey place;

    ChainNews(TriggerPlan plan, FoldListener listener, OrderKey place) {
        this.plan = plan;
        this.listener = listener;
        this.place = place;
    }

    void started(Chain chain, boolean isRebound) {
        tell(isRebound ? new Happening.Rebound(name(), chain) : new Happening.Opened(name(), step(chain), chain));
    }

    /**
     * A chain moved up or was bound anew.
     *
     * @param other the one that was there too: it ends, unless it stayed where it was
     * @param moved the one that would have moved up; null if none would
     */
    void extended(Chain chain, boolean moves, Optional<Chain> other, @Nullable Chain moved) {
        other.filter(there -> moves || moved != null).ifPresent(there -> ended(there, Ending.REPLACED, 0));
        tell(moves ? new Happening.MovedUp(name(), step(chain), chain) : new Happening.Rebound(name(), chain));
    }

    void waits(Chain chain, long edition) {
        tell(new Happening.Waits(name(), chain, Windows.due(plan, chain, edition)));
    }

    /** @param clause number of the {@code unless} clause, from 1; 0 if another cause ended it */
    void ended(Chain chain, Ending ending, int clause) {
        tell(new Happening.Ended(name(), chain, ending, clause));
    }

    void counts(Step step, Object key, int seen) {
        tell(new Happening.Counts(name(), step.name(), key, seen, step.count()));
    }

    void occupied(Step step) {
        tell(new Happening.Occupied(name(), step.name()));
    }

    void failed(Step step, Expression condition, Truth truth, FactScope seen) {
        tell(new Happening.Failed(name(), step.name(), condition.text(), truth, Seen.by(condition, seen)));
    }

    private void tell(Happening happening) {
        listener.happened(place, happening);
    }

    private String name() {
        return plan.trigger().name();
    }

    /** The step that a chain has reached. */
    private String step(Chain chain) {
        return plan.stepNames().get(chain.level() - 1);
    }
}
