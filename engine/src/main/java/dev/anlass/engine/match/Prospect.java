package dev.anlass.engine.match;

import dev.anlass.engine.customer.Permission;
import dev.anlass.engine.match.TriggerChains.FirstCount;
import dev.anlass.engine.rule.Step;
import dev.anlass.engine.rule.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a trigger waits for with one customer at a time.
 *
 * @param permission whether what it needs may be used now
 * @param nextSchedule when a schedule comes due next; {@code Long.MAX_VALUE} for a trigger with steps
 */
public record Prospect(
        String trigger,
        String purpose,
        Set<String> needs,
        Permission permission,
        long nextSchedule,
        List<Open> open,
        List<Counting> counting) {

    /**
     * A chain that is open.
     *
     * @param chain what it has reached
     * @param step the step it waits for, and its event type; empty if it waits for time alone
     * @param until the last millisecond at which an event can extend it, or when its wait ends; {@code Long.MAX_VALUE}
     *     if it has no bound
     */
    public record Open(Chain chain, String step, String event, long until) {}

    /** A first step that has been counted for a key. */
    public record Counting(Object key, int seen, int needed) {}

    public Prospect {
        open = List.copyOf(open);
        counting = List.copyOf(counting);
    }

    /** Of every trigger of the deciding bundle, by name. */
    public static List<Prospect> of(MatchProgram program, String customer, Facts facts, long time) {
        List<Prospect> all = new ArrayList<>();
        for (TriggerPlan plan : program.triggers()) {
            all.add(of(program, plan, customer, facts, time));
        }
        return all;
    }

    private static Prospect of(MatchProgram program, TriggerPlan plan, String customer, Facts facts, long time) {
        Trigger trigger = plan.trigger();
        TriggerChains chains = facts.chains().of(trigger.name());
        List<Open> open = chains.chains().stream()
                .filter(chain -> Windows.isAlive(plan, chain, time))
                .map(chain -> open(plan, chain, facts.edition()))
                .toList();
        List<Counting> counting =
                chains.counts().stream().map(count -> counting(plan, count)).toList();
        long schedule = trigger.every() == null
                ? Long.MAX_VALUE
                : program.schedules().next(program, trigger.every(), customer, new Working(facts), time);
        Permission permission = facts.consents().permission(plan.purpose(), trigger.categories(), null, time);
        return new Prospect(
                trigger.name(), trigger.purpose(), trigger.categories(), permission, schedule, open, counting);
    }

    private static Open open(TriggerPlan plan, Chain chain, long edition) {
        if (chain.level() >= plan.steps()) {
            return new Open(chain, "", "", Windows.due(plan, chain, edition));
        }
        Step step = plan.trigger().steps().get(chain.level());
        return new Open(chain, step.name(), step.event(), Windows.lastChance(plan, chain));
    }

    private static Counting counting(TriggerPlan plan, FirstCount count) {
        return new Counting(
                count.key(),
                count.times().size(),
                Objects.requireNonNull(plan.trigger().steps().get(0)).count());
    }
}
