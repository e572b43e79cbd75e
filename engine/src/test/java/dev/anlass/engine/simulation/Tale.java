package dev.anlass.engine.simulation;

import dev.anlass.engine.decide.Stops;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.EventType;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Clause;
import dev.anlass.engine.rule.Metric;
import dev.anlass.engine.rule.Purpose.Basis;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rule.Step;
import dev.anlass.engine.rule.Trigger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything known of one customer while the sorted list is told, event by event and due by due. */
final class Tale {

    private final Rules rules;
    private final Settings settings;
    private final String customer;
    private final @Nullable Judge judge;
    private final List<Event> consents;
    private final Map<Event, Long> arrivals = new HashMap<>();
    private final List<Event> updates = new ArrayList<>();
    private final Stays stays;
    private final Aggregates aggregates = new Aggregates();
    private final Relations relations;
    private final List<Moment> moments = new ArrayList<>();
    private final List<Long> dues = new ArrayList<>();
    private Edition edition;
    private Bundle bundle;
    private int decided;
    private long lastInstant = Long.MIN_VALUE;
    private long lastBegun = Long.MIN_VALUE;
    private Blocks blocks;
    private Map<String, Chains> chains = new TreeMap<>();

    /** @param known from the start */
    Tale(Rules rules, Edition first, Settings settings, String customer, Knowledge known, @Nullable Judge judge) {
        this.rules = rules;
        this.settings = settings;
        this.customer = customer;
        this.consents = new ArrayList<>(known.consents());
        this.blocks = known.blocks();
        this.judge = judge;
        this.edition = first;
        this.bundle = first.bundle();
        this.stays = new Stays(bundle.fences(), first.fences(), settings.presenceTimeoutMillis());
        this.relations = new Relations(bundle.segments().values());
        bundle.triggers().forEach((name, trigger) -> chains.put(name, new Chains(trigger, first)));
    }

    List<Moment> moments() {
        return moments;
    }

    /**
     * The last instant that is over and at which something happened by time alone. A bundle that begins and a consent that
     * expires come before the events of their instant: they do not say that it is over.
     *
     * @param over how far time has passed
     */
    long lastInstant(long over) {
        return lastBegun <= over ? Math.max(lastInstant, lastBegun) : lastInstant;
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
                .map(purpose -> consent().newest(purpose))
                .filter(record -> record != null && Consent.expiry(record) >= from)
                .mapToLong(Consent::expiry)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** The next instant from which another bundle decides; {@code Long.MAX_VALUE} if there is none. */
    long nextChange() {
        boolean isLast = edition.number() + 1 == rules.editions().size();
        return isLast
                ? Long.MAX_VALUE
                : rules.editions().get(edition.number() + 1).effectiveFrom();
    }

    /** The next dwell, wait, schedule or release after a time. */
    long nextDue(long after) {
        return Math.min(nextFact(after), judge == null ? Long.MAX_VALUE : judge.nextRelease());
    }

    private long nextFact(long after) {
        long next = stays.nextDwell();
        for (Map.Entry<String, Chains> entry : chains.entrySet()) {
            next = Math.min(next, entry.getValue().nextDue());
            Trigger trigger = bundle.triggers().get(entry.getKey());
            if (trigger.every() != null && consent().permitsUse(trigger.purpose(), trigger.categories(), after)) {
                next = Math.min(next, nominal(trigger).next(facts(after).zone(), after));
            }
        }
        return next;
    }

    private Nominal nominal(Trigger trigger) {
        return Nominal.of(trigger.every(), settings, customer);
    }

    /** The next bundle begins to decide. */
    void change() {
        begin(nextChange());
        Edition before = edition;
        edition = rules.editions().get(before.number() + 1);
        bundle = edition.bundle();
        Edits edits = new Edits(rules.editions(), edition.number());
        Map<String, Chains> carried = new TreeMap<>();
        bundle.triggers().forEach((name, trigger) -> {
            Chains own = chains.get(name);
            carried.put(
                    name,
                    own == null
                            ? new Chains(trigger, edition)
                            : own.under(trigger, edition, edits, heldFor(trigger, before.bundle())));
        });
        chains = carried;
        aggregates.carryOver(before.bundle().metrics(), bundle.metrics());
        relations.carryOver(bundle.segments());
        stays.carryOver(bundle.fences(), edition.fences());
        dropWhatIsDenied(edition.effectiveFrom());
        look(edition.effectiveFrom());
        if (judge != null) {
            judge.change(bundle);
        }
    }

    /** Whether what a trigger needs was permitted for events since a time: by a record that had arrived before. */
    private LongPredicate heldFor(Trigger trigger, Bundle before) {
        Trigger old = before.triggers().get(trigger.name());
        boolean needsMore =
                !old.purpose().equals(trigger.purpose()) || !old.categories().containsAll(trigger.categories());
        Event record = consent().newest(trigger.purpose());
        boolean isPermitted = consent().permitsUse(trigger.purpose(), trigger.categories(), edition.effectiveFrom());
        boolean isContract = bundle.purposes().get(trigger.purpose()).basis() == Basis.CONTRACT;
        return time -> !needsMore || (isPermitted && (isContract || record == null || arrivals.get(record) < time));
    }

    /** Something comes before the events of an instant; all instants before it are over. */
    private void begin(long time) {
        lastInstant = lastInstant(time - 1);
        lastBegun = time;
    }

    void expire(long time) {
        begin(time);
        dropWhatIsDenied(time);
        look(time);
        consentChanged(time);
    }

    /** Everything that is due at an instant: dwells, then waits and schedules. */
    void due(long time) {
        int before = moments.size();
        lastInstant = time;
        if (nextFact(time - 1) == time) {
            dues.add(time);
            look(time);
        }
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
        if (judge != null) {
            judge.known(admitted.known());
        }
        applyWithDerived(admitted);
        decide(before, admitted.place().time(), false);
    }

    private void decide(int before, long time, boolean isDue) {
        decided = moments.size();
        if (judge != null) {
            judge.decide(
                    List.copyOf(moments.subList(before, moments.size())),
                    new Consent(bundle, List.copyOf(consents), blocks),
                    facts(time).zone(),
                    time,
                    isDue);
        }
    }

    private void consentChanged(long time) {
        if (judge != null) {
            judge.consent(consent(), time);
        }
    }

    private void applyWithDerived(Admitted admitted) {
        Event event = admitted.event();
        long time = admitted.place().time();
        if (event.type().equals(EventType.CONSENT_CHANGED)) {
            takeIn(admitted);
            dropWhatIsDenied(time);
            consentChanged(admitted.clock());
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

    private void takeIn(Admitted admitted) {
        Event record = admitted.event();
        blocks = blocks.after(record);
        if (Blocks.isReadable(record) && !consents.contains(record)) {
            consents.add(record);
            arrivals.put(record, admitted.known().clock());
        }
    }

    private Consent consent() {
        return new Consent(bundle, consents, blocks);
    }

    /**
     * Metrics, segments, triggers.
     *
     * @param only the purposes that may use the event, whatever else permits it; null for all
     */
    private void apply(Event event, long time, Knowledge known, @Nullable Set<String> only) {
        Bound bound = Bound.of(event);
        for (Metric metric : bundle.metrics().values()) {
            if (metric.event().equals(event.type())
                    && mayUse(metric.purpose(), metric.categories(), time, known, only)) {
                aggregates.add(metric, bound, new View(facts(time)).event(bound));
            }
        }
        look(time);
        if (judge != null) {
            judge.event(bound, facts(time), List.copyOf(moments.subList(decided, moments.size())));
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
        Nominal nominal = nominal(trigger);
        boolean isNominal = nominal.next(facts.zone(), time - 1) == time;
        if (isNominal
                && consent().permitsUse(trigger.purpose(), trigger.categories(), time)
                && new View(facts).isTrue(trigger.where())) {
            moments.add(new Moment(
                    trigger.name(), id(trigger, Long.toString(nominal.of(time))), time, List.of(), 0, facts));
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
        boolean heldThen = consent().permitsUse(purpose, categories, time);
        boolean heldOnArrival = only != null
                ? only.contains(purpose)
                : new Consent(bundle, known.consents(), known.blocks())
                        .permitsUse(purpose, categories, Math.max(time, known.clock()));
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
        Consent consent = consent();
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
        Set<String> ofPlaces = permitted(
                Set.of(EventType.LOCATION), time, new Knowledge(consents, blocks, Set.of(), Stops.NONE, time));
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
        return EventType.isAboutFence(type);
    }
}
