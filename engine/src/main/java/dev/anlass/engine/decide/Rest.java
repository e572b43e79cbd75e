package dev.anlass.engine.decide;

import dev.anlass.engine.customer.StableHash;
import dev.anlass.engine.rule.Policy;
import dev.anlass.engine.rule.Policy.Quiet;
import dev.anlass.engine.rule.Settings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/** Gate 6: hours in which nobody is contacted, on the customer's clock as it reads. */
final class Rest {

    /** Quiet windows may follow each other, but not for ever. */
    private static final int MAX_WINDOWS = 16;

    private Rest() {}

    /** Policies that drop first, then those that hold, each by name. */
    static Ruling rule(Candidate candidate, String customer, Settings settings, GateListener listener) {
        ZoneId zone = candidate.zone();
        Ruling held = Gates.PASSED;
        for (Policy policy : candidate.bundle().policies().values()) {
            Quiet quiet = policy.quiet();
            if (quiet == null || !policy.applies().fits(candidate.trigger())) {
                continue;
            }
            Ruling ruling = rule(
                    candidate,
                    policy,
                    quiet,
                    zone,
                    StableHash.spread(settings.spreadOf(quiet.spreadMillis()), customer),
                    listener);
            if (ruling.refusal() != null) {
                return ruling;
            }
            held = held.isHeld() ? held : ruling;
        }
        return held;
    }

    private static Ruling rule(
            Candidate candidate, Policy policy, Quiet quiet, ZoneId zone, long spread, GateListener listener) {
        boolean isQuiet = isQuiet(quiet, zone, candidate.moment());
        boolean drops = isQuiet && quiet.then() == Policy.Then.DROP;
        Ruling ruling = !isQuiet
                ? Gates.PASSED
                : drops
                        ? Ruling.refused("quiet:" + policy.name())
                        : Ruling.held(firstNotQuiet(quiet, zone, candidate.moment()) + spread);
        if (listener.isAttentive()) {
            new Readings(listener, candidate).quiet(policy, quiet, isQuiet, ruling.holdUntil(), ruling.refusal());
        }
        return ruling;
    }

    static boolean isQuiet(Quiet quiet, ZoneId zone, long time) {
        LocalDateTime clock = LocalDateTime.ofInstant(Instant.ofEpochMilli(time), zone);
        LocalTime reads = clock.toLocalTime();
        LocalDate day = clock.toLocalDate();
        boolean afterFrom = !reads.isBefore(quiet.from());
        boolean beforeTo = reads.isBefore(quiet.to());
        if (quiet.from().isBefore(quiet.to())) {
            return afterFrom && beforeTo && quiet.on().contains(day.getDayOfWeek());
        }
        return afterFrom && quiet.on().contains(day.getDayOfWeek())
                || beforeTo && quiet.on().contains(day.minusDays(1).getDayOfWeek());
    }

    private static long firstNotQuiet(Quiet quiet, ZoneId zone, long time) {
        long end = time;
        for (int i = 0; i < MAX_WINDOWS && isQuiet(quiet, zone, end); i++) {
            end = nextReading(quiet.to(), zone, end);
        }
        return end;
    }

    /** The first instant after a time at which the clock reads a time of day, or has skipped it. */
    private static long nextReading(LocalTime reading, ZoneId zone, long after) {
        LocalDate day =
                LocalDateTime.ofInstant(Instant.ofEpochMilli(after), zone).toLocalDate();
        for (int i = 0; i <= 2; i++) {
            LocalDateTime wanted = day.plusDays(i).atTime(reading);
            ZoneOffsetTransition transition = zone.getRules().getTransition(wanted);
            Instant first = transition != null && transition.isGap()
                    ? transition.getInstant()
                    : wanted.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
            Instant second = wanted.atZone(zone).withLaterOffsetAtOverlap().toInstant();
            if (first.toEpochMilli() > after) {
                return first.toEpochMilli();
            }
            if (transition != null && transition.isOverlap() && second.toEpochMilli() > after) {
                return second.toEpochMilli();
            }
        }
        throw new IllegalStateException("no " + reading + " within two days after " + after + " in " + zone);
    }
}
