package dev.anlass.engine.decide;

import dev.anlass.engine.rule.Policy;
import dev.anlass.engine.rule.Policy.Cap;
import dev.anlass.engine.rule.Trigger;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gate 5: how often this customer may be contacted, counted in their own contact history. */
final class Pressure {

    private Pressure() {}

    /** A cooldown first, then caps that drop, then caps that hold, each by name of the policy. */
    static Ruling rule(Candidate candidate, ContactHistory contacts, GateListener listener) {
        Trigger trigger = candidate.trigger();
        long moment = candidate.moment();
        if (trigger.cooldownMillis() > 0) {
            List<Long> within = contacts.times(contact ->
                    contact.trigger().equals(trigger.name()) && moment - contact.time() < trigger.cooldownMillis());
            @Nullable String reason = within.isEmpty() ? null : "cooldown";
            if (listener.isAttentive()) {
                new Readings(listener, candidate).cooldown(within, reason);
            }
            if (reason != null) {
                return Ruling.refused(reason);
            }
        }
        if (Gates.isContract(candidate)) {
            return Gates.PASSED;
        }
        Ruling held = Gates.PASSED;
        for (Policy policy : candidate.bundle().policies().values()) {
            Cap cap = policy.cap();
            if (cap == null || !policy.applies().fits(trigger)) {
                continue;
            }
            List<Long> counted = counted(candidate, policy, cap, contacts);
            long room = room(candidate, cap, counted);
            @Nullable String reason = room > moment && cap.then() == Policy.Then.DROP ? "cap:" + policy.name() : null;
            if (listener.isAttentive()) {
                new Readings(listener, candidate).cap(policy, max(candidate, cap), counted, room, reason);
            }
            if (reason != null) {
                return Ruling.refused(reason);
            }
            if (room > moment && !held.isHeld()) {
                held = Ruling.held(room);
            }
        }
        return held;
    }

    /** When there is room for one more contact: the moment itself or later. */
    private static long room(Candidate candidate, Cap cap, List<Long> counted) {
        long moment = candidate.moment();
        int max = max(candidate, cap);
        if (counted.size() < max) {
            return moment;
        }
        if (max <= 0) {
            return Long.MAX_VALUE;
        }
        return cap.period() == Policy.Period.ROLLING
                ? counted.get(counted.size() - max) + cap.rollingMillis()
                : windowEnd(candidate, cap);
    }

    /** Times of the contacts that count, oldest first. */
    private static List<Long> counted(Candidate candidate, Policy policy, Cap cap, ContactHistory contacts) {
        long from = windowStart(candidate, cap);
        return contacts.times(contact -> contact.time() >= from
                && policy.applies().fits(contact.channel(), contact.purpose(), contact.trigger())
                && !Gates.isContract(candidate.bundle().purposes().get(contact.purpose())));
    }

    private static int max(Candidate candidate, Cap cap) {
        if (cap.segment() == null) {
            return cap.max();
        }
        Object type = candidate.match().circumstances().segments().get(cap.segment());
        return cap.bySegment().getOrDefault(String.valueOf(type), cap.max());
    }

    /** A contact exactly as old as a rolling window no longer counts. */
    private static long windowStart(Candidate candidate, Cap cap) {
        return cap.period() == Policy.Period.ROLLING
                ? candidate.moment() - cap.rollingMillis() + 1
                : start(candidate, cap, 0);
    }

    private static long windowEnd(Candidate candidate, Cap cap) {
        return start(candidate, cap, 1);
    }

    private static long start(Candidate candidate, Cap cap, int periodsLater) {
        ZoneId zone = candidate.zone();
        LocalDate day = Instant.ofEpochMilli(candidate.moment()).atZone(zone).toLocalDate();
        LocalDate first = cap.period() == Policy.Period.CALENDAR_WEEK
                ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(periodsLater)
                : day.plusDays(periodsLater);
        return first.atStartOfDay(zone).toInstant().toEpochMilli();
    }
}
