package dev.anlass.engine.match;

import static java.util.Objects.requireNonNull;

import dev.anlass.engine.customer.Permission;
import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.expression.Expression;
import dev.anlass.engine.expression.Seen;
import dev.anlass.engine.expression.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The waits and schedules of one instant, carried out. */
final class DueWork {

    private final MatchProgram program;
    private final String customer;
    private final Working facts;
    private final long instant;
    private final FoldListener listener;

    DueWork(MatchProgram program, String customer, Working facts, long instant, FoldListener listener) {
        this.program = program;
        this.customer = customer;
        this.facts = facts;
        this.instant = instant;
        this.listener = listener;
    }

    void complete() {
        facts.segments = Segmenting.rescored(program, facts, instant);
        for (String name : List.copyOf(facts.chains.byTrigger().keySet())) {
            TriggerPlan plan = program.trigger(name);
            if (plan != null && plan.waits()) {
                completeWaiting(plan);
            }
        }
        List<TriggerPlan> due = program.schedules().due(program, customer, facts, instant);
        if (!due.isEmpty()) {
            completeSchedules(due);
        }
    }

    private void completeWaiting(TriggerPlan plan) {
        TriggerChains before = facts.chains.of(plan.trigger().name());
        List<Chain> due = new ArrayList<>();
        List<Chain> rest = new ArrayList<>();
        for (Chain chain : before.chains()) {
            boolean isDue = chain.level() == plan.steps() && Windows.due(plan, chain, facts.edition) <= instant;
            (isDue ? due : rest).add(chain);
        }
        if (!due.isEmpty()) {
            listener.cameDue(instant);
            facts.chains = facts.chains.with(plan.trigger().name(), new TriggerChains(rest, before.counts()));
            FactScope scope = Completion.scope(program, facts, instant);
            completion(plan, String.valueOf(instant)).of(due, scope);
        }
    }

    private void completeSchedules(List<TriggerPlan> due) {
        FactScope scope = Completion.scope(program, facts, instant);
        @Nullable Need asked = null;
        boolean isPermitted = false;
        for (TriggerPlan plan : due) {
            listener.cameDue(instant);
            if (plan.need() != asked) {
                asked = plan.need();
                isPermitted = facts.consents.permits(asked.purpose(), asked.categories(), instant);
            }
            if (isPermitted) {
                completeSchedule(plan, scope);
            } else {
                listener.counted(
                        FoldListener.Counter.NOT_PERMITTED, plan.trigger().name());
                notPermitted(plan);
            }
        }
    }

    private void completeSchedule(TriggerPlan plan, FactScope scope) {
        Expression where = plan.trigger().where();
        if (where == null || where.test(scope) == Truth.TRUE) {
            var schedule = requireNonNull(plan.trigger().every());
            long nominal = instant - Schedules.spread(program, schedule, customer);
            completion(plan, String.valueOf(nominal)).ofSchedule();
        } else if (listener.isAttentive()) {
            tell(new Happening.Failed(name(plan), "", where.text(), where.test(scope), Seen.by(where, scope)));
        }
    }

    private void notPermitted(TriggerPlan plan) {
        if (listener.isAttentive()) {
            Set<String> needs = plan.trigger().categories();
            Permission permission = facts.consents.permission(plan.purpose(), needs, null, instant);
            String purpose = plan.purpose().name();
            tell(new Happening.NotPermitted(
                    Happening.User.TRIGGER, name(plan), purpose, needs, permission, Happening.When.DUE));
        }
    }

    private void tell(Happening happening) {
        listener.happened(OrderKey.due(instant), happening);
    }

    private static String name(TriggerPlan plan) {
        return plan.trigger().name();
    }

    private Completion completion(TriggerPlan plan, String completedBy) {
        return new Completion(program, plan, customer, facts, OrderKey.due(instant), instant, listener, completedBy);
    }
}
