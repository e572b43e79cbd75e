package dev.anlass.engine.simulation;

import dev.anlass.engine.decide.Action;
import dev.anlass.engine.decide.Stops;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.EventType;
import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Purpose;
import dev.anlass.engine.rule.Settings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One customer from erasure to erasure, as the reference tells it. */
final class Lives {

    private final String customer;
    private final Rules rules;
    private final Settings settings;
    private final Reference reference;
    private final boolean isInOrder;
    private final List<Moment> moments = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private final Set<String> rejected = new TreeSet<>();
    private final Set<String> admitted = new TreeSet<>();
    private Stops stops;
    private Life life;
    private @Nullable Life erased;

    /** @param stops what is stopped when the first record of the customer arrives */
    Lives(World world, String customer, Stops stops) {
        this.customer = customer;
        this.rules = world.rules();
        this.settings = world.settings();
        this.isInOrder = world.isInOrder();
        this.reference = new Reference(rules, settings, customer);
        this.stops = stops;
        this.life = new Life(reference, rules, settings, List.of(), Blocks.NONE, stops, null);
    }

    void arrive(Event event, long passed) {
        erased = null;
        boolean isErasure = event.type().equals(EventType.CUSTOMER_ERASED);
        if (isErasure && !life.isBuried(event)) {
            erase(event, passed);
        } else {
            life.arrive(event, passed);
        }
    }

    /** Whether the events so far make a match by a time. */
    boolean isMatch(String id, long passed) {
        return reference.tell(life, passed).moments().stream()
                .anyMatch(moment -> moment.id().equals(id));
    }

    /** A candidate was released at an instant that time has passed. */
    void released(long instant) {
        life.released(instant);
    }

    /** Something was stopped or started after time had passed so far. */
    void stop(Stops changed, long passed) {
        stops = changed;
        life.stop(changed, passed);
    }

    void block(@Nullable String purpose, long passed) {
        erased = null;
        life.block(customer, purpose, passed);
    }

    /** Everything is told up to a time; then, if the customer is erased, what is out or held is taken back. */
    private void end(long passed, boolean isErased) {
        moments.addAll(reference.tell(life, passed).moments());
        rejected.addAll(life.rejected());
        life.admitted().forEach(each -> admitted.add(each.event().id()));
        if (isInOrder) {
            Judge judge = reference.decide(life, passed);
            if (isErased) {
                judge.erase(life.clock(passed));
            }
            told.addAll(judge.told());
        }
    }

    private void erase(Event event, long passed) {
        end(passed, true);
        Bundle bundle = rules.editions().get(0).bundle();
        List<Event> objections = new ArrayList<>();
        for (String purpose : bundle.purposes().keySet()) {
            Event newest = life.arrived(bundle).newest(purpose);
            if (newest != null && isObjection(newest, purpose, event.time())) {
                objections.add(newest);
            }
        }
        erased = life;
        OrderKey tombstone = Collections.max(List.of(event.key(), life.lastPlace()));
        life = new Life(reference, rules, settings, objections, life.blocks(), stops, tombstone);
    }

    /** An objection, or a no where no consent is asked for. */
    private boolean isObjection(Event record, String purpose, long time) {
        Object status = record.fields().get("status");
        Purpose known = rules.at(time).bundle().purposes().get(purpose);
        boolean isOptOut = known != null && known.basis() == Purpose.Basis.LEGITIMATE_INTEREST;
        return "objected".equals(status) || isOptOut && !"given".equals(status);
    }

    void end(long passed) {
        end(passed, false);
    }

    boolean permits(Action action, long passed) {
        return erased != null && action.decidedAt() <= passed
                ? erased.permits(action, Long.MIN_VALUE)
                : life.permits(action, passed);
    }

    Consent arrived(Bundle bundle) {
        return life.arrived(bundle);
    }

    List<Moment> moments() {
        return moments;
    }

    List<Told> told() {
        return told;
    }

    /** The ids of the events that were rejected and of those that were accepted at least once. */
    Set<String> rejected() {
        return rejected;
    }

    Set<String> admitted() {
        return admitted;
    }
}
