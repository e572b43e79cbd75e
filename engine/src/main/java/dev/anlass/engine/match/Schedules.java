package dev.anlass.engine.match;

import static java.util.Objects.requireNonNull;

import dev.anlass.engine.customer.StableHash;
import dev.anlass.engine.customer.Zones;
import dev.anlass.engine.rule.Schedule;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When the schedules of a bundle are carried out for a customer. */
final class Schedules {

    /** One schedule with the triggers that have it, and what they need. */
    private record Shared(Schedule schedule, List<TriggerPlan> plans, List<Need> needs) {

        static Shared of(Schedule schedule, List<TriggerPlan> plans) {
            List<Need> needs = plans.stream().map(TriggerPlan::need).distinct().toList();
            return new Shared(schedule, List.copyOf(plans), needs);
        }

        boolean isPermitted(Working facts) {
            for (int i = 0; i < needs.size(); i++) {
                Need need = needs.get(i);
                if (facts.consents.permits(need.purpose(), need.categories(), facts.dueThrough)) {
                    return true;
                }
            }
            return false;
        }
    }

    private final List<Shared> different = new ArrayList<>();
    private final Map<Schedule, Nominal> nominal = new HashMap<>();

    /** @param plans the triggers that have a schedule */
    Schedules(List<TriggerPlan> plans) {
        Map<Schedule, List<TriggerPlan>> sharing = new HashMap<>();
        for (TriggerPlan plan : plans) {
            sharing.computeIfAbsent(requireNonNull(plan.trigger().every()), key -> new ArrayList<>())
                    .add(plan);
        }
        sharing.forEach((schedule, those) -> different.add(Shared.of(schedule, those)));
        sharing.keySet().forEach(schedule -> nominal.put(schedule, new Nominal(schedule)));
    }

    /** The triggers whose schedule is carried out at an instant, in their order. */
    List<TriggerPlan> due(MatchProgram program, String customer, Working facts, long instant) {
        List<TriggerPlan> due = new ArrayList<>();
        for (Shared shared : different) {
            if (next(program, shared.schedule(), customer, facts, instant - 1) == instant) {
                due.addAll(shared.plans());
            }
        }
        due.sort(Comparator.comparingInt(TriggerPlan::number));
        return due;
    }

    /**
     * The first instant after those that were due.
     *
     * <p>Nobody is woken for a schedule that may not use what it needs; permission only comes by an event.
     */
    long next(MatchProgram program, String customer, Working facts) {
        long next = Long.MAX_VALUE;
        for (Shared shared : different) {
            if (shared.isPermitted(facts)) {
                next = Math.min(next, next(program, shared.schedule(), customer, facts, facts.dueThrough));
            }
        }
        return next;
    }

    /** The first instant after a time at which a schedule is carried out for this customer. */
    long next(MatchProgram program, Schedule schedule, String customer, Working facts, long after) {
        long spread = spread(program, schedule, customer);
        Nominal times = requireNonNull(nominal.get(schedule));
        long next = times.next(zone(program, facts), after - spread) + spread;
        return next > program.settings().schedulesThrough() ? Long.MAX_VALUE : next;
    }

    static long spread(MatchProgram program, Schedule schedule, String customer) {
        return StableHash.spread(program.settings().spreadOf(schedule.spreadMillis()), customer);
    }

    private static ZoneId zone(MatchProgram program, Working facts) {
        return Zones.of(facts.attributes, program.bundle().constants());
    }
}
