package dev.anlass.engine.match;

import dev.anlass.engine.customer.StableHash;
import dev.anlass.engine.customer.Zones;
import dev.anlass.engine.rule.Schedule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

/** When dwells, waits and schedules of a customer come due. */
final class Dues {

    private Dues() {}

    static long next(MatchProgram program, String customer, Working facts) {
        long next = facts.presence.nextDue(program.fences(), program.settings().presenceTimeoutMillis());
        for (var open : facts.chains.byTrigger().entrySet()) {
            TriggerPlan plan = program.trigger(open.getKey());
            if (plan != null && plan.waits()) {
                for (Chain chain : open.getValue().chains()) {
                    if (chain.level() == plan.steps()) {
                        next = Math.min(next, Windows.due(plan, chain, facts.edition));
                    }
                }
            }
        }
        for (TriggerPlan plan : program.schedules()) {
            if (!isPermitted(plan, facts)) {
                continue;
            }
            next = Math.min(next, nextSchedule(program, plan, customer, facts, facts.dueThrough));
        }
        return next;
    }

    /** Nobody is woken for a schedule that may not use what it needs; permission only comes by an event. */
    private static boolean isPermitted(TriggerPlan plan, Working facts) {
        return facts.consents
                .permission(plan.purpose(), plan.trigger().categories(), null, facts.dueThrough)
                .isGranted();
    }

    /** The first instant after a time at which a schedule is carried out for this customer. */
    static long nextSchedule(MatchProgram program, TriggerPlan plan, String customer, Working facts, long after) {
        Schedule schedule = Objects.requireNonNull(plan.trigger().every());
        long spread = spread(program, schedule, customer);
        long next = nextNominal(schedule, zone(program, facts), after - spread) + spread;
        return next > program.settings().schedulesThrough() ? Long.MAX_VALUE : next;
    }

    static long spread(MatchProgram program, Schedule schedule, String customer) {
        return StableHash.spread(program.settings().spreadOf(schedule.spreadMillis()), customer);
    }

    /** The first time of day after a time; a time that the clock skips is read as one hour later. */
    private static long nextNominal(Schedule schedule, ZoneId zone, long after) {
        LocalDate day = Instant.ofEpochMilli(after).atZone(zone).toLocalDate();
        for (int i = 0; i <= 8; i++, day = day.plusDays(1)) {
            if (schedule.on().contains(day.getDayOfWeek())) {
                long nominal =
                        day.atTime(schedule.at()).atZone(zone).toInstant().toEpochMilli();
                if (nominal > after) {
                    return nominal;
                }
            }
        }
        return Long.MAX_VALUE / 2;
    }

    private static ZoneId zone(MatchProgram program, Working facts) {
        return Zones.of(facts.attributes, program.bundle().constants());
    }
}
