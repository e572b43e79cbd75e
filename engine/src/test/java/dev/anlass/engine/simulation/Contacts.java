package dev.anlass.engine.simulation;

import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Policy;
import dev.anlass.engine.rule.Policy.Period;
import dev.anlass.engine.rule.Purpose.Basis;
import dev.anlass.engine.rule.Trigger;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Every contact ever made with a customer. */
final class Contacts {

    private record Contact(String id, Trigger trigger, long time) {}

    private final List<Contact> all = new ArrayList<>();
    private final Set<Contact> failed = new HashSet<>();
    private Set<String> reported = Set.of();

    void add(Contender contender, long time) {
        all.add(new Contact(contender.moment().id(), contender.trigger(), time));
    }

    /** Delivery has reported by now that these did not arrive. */
    void failed(Set<String> ids) {
        all.stream()
                .filter(contact -> ids.contains(contact.id()) && !reported.contains(contact.id()))
                .forEach(failed::add);
        reported = ids;
    }

    private Stream<Contact> made() {
        return all.stream().filter(contact -> !failed.contains(contact));
    }

    boolean isCoolingDown(Trigger trigger, long time) {
        return made().anyMatch(contact ->
                contact.trigger().name().equals(trigger.name()) && time - contact.time() < trigger.cooldownMillis());
    }

    boolean isFull(Policy policy, Contender contender, ZoneId zone, long time) {
        return counted(policy, contender.bundle(), zone, time).count()
                >= max(policy.cap(), contender.moment().facts());
    }

    /** The first instant after a time at which a cap has room; {@code Long.MAX_VALUE} if it never has. */
    long room(Policy policy, Contender contender, ZoneId zone, long time) {
        LongStream candidates = policy.cap().period() == Period.ROLLING
                ? made().mapToLong(contact -> contact.time() + policy.cap().rollingMillis())
                : LongStream.of(nextPeriod(policy.cap().period(), zone, time));
        return candidates
                .filter(candidate -> candidate > time && !isFull(policy, contender, zone, candidate))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private LongStream counted(Policy policy, Bundle bundle, ZoneId zone, long time) {
        return made().filter(contact -> policy.applies().fits(contact.trigger()))
                .filter(contact ->
                        bundle.purposes().get(contact.trigger().purpose()).basis() != Basis.CONTRACT)
                .mapToLong(Contact::time)
                .filter(contact -> isCounted(policy.cap(), zone, contact, time));
    }

    /** Whether a contact counts at a time. */
    static boolean isCounted(Policy.Cap cap, ZoneId zone, long contact, long time) {
        return cap.period() == Period.ROLLING
                ? time - contact < cap.rollingMillis()
                : firstDay(cap.period(), zone, contact).equals(firstDay(cap.period(), zone, time));
    }

    private static LocalDate firstDay(Period period, ZoneId zone, long time) {
        LocalDate day = Instant.ofEpochMilli(time).atZone(zone).toLocalDate();
        return period == Period.CALENDAR_DAY ? day : day.with(DayOfWeek.MONDAY);
    }

    private static long nextPeriod(Period period, ZoneId zone, long time) {
        LocalDate first = firstDay(period, zone, time);
        LocalDate next = period == Period.CALENDAR_DAY ? first.plusDays(1) : first.plusWeeks(1);
        return next.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private static int max(Policy.Cap cap, Facts facts) {
        Object type = cap.segment() == null ? null : facts.segments().get(cap.segment());
        return type == null ? cap.max() : cap.bySegment().getOrDefault(type.toString(), cap.max());
    }
}
