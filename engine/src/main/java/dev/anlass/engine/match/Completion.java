package dev.anlass.engine.match;

import dev.anlass.engine.customer.StableHash;
import dev.anlass.engine.event.Fields;
import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.expression.Expression;
import dev.anlass.engine.expression.Seen;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Segment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes one match of the chains of a trigger that completed together. */
final class Completion {

    private final MatchProgram program;
    private final TriggerPlan plan;
    private final String customer;
    private final Working facts;
    private final OrderKey place;
    private final long instant;
    private final String[] completedBy;
    private final FoldListener listener;

    /** @param completedBy source and id of the completing event, or the due instant */
    Completion(
            MatchProgram program,
            TriggerPlan plan,
            String customer,
            Working facts,
            OrderKey place,
            long instant,
            FoldListener listener,
            String... completedBy) {
        this.program = program;
        this.plan = plan;
        this.customer = customer;
        this.facts = facts;
        this.place = place;
        this.instant = instant;
        this.completedBy = completedBy;
        this.listener = listener;
    }

    static FactScope scope(MatchProgram program, Working facts, long time) {
        return FactScope.of(program.bundle(), facts.attributes, facts.metrics, facts.segments, time);
    }

    /** @param scope sees the completing event, if there is one */
    void of(List<Chain> chains, FactScope scope) {
        Chain chosen = chains.get(0);
        @Nullable Object best = preference(chosen, scope);
        for (Chain chain : chains.subList(1, chains.size())) {
            Object worth = preference(chain, scope);
            if (isPreferred(chain, worth, chosen, best)) {
                chosen = chain;
                best = worth;
            }
        }
        Match match = found(chosen.bound(), chains.size() - 1);
        if (listener.isAttentive()) {
            tell(match, chosen, chains, scope);
        }
    }

    /** All of the chains are closed, whatever is decided. */
    private void tell(Match match, Chain chosen, List<Chain> chains, FactScope scope) {
        List<Happening.Alternative> others = chains.stream()
                .filter(chain -> chain != chosen)
                .map(chain -> new Happening.Alternative(chain.key(), worth(chain, scope)))
                .toList();
        Expression prefer = plan.trigger().prefer();
        listener.happened(
                place, new Happening.Found(match, prefer == null ? null : prefer.text(), worth(chosen, scope), others));
        chains.forEach(chain -> listener.happened(
                place, new Happening.Ended(plan.trigger().name(), chain, Happening.Ending.COMPLETED, 0)));
    }

    private Object worth(Chain chain, FactScope scope) {
        Object worth = preference(chain, scope);
        return worth == null ? Seen.MISSING : worth;
    }

    void ofSchedule() {
        Match match = found(List.of(), 0);
        if (listener.isAttentive()) {
            listener.happened(place, new Happening.Found(match, null, Seen.MISSING, List.of()));
        }
    }

    private @Nullable Object preference(Chain chain, FactScope scope) {
        Expression prefer = plan.trigger().prefer();
        return prefer == null ? null : prefer.evaluate(scope.withBound(plan, chain.bound()));
    }

    /** The highest worth, an unknown one lowest; then the latest first event, then the smaller key. */
    private static boolean isPreferred(Chain chain, @Nullable Object worth, Chain chosen, @Nullable Object best) {
        int order = compareWorth(worth, best);
        if (order == 0) {
            order = Long.compare(chain.first().time(), chosen.first().time());
        }
        return order != 0 ? order > 0 : Chain.compareKeys(chain.key(), chosen.key()) < 0;
    }

    @SuppressWarnings("unchecked")
    private static int compareWorth(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return Boolean.compare(left != null, right != null);
        }
        if (left instanceof Number a && right instanceof Number b) {
            return Double.compare(a.doubleValue(), b.doubleValue());
        }
        return left instanceof Comparable<?> && left.getClass() == right.getClass()
                ? ((Comparable<Object>) left).compareTo(right)
                : 0;
    }

    private Match found(List<Bound> bound, int alternatives) {
        String[] parts = new String[completedBy.length + 2];
        parts[0] = customer;
        parts[1] = plan.trigger().name();
        System.arraycopy(completedBy, 0, parts, 2, completedBy.length);
        String id = "a-" + StableHash.id(parts);
        Match match = new Match(
                plan.trigger().name(), id, place, instant, plan.stepNames(), bound, alternatives, circumstances());
        listener.found(match);
        if (!plan.trigger().until().isEmpty()) {
            long expiresAt = instant + plan.trigger().action().expiresMillis();
            List<Watch> longer = new ArrayList<>(facts.watches);
            longer.removeIf(watch -> watch.expiresAt() < instant);
            if (longer.size() >= Watch.MAX_WATCHES) {
                Watch oldest = longer.remove(0);
                listener.counted(FoldListener.Counter.WATCH_GAVE_WAY, oldest.trigger());
            }
            longer.add(new Watch(
                    plan.trigger().name(),
                    id,
                    plan.trigger().purpose(),
                    plan.trigger().categories(),
                    bound,
                    alternatives,
                    expiresAt));
            facts.watches = longer;
        }
        return match;
    }

    private Circumstances circumstances() {
        Bundle bundle = program.bundle();
        Map<String, Object> metrics = new HashMap<>();
        for (String name : plan.decisionMetrics()) {
            var metric = bundle.metrics().get(name);
            Object value = metric == null ? null : facts.metrics.value(metric, instant);
            if (value != null) {
                metrics.put(name, value);
            }
        }
        Map<String, Object> segments = new HashMap<>();
        for (Segment segment : bundle.segments().values()) {
            segments.put(segment.name(), facts.segments.type(segment));
        }
        return new Circumstances(facts.attributes, facts.consents, Fields.of(metrics), Fields.of(segments));
    }
}
