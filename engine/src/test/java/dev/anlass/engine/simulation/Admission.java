package dev.anlass.engine.simulation;

import dev.anlass.engine.decide.Action;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.EventType;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.BundleReads;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rule.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which arrivals of one customer are accepted, and where each acts. */
final class Admission {

    private final Reference reference;
    private final Settings settings;
    private final Set<String> read;
    private final List<Admitted> admitted = new ArrayList<>();
    private final List<Event> consents = new ArrayList<>();
    private final List<Long> passedBefore = new ArrayList<>();
    private int lookedThrough;
    private long clock = Long.MIN_VALUE;
    private long lastDue = Long.MIN_VALUE;
    private final Set<String> late = new TreeSet<>();

    Admission(Reference reference, Bundle bundle, Settings settings) {
        this.reference = reference;
        this.settings = settings;
        this.read = BundleReads.of(bundle).keySet();
    }

    List<Admitted> admitted() {
        return admitted;
    }

    /** The ids of the events that were rejected as late. */
    Set<String> late() {
        return late;
    }

    /** Whether the newest of the records that have arrived permits an action. */
    boolean permits(Bundle bundle, Action action) {
        Trigger trigger = bundle.triggers().get(action.trigger());
        Consent arrived = new Consent(bundle, consents);
        return arrived.denial(trigger.purpose(), trigger.categories(), trigger.channel(), action.decidedAt()) == null;
    }

    void arrive(Arrival arrival) {
        Event event = arrival.event();
        boolean isAboutCustomer = EventType.isAboutCustomer(event.type());
        if (!(isAboutCustomer || read.contains(event.type())) || isKnown(event)) {
            return;
        }
        boolean isLate = isLate(event, arrival.passed());
        if (isLate && !isAboutCustomer) {
            late.add(event.id());
            return;
        }
        if (event.type().equals(EventType.CONSENT_CHANGED)) {
            consents.add(event);
        }
        Place place = isLate ? Place.now(clock, lastDue == clock, admitted.size()) : Place.of(event.key());
        passedBefore.add(arrival.passed());
        if (expiresBetween(Math.max(clock, event.time()), arrival.passed())) {
            lookBack(arrival.passed());
        }
        clock = Math.max(clock, event.time());
        admitted.add(new Admitted(event, place, new Knowledge(consents, clock), arrival.passed()));
    }

    private boolean expiresBetween(long from, long to) {
        return consents.stream().mapToLong(Consent::expiry).anyMatch(expiry -> from < expiry && expiry <= to);
    }

    private boolean isKnown(Event event) {
        return admitted.stream().anyMatch(known -> known.event().isSameAs(event));
    }

    /** Whether the event is older than the clock by more than the lateness. */
    private boolean isLate(Event event, long passed) {
        if (admitted.isEmpty()) {
            return false;
        }
        if (event.time() < Math.max(clock, passed) - settings.latenessMillis()) {
            lookBack(passed);
        }
        return event.time() < clock - settings.latenessMillis();
    }

    /** The clock keeps what was due when each event arrived, though a correction may have taken it back since. */
    private void lookBack(long passed) {
        for (; lookedThrough < admitted.size(); lookedThrough++) {
            look(admitted.subList(0, lookedThrough), passedBefore.get(lookedThrough));
        }
        look(admitted, passed);
        clock = Math.max(clock, lastDue);
    }

    private void look(List<Admitted> then, long passed) {
        if (!then.isEmpty()) {
            reference.tell(then, passed).dues().stream()
                    .filter(due -> due <= passed)
                    .forEach(due -> lastDue = Math.max(lastDue, due));
        }
    }
}
