package dev.anlass.engine.simulation;

import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.EventType;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Clause;
import dev.anlass.engine.rule.Metric;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rule.Step;
import dev.anlass.engine.rule.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything known of one customer while the sorted list is told, event by event and due by due. */
final class Tale {

    private final Bundle bundle;
    private final String customer;
    private final @Nullable Judge judge;
    private final List<Event> consents = new ArrayList<>();
    private final List<Event> updates = new ArrayList<>();
    private final Stays stays;
    private final Aggregates aggregates = new Aggregates();
    private final Relations relations;
    private final Map<String, Chains> chains = new TreeMap<>();
    private final List<Moment> moments = new ArrayList<>();
    private final List<Long> dues = new ArrayList<>();

    Tale(Rules rules, Settings settings, String customer, @Nullable Judge judge) {
        this.bundle = rules.bundle();
        this.customer = customer;
        this.judge = judge;
        this.stays = new Stays(bundle.fences(), rules.fences(), settings.presenceTimeoutMillis());
        this.relations = new Relations(bundle.segments().values());
        bundle.triggers().forEach((name, trigger) -> chains.put(name, new Chains(trigger)));
    }

    List<Moment> moments() {
        return moments;
    }

    /** The instants of the dwells, waits and schedules so far. */
    List<Long> dues() {
        return dues;
    }

    Facts facts(long time) {
        return new Facts(bundle, updates, aggregates.copy(), relations.types(), time);
    }

    /** The next instant at which a consent expires, from a time on. */
    long nextExpiry(long from) {
        return bundle.purposes().keySet().stream()
                .map(purpose -> new Consent(bundle, consents).newest(purpose))
                .filter(record -> record != null && Consent.expiry(record) >= from)
                .mapToLong(Consent::expiry)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** The next dwell, wait or schedule after a time. */
    long nextDue(long after) {
        long next = Math.min(stays.nextDwell(), judge == null ? Long.MAX_VALUE : judge.nextRelease());
        for (Map.Entry<String, Chains> entry : chains.entrySet()) {
            next = Math.min(next, entry.getValue().nextDue());
            Trigger trigger = bundle.triggers().get(entry.getKey());
            if (trigger.every() != null) {
                next = Math.min(next, Nominal.next(trigger.every(), facts(after).zone(), after));
            }
        }
        return next;
    }

    void expire(long time) {
        dropWhatIsDenied(time);
        consentChanged(time);
    }

    /** Everything that is due at an instant: dwells, then waits and schedules. */
    void due(long time) {
        int before = moments.size();
        dues.add(time);
        look(time);
        for (Stays.Dwell dwell : stays.dwells(time)) {
            apply(dwell.event(), time, Knowledge.NONE, dwell.purposes());
        }
        for (Trigger trigger : bundle.triggers().values()) {
            if (trigger.every() != null) {
                schedule(trigger, time);
            } else {
                complete(trigger, chains.get(trigger.name()).takeDue(time), time, Long.toString(time));
            }
        }
        decide(before, time, true);
    }

    void apply(Admitted admitted) {
        int before = moments.size();
        applyWithDerived(admitted);
        decide(before, admitted.place().time(), false);
    }

    private void decide(int before, long time, boolean isDue) {
        if (judge != null) {
            judge.decide(
                    List.copyOf(moments.subList(before, moments.size())),
                    new Consent(bundle, List.copyOf(consents)),
                    facts(time).zone(),
                    time,
                    isDue);
        }
    }

    private void consentChanged(long time) {
        if (judge != null) {
            judge.consent(new Consent(bundle, consents), time);
        }
    }

    private void applyWithDerived(Admitted admitted) {
        Event event = admitted.event();
        long time = admitted.place().time();
        if (event.type().equals(EventType.CONSENT_CHANGED)) {
            consents.add(event);
            dropWhatIsDenied(time);
            consentChanged(time);
        } else if (event.type().equals(EventType.CUSTOMER_UPDATED)) {
            updates.add(event);
        }
        Set<String> ofPlaces = permitted(Set.of(EventType.LOCATION), time, admitted.known());
        ofPlaces.retainAll(placePurposes());
        if (event.type().equals(EventType.LOCATION_REPORTED)) {
            List<Event> derived = ofPlaces.isEmpty() ? List.of() : stays.position(event, ofPlaces);
            apply(event, time, admitted.known(), null);
            derived.forEach(each -> apply(each, time, admitted.known(), null));
        } else if (EventType.isAboutFence(event.type())) {
            Event seen = ofPlaces.isEmpty() ? null : stays.report(event, ofPlaces);
            if (seen != null) {
                apply(seen, time, admitted.known(), null);
            }
        } else {
            apply(event, time, admitted.known(), null);
        }
    }

    /**
     * Metrics, segments, triggers.
     *
     * @param only the purposes that may use the event, whatever else permits it; null for all
     */
    private void apply(Event event, long time, Knowledge known, @Nullable Set<String> only) {
        Bound bound = new Bound(event);
        for (Metric metric : bundle.metrics().values()) {
            if (metric.event().equals(event.type())
                    && mayUse(metric.purpose(), metric.categories(), time, known, only)) {
                aggregates.add(metric, bound, new View(facts(time)).event(bound));
            }
        }
        look(time);
        if (judge != null) {
            judge.event(bound, facts(time));
        }
        for (Trigger trigger : bundle.triggers().values()) {
            Chains own = chains.get(trigger.name());
            own.unless(bound, () -> new View(facts(time)));
            if (mayUse(trigger.purpose(), trigger.categories(), time, known, only)) {
                List<Chain> reached = own.use(bound, () -> new View(facts(time)));
                complete(trigger, reached, time, event.source(), event.id());
            }
        }
    }

    private void schedule(Trigger trigger, long time) {
        Facts facts = facts(time);
        boolean isNominal = Nominal.next(trigger.every(), facts.zone(), time - 1) == time;
        Consent consent = new Consent(bundle, consents);
        if (isNominal
                && consent.permitsUse(trigger.purpose(), trigger.categories(), time)
                && new View(facts).isTrue(trigger.where())) {
            moments.add(new Moment(trigger.name(), id(trigger, Long.toString(time)), time, List.of(), 0, facts));
        }
    }

    private void complete(Trigger trigger, List<Chain> reached, long time, String... by) {
        if (!reached.isEmpty()) {
            Facts facts = facts(time);
            Chain chosen = Preference.choose(trigger, reached, facts);
            moments.add(new Moment(trigger.name(), id(trigger, by), time, chosen.bound(), reached.size() - 1, facts));
        }
    }

    private String id(Trigger trigger, String... by) {
        return Identity.of(customer, trigger.name(), by);
    }

    private void look(long time) {
        if (bundle.segments().isEmpty()) {
            return;
        }
        relations.look(bundle.segments().values(), new View(facts(time)));
    }

    private boolean mayUse(
            String purpose, Set<String> categories, long time, Knowledge known, @Nullable Set<String> only) {
        boolean heldThen = new Consent(bundle, consents).permitsUse(purpose, categories, time);
        boolean heldOnArrival = only != null
                ? only.contains(purpose)
                : new Consent(bundle, known.consents()).permitsUse(purpose, categories, Math.max(time, known.clock()));
        return heldThen && heldOnArrival;
    }

    /** The purposes that permit some categories at a place and permitted them on arrival. */
    private Set<String> permitted(Set<String> categories, long time, Knowledge known) {
        Set<String> permitted = new TreeSet<>();
        for (String purpose : bundle.purposes().keySet()) {
            if (mayUse(purpose, categories, time, known, null)) {
                permitted.add(purpose);
            }
        }
        return permitted;
    }

    private void dropWhatIsDenied(long time) {
        Consent consent = new Consent(bundle, consents);
        for (Trigger trigger : bundle.triggers().values()) {
            if (!consent.permitsUse(trigger.purpose(), trigger.categories(), time)) {
                chains.get(trigger.name()).clear();
            }
        }
        for (Metric metric : bundle.metrics().values()) {
            if (!consent.permitsUse(metric.purpose(), metric.categories(), time)) {
                aggregates.forget(metric);
            }
        }
        Set<String> ofPlaces = permitted(Set.of(EventType.LOCATION), time, new Knowledge(consents, time));
        ofPlaces.retainAll(placePurposes());
        stays.retain(ofPlaces);
    }

    /** The purposes of which some trigger or metric reads places. */
    private Set<String> placePurposes() {
        Set<String> purposes = new TreeSet<>();
        for (Trigger trigger : bundle.triggers().values()) {
            Stream<String> types = Stream.of(
                            trigger.steps().stream().map(Step::event),
                            trigger.unless().stream().map(Clause::event),
                            trigger.until().stream().map(Clause::event))
                    .flatMap(each -> each);
            if (types.anyMatch(Tale::isPlace)) {
                purposes.add(trigger.purpose());
            }
        }
        for (Metric metric : bundle.metrics().values()) {
            if (isPlace(metric.event())) {
                purposes.add(metric.purpose());
            }
        }
        return purposes;
    }

    private static boolean isPlace(String type) {
        return EventType.isAboutFence(type) || type.equals(EventType.LOCATION_REPORTED);
    }
}
