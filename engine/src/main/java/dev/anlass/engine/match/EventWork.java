package dev.anlass.engine.match;

import dev.anlass.engine.customer.ConsentRecord;
import dev.anlass.engine.customer.Consents;
import dev.anlass.engine.customer.Permission;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.EventType;
import dev.anlass.engine.expression.Truth;
import dev.anlass.engine.rule.Clause;
import dev.anlass.engine.rule.Metric;
import dev.anlass.engine.rule.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One event applied completely: consent and attributes, presence, metrics, segments, triggers, then what derives from it. */
final class EventWork {

    private static final byte UNASKED = 0;
    private static final byte NO = 1;
    private static final byte YES = 2;

    private final MatchProgram program;
    private final String customer;
    private final Working facts;
    private final Remembered cause;
    private final Uses uses;
    private final FoldListener listener;
    private final byte[] answers;
    private @Nullable Set<String> stayPurposes;

    EventWork(MatchProgram program, String customer, Working facts, Remembered cause, FoldListener listener) {
        this.program = program;
        this.customer = customer;
        this.facts = facts;
        this.cause = cause;
        this.uses = new Uses(cause);
        this.answers = new byte[program.needs()];
        this.listener = listener;
    }

    void apply() {
        Event event = cause.event();
        if (event.type().equals(EventType.CONSENT_CHANGED)) {
            applyConsent(event);
        } else if (event.type().equals(EventType.CUSTOMER_UPDATED)) {
            facts.attributes = facts.attributes.with(event);
        }
        if (!MatchProgram.isAboutPlaces(event)) {
            applyToRules(event);
            return;
        }
        Set<String> purposes = permittedPlacePurposes();
        Places places = program.places();
        Places.Said said = event.type().equals(EventType.LOCATION_REPORTED)
                ? places.position(facts.presence, event, purposes)
                : places.report(facts.presence, event, purposes);
        facts.presence = said.presence();
        for (int i = 0; i < said.gaveWay(); i++) {
            listener.counted(FoldListener.Counter.STAY_GAVE_WAY, List.of());
        }
        if (listener.isAttentive()) {
            said.derived().forEach(derived -> tell(new Happening.Derived(derived)));
        }
        if (said.reported() != null) {
            applyToRules(said.reported());
        }
        for (int i = 0; i < said.derived().size(); i++) {
            applyToRules(said.derived().get(i));
        }
    }

    /** A dwell may be used only for purposes that permitted location since the entry. */
    void applyDwell(Set<String> purposes) {
        stayPurposes = purposes;
        if (listener.isAttentive()) {
            tell(new Happening.Derived(cause.event()));
        }
        applyToRules(cause.event());
    }

    private void applyConsent(Event event) {
        Consents before = facts.consents;
        boolean readable = event.fields().containsKey("status");
        facts.consents = readable
                ? before.with(ConsentRecord.of(event, cause.arrivedAt()))
                : before.blocking((String) event.fields().get("purpose"));
        if (listener.isAttentive()) {
            tellConsent(event, readable);
        }
        if (!facts.consents.newest().keySet().containsAll(before.newest().keySet())) {
            listener.counted(FoldListener.Counter.CONSENT_GAVE_WAY, List.of());
        }
        Forgetting.whatIsNotPermitted(program, facts, cause.place().time(), cause.place(), listener);
    }

    private void tellConsent(Event event, boolean readable) {
        if (!readable) {
            tell(new Happening.Blocked((String) event.fields().get("purpose")));
            return;
        }
        ConsentRecord record = ConsentRecord.of(event, cause.arrivedAt());
        ConsentRecord newest = facts.consents.newest().get(record.purpose());
        tell(new Happening.Consented(record, record.equals(newest)));
    }

    private Set<String> permittedPlacePurposes() {
        return program.placePurposes()
                .permitted(purpose -> uses.permittedPlacesOnArrival(purpose) && isPermittedNow(purpose, Uses.LOCATION));
    }

    private boolean isPermittedNow(Purpose purpose, Set<String> categories) {
        return facts.consents.permits(purpose, categories, cause.event().time());
    }

    private void applyToRules(Event event) {
        TypePlan plan = program.type(event.type());
        long time = cause.place().time();
        for (int i = 0; i < plan.metrics().size(); i++) {
            aggregate(plan.metrics().get(i), event);
        }
        facts.segments = Segmenting.rescored(program, facts, time);
        FactScope scope = Completion.scope(program, facts, time).withEvent(event.fields());
        if (plan.overtaking()) {
            overtake(event, scope);
        }
        boolean isUsed = isUsed(plan);
        Visits visits = listener.isAttentive()
                ? plan.all()
                : plan.visits(isUsed ? event.fields() : null, facts.chains, program);
        for (int i = 0; i < visits.size(); i++) {
            applyTo(program.trigger(visits.number(i)), event, scope, visits.mayStart(i));
        }
        if (facts.chains.size() > OpenChains.MAX_CHAINS) {
            facts.chains = facts.chains.limited(this::gaveWay);
        }
    }

    /** Whether some trigger may use the event; those that may not are counted. */
    private boolean isUsed(TypePlan plan) {
        boolean isUsed = false;
        for (int i = 0; i < plan.groups().size(); i++) {
            NeedGroup group = plan.groups().get(i);
            if (isPermitted(group.need())) {
                isUsed = true;
            } else if (!group.triggers().isEmpty()) {
                listener.counted(FoldListener.Counter.NOT_PERMITTED, group.triggers());
            }
        }
        return isUsed;
    }

    private void gaveWay(String trigger, Chain chain) {
        listener.counted(FoldListener.Counter.CHAIN_GAVE_WAY, trigger);
        if (listener.isAttentive()) {
            tell(new Happening.Ended(trigger, chain, Happening.Ending.GAVE_WAY, 0));
        }
    }

    private void aggregate(MetricPlan plan, Event event) {
        Metric metric = plan.metric();
        if (!isPermitted(plan.need())) {
            notPermitted(Happening.User.METRIC, metric.name(), plan.need());
            return;
        }
        FactScope scope = Completion.scope(program, facts, event.time()).withEvent(event.fields());
        if (metric.where() != null && metric.where().test(scope) != Truth.TRUE) {
            return;
        }
        Object value = metric.value() == null ? (Object) 1L : metric.value().evaluate(scope);
        if (value != null) {
            facts.metrics = facts.metrics.with(metric, value, event.time());
        }
    }

    /** @param mayStart false if the condition of its first step is known to be false */
    private void applyTo(TriggerPlan plan, Event event, FactScope scope, boolean mayStart) {
        String name = plan.trigger().name();
        TriggerChains before = facts.chains.of(name);
        if (!mayStart && !plan.isContinuedBy(event.type()) && Windows.areAlive(plan, before, event.time())) {
            return;
        }
        ChainWork work = new ChainWork(plan, before, event, scope, facts.edition, listener, cause.place());
        work.unless();
        if (isPermitted(plan.need())) {
            work.extend();
            if (mayStart) {
                work.start();
            }
        } else if (TypePlan.hasStep(plan.trigger(), event.type())) {
            notPermitted(Happening.User.TRIGGER, name, plan.need());
        }
        facts.chains = facts.chains.with(name, work.chains());
        if (!work.complete().isEmpty()) {
            new Completion(
                            program,
                            plan,
                            customer,
                            facts,
                            cause.place(),
                            event.time(),
                            listener,
                            event.source(),
                            event.id())
                    .of(work.complete(), scope);
        }
    }

    /** Answered once for each event: on arrival, at its time and, for a dwell, since the entry. */
    private boolean isPermitted(Need need) {
        byte known = answers[need.number()];
        if (known == UNASKED) {
            known = uses.permittedOnArrival(need)
                            && (isAsOnArrival() || isPermittedNow(need.purpose(), need.categories()))
                            && !isDwellForbidden(need.purpose().name())
                    ? YES
                    : NO;
            answers[need.number()] = known;
        }
        return known == YES;
    }

    /** Nothing was said since: what was permitted at the arrival was so at the event's time, which is not later. */
    private boolean isAsOnArrival() {
        return cause.arrived() == facts.consents;
    }

    private boolean isDwellForbidden(String purpose) {
        return stayPurposes != null && !stayPurposes.contains(purpose);
    }

    /** Says the first of the three reasons for which a use may not be permitted. */
    private void notPermitted(Happening.User user, String rule, Need need) {
        if (!listener.isAttentive()) {
            return;
        }
        Purpose purpose = need.purpose();
        Set<String> needs = need.categories();
        Permission onArrival = uses.onArrival(purpose, needs);
        Permission now =
                facts.consents.permission(purpose, needs, null, cause.event().time());
        Happening.When when = !onArrival.isGranted()
                ? Happening.When.ARRIVAL
                : now.isGranted() ? Happening.When.SINCE_ENTRY : Happening.When.EVENT_TIME;
        Permission denied = onArrival.isGranted() ? now : onArrival;
        tell(new Happening.NotPermitted(user, rule, purpose.name(), needs, denied, when));
    }

    private void tell(Happening happening) {
        listener.happened(cause.place(), happening);
    }

    private void overtake(Event event, FactScope scope) {
        List<Watch> remaining = new ArrayList<>();
        for (Watch watch : facts.watches) {
            if (watch.expiresAt() < event.time()) {
                continue;
            }
            int clause = overtakenBy(watch, event, scope);
            if (clause > 0) {
                listener.overtaken(watch.matchId());
                if (listener.isAttentive()) {
                    tell(new Happening.Overtaken(watch.trigger(), watch.matchId(), clause));
                }
            } else {
                remaining.add(watch);
            }
        }
        if (remaining.size() != facts.watches.size()) {
            facts.watches = remaining;
        }
    }

    /** Number of the clause that is true, from 1; 0 if none is. */
    private int overtakenBy(Watch watch, Event event, FactScope scope) {
        @Nullable TriggerPlan plan = program.trigger(watch.trigger());
        if (plan == null) {
            return 0;
        }
        FactScope bound = scope.withBound(plan, watch.bound()).withAlternatives(watch.alternatives());
        int number = 0;
        for (Clause clause : plan.trigger().until()) {
            number++;
            if (clause.event().equals(event.type())
                    && (clause.where() == null || clause.where().test(bound) == Truth.TRUE)) {
                return number;
            }
        }
        return 0;
    }
}
