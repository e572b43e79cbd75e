package dev.anlass.engine.simulation;

import dev.anlass.engine.decide.Action;
import dev.anlass.engine.decide.Stops;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.EventType;
import dev.anlass.engine.event.Fields;
import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.BundleReads;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rule.Trigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What arrived about a customer since the last erasure: what was accepted, and where each acts. */
final class Life {

    private static final long MINUTE_MILLIS = 60_000;

    /** What was known after a record had arrived, how far time had passed before it, and its place. */
    private record Received(Knowledge known, long passed, long time) {}

    private final Reference reference;
    private final Rules rules;
    private final Settings settings;
    private final @Nullable OrderKey tombstone;
    private final List<Admitted> admitted = new ArrayList<>();
    private final List<Received> received = new ArrayList<>();
    private final Set<String> rejected = new TreeSet<>();
    private final Knowledge atFirst;
    private Knowledge known;
    private Knowledge knownBefore;
    private int lookedThrough;
    private long clock = Long.MIN_VALUE;
    private long lastDue = Long.MIN_VALUE;
    private long lastInstant = Long.MIN_VALUE;
    private long minute = Long.MIN_VALUE;
    private int eventsInMinute;

    /**
     * A life that begins.
     *
     * @param blocks those that an erasure left
     * @param stops what is stopped then
     * @param tombstone place of the erasure before; null if there was none
     */
    Life(
            Reference reference,
            Rules rules,
            Settings settings,
            List<Event> objections,
            Blocks blocks,
            Stops stops,
            @Nullable OrderKey tombstone) {
        this.reference = reference;
        this.rules = rules;
        this.settings = settings;
        this.tombstone = tombstone;
        this.atFirst = new Knowledge(objections, blocks, Set.of(), stops, Long.MIN_VALUE);
        this.known = atFirst;
        this.knownBefore = known;
    }

    List<Admitted> admitted() {
        return admitted;
    }

    /** What an erasure left. */
    Knowledge atFirst() {
        return atFirst;
    }

    /** What is blocked by what has arrived so far. */
    Blocks blocks() {
        return known.blocks();
    }

    /** The ids of the events that were rejected. */
    Set<String> rejected() {
        return rejected;
    }

    /** The customer's clock after time has passed. */
    long clock(long passed) {
        lookBack(passed);
        return clock;
    }

    Consent arrived(Bundle bundle) {
        return new Consent(bundle, known.consents(), known.blocks());
    }

    /**
     * Whether the newest of the records that had arrived permits an action.
     *
     * @param passed how far time had passed before the last record; what came due by then had been carried out
     */
    boolean permits(Action action, long passed) {
        Bundle bundle = rules.numbered(action.bundle());
        Trigger trigger = bundle.triggers().get(action.trigger());
        Knowledge then = action.decidedAt() <= passed ? knownBefore : known;
        Consent consent = new Consent(bundle, then.consents(), then.blocks());
        return consent.denial(trigger.purpose(), trigger.categories(), trigger.channel(), action.decidedAt()) == null;
    }

    /** Where the last event acts that was accepted. */
    OrderKey lastPlace() {
        OrderKey last = OrderKey.START;
        for (Admitted each : admitted) {
            Place place = each.place();
            OrderKey key = place.phase() == Place.Phase.EVENT
                    ? place.key()
                    : new OrderKey(place.time(), OrderKey.RANK_NOW, "", "", "");
            last = key.compareTo(last) > 0 ? key : last;
        }
        return last;
    }

    /** What was known when what is due at an instant was carried out. */
    Knowledge arrivedBefore(long instant) {
        Knowledge then = atFirst;
        for (Received each : received) {
            boolean isCarriedOutBefore = each.passed() >= instant;
            if (isCarriedOutBefore) {
                break;
            }
            then = each.known();
            if (each.time() > instant) {
                break;
            }
        }
        return then;
    }

    /** A candidate was released at an instant, unless it was refused because a record expired then. */
    void released(long instant) {
        if (known.consents().stream().mapToLong(Consent::expiry).anyMatch(expiry -> expiry == instant)) {
            return;
        }
        clock = Math.max(clock, instant);
        lastDue = Math.max(lastDue, instant);
    }

    /** Something was stopped or started after time had passed so far. */
    void stop(Stops stops, long passed) {
        known = known.under(stops);
        knownBefore = knownBefore.under(stops);
        received.add(new Received(known, passed, Long.MIN_VALUE));
    }

    /** A consent record has arrived that cannot be read. */
    void block(String customer, @Nullable String purpose, long passed) {
        Place now = placeNow(passed);
        long time = clock == Long.MIN_VALUE ? Math.max(passed, now.time()) : now.time();
        time = Math.max(time, 0);
        OrderKey key = new OrderKey(time, OrderKey.RANK_CUSTOMER, "", "", "unreadable");
        Fields fields = purpose == null ? Fields.EMPTY : Fields.of("purpose", purpose);
        Event record = new Event(customer, key, EventType.CONSENT_CHANGED, fields);
        admit(record, Place.now(time, now.phase() == Place.Phase.NOW_AFTER_DUE, admitted.size()), passed);
    }

    /** Dated up to the erasure; of its very millisecond, up to its kind of event. */
    boolean isBuried(Event event) {
        return tombstone != null
                && (event.time() < tombstone.time()
                        || event.time() == tombstone.time() && event.key().rank() <= tombstone.rank());
    }

    void arrive(Event event, long passed) {
        if (isBuried(event)) {
            rejected.add(event.id());
            return;
        }
        if (event.type().equals("action.failed")) {
            known = known.afterFailure(String.valueOf(event.fields().get("action_id")));
            received.add(new Received(known, passed, Long.MIN_VALUE));
        }
        boolean isAboutCustomer = EventType.isAboutCustomer(event.type());
        boolean isRead = isAboutCustomer
                || BundleReads.of(rules.at(event.time()).bundle()).containsKey(event.type());
        if (!isRead || isRemembered(event, passed)) {
            return;
        }
        boolean isLate = isLate(event, passed);
        if (!isAboutCustomer && (isLate || isTooMany(event))) {
            rejected.add(event.id());
            return;
        }
        admit(event, isLate ? placeNow(passed) : Place.of(event.key()), passed);
        if (event.type().equals(EventType.CONSENT_CHANGED) && isBlockedAtEnd(event)) {
            admit(event, placeNow(passed), passed);
        }
    }

    private void admit(Event event, Place place, long passed) {
        long time = place.phase() == Place.Phase.EVENT ? event.time() : Long.MIN_VALUE;
        if (expiresBetween(Math.max(clock, time), passed)) {
            lookBack(passed);
        }
        Knowledge before = known;
        knownBefore = known;
        if (event.type().equals(EventType.CONSENT_CHANGED)) {
            known = known.after(event);
        }
        clock = Math.max(clock, time);
        Knowledge onArrival = before.at(Math.max(Math.max(clock, passed), event.time()));
        admitted.add(new Admitted(event, place, onArrival, clock, passed));
        received.add(new Received(known, passed, place.time()));
    }

    private boolean expiresBetween(long from, long to) {
        return known.consents().stream().mapToLong(Consent::expiry).anyMatch(expiry -> from < expiry && expiry <= to);
    }

    /** Whether the purpose of a readable record that has just been admitted is blocked after everything else. */
    private boolean isBlockedAtEnd(Event record) {
        Blocks blocks = atFirst.blocks();
        List<Admitted> sorted =
                admitted.stream().sorted(Comparator.comparing(Admitted::place)).toList();
        for (Admitted each : sorted) {
            if (each.event().type().equals(EventType.CONSENT_CHANGED)) {
                blocks = blocks.after(each.event());
            }
        }
        return blocks.includes(String.valueOf(record.fields().get("purpose")));
    }

    /** Among those that are not older than the clock by more than the lateness. */
    private boolean isRemembered(Event event, long passed) {
        return admitted.stream()
                .filter(known -> known.event().isSameAs(event))
                .anyMatch(known -> known.place().time() >= clockAt(passed) - settings.latenessMillis());
    }

    private long clockAt(long passed) {
        if (!admitted.isEmpty()) {
            lookBack(passed);
        }
        return clock;
    }

    /** Whether the event is older than the clock by more than the lateness. */
    private boolean isLate(Event event, long passed) {
        if (admitted.isEmpty()) {
            return false;
        }
        if (event.time() < Math.max(clock, passed) - settings.latenessMillis()) {
            lookBack(passed);
        }
        return clock != Long.MIN_VALUE && event.time() < clock - settings.latenessMillis();
    }

    private boolean isTooMany(Event event) {
        long now = Math.floorDiv(event.time(), MINUTE_MILLIS);
        eventsInMinute = now > minute ? 1 : eventsInMinute + 1;
        minute = Math.max(minute, now);
        return eventsInMinute > settings.maxEventsPerMinute();
    }

    /** The clock keeps what was due when each event arrived, though a correction may have taken it back since. */
    private void lookBack(long passed) {
        for (; lookedThrough < admitted.size(); lookedThrough++) {
            look(admitted.subList(0, lookedThrough), admitted.get(lookedThrough).passed());
        }
        look(admitted, passed);
        clock = Math.max(clock, lastDue);
    }

    private void look(List<Admitted> then, long passed) {
        if (!then.isEmpty()) {
            Tale tale = reference.tell(this, then, passed);
            tale.dues().forEach(due -> lastDue = Math.max(lastDue, due));
            long newest =
                    then.stream().mapToLong(each -> each.place().time()).max().orElseThrow();
            lastInstant = Math.max(lastInstant, tale.lastInstant(Math.max(passed, newest - 1)));
        }
    }

    /** Behind everything that has happened. */
    private Place placeNow(long passed) {
        lookBack(passed);
        long last = Math.max(lastInstant, lastDue);
        long time = Math.max(clock, last);
        return Place.now(time, last == time, admitted.size());
    }
}
