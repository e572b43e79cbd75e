package dev.anlass.engine.explain;

import dev.anlass.engine.customer.ConsentRecord;
import dev.anlass.engine.customer.Consents;
import dev.anlass.engine.decide.Contact;
import dev.anlass.engine.decide.Verdict;
import dev.anlass.engine.decide.Verdict.Standing;
import dev.anlass.engine.match.Bound;
import dev.anlass.engine.match.Chain;
import dev.anlass.engine.match.Facts;
import dev.anlass.engine.match.TriggerChains;
import dev.anlass.engine.place.Stay;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Trigger;
import dev.anlass.engine.step.CustomerState;
import dev.anlass.engine.step.Program;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is remembered of one customer, as data for people: names, texts, numbers and lists of them.
 *
 * <p>Fences by their id and events by source, id and time; no coordinates, and of what a bound event said no more than the key
 * of its chain.
 */
public final class KnownCustomer {

    private final CustomerState state;
    private final Facts facts;
    private final Bundle bundle;

    private KnownCustomer(Program program, CustomerState state) {
        this.state = state;
        this.facts = state.facts();
        this.bundle = program.timetable().at(state.clock()).bundle();
    }

    /** @param nextDue when something is due for the customer; {@code Long.MAX_VALUE} if nothing is */
    public static Map<String, Object> asMap(Program program, CustomerState state, long nextDue) {
        return new KnownCustomer(program, state).asMap(nextDue);
    }

    private Map<String, Object> asMap(long nextDue) {
        CustomerState.Stored stored = state.stored();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("customer", state.customer());
        put(map, "clock", time(state.clock()));
        put(map, "next_due", time(nextDue));
        put(
                map,
                "erased_at",
                stored.tombstone() == null ? null : time(stored.tombstone().time()));
        map.put("bundle", bundle.number());
        map.put("remembered_events", stored.recent().size());
        map.put("attributes", attributes());
        map.put("consent", consents());
        map.put(
                "presence",
                facts.presence().stays().stream().map(KnownCustomer::stay).toList());
        map.put("metrics", metrics());
        map.put("segments", segments());
        map.put("chains", chains());
        map.put("held", verdicts(Standing.HELD));
        map.put("actions", verdicts(Standing.EMITTED));
        map.put(
                "contacts",
                state.contacts().contacts().stream().map(KnownCustomer::contact).toList());
        return map;
    }

    private Map<String, Object> attributes() {
        Map<String, Object> map = new LinkedHashMap<>();
        facts.attributes()
                .setAt()
                .keySet()
                .forEach(
                        name -> put(map, name, plain(facts.attributes().values().get(name))));
        return map;
    }

    private Map<String, Object> consents() {
        Map<String, Object> map = new LinkedHashMap<>();
        Consents consents = facts.consents();
        map.put(
                "records",
                consents.newest().values().stream().map(this::consent).toList());
        map.put("everything_blocked", consents.block().everything());
        map.put(
                consents.block().everything() ? "not_blocked" : "blocked",
                List.copyOf(consents.block().purposes()));
        return map;
    }

    private Map<String, Object> consent(ConsentRecord record) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("purpose", record.purpose());
        map.put("record", record.recordId());
        map.put("status", record.status().word());
        map.put("channels", List.copyOf(record.channels()));
        map.put("data", List.copyOf(record.data()));
        put(map, "given_at", time(record.givenAt().time()));
        put(map, "expires_at", time(record.expiresAt()));
        put(map, "notice", record.notice());
        map.put("expired", record.isExpired(state.clock()));
        return map;
    }

    private static Map<String, Object> stay(Stay stay) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("fence", stay.fenceId());
        put(map, "entered_at", time(stay.enteredAt()));
        return map;
    }

    private Map<String, Object> metrics() {
        Map<String, Object> map = new LinkedHashMap<>();
        bundle.metrics()
                .forEach((name, metric) -> put(map, name, plain(facts.metrics().value(metric, state.clock()))));
        return map;
    }

    private Map<String, Object> segments() {
        Map<String, Object> map = new LinkedHashMap<>();
        bundle.segments()
                .forEach((name, segment) -> map.put(name, facts.segments().type(segment)));
        return map;
    }

    private List<Map<String, Object>> chains() {
        List<Map<String, Object>> all = new ArrayList<>();
        facts.chains().byTrigger().forEach((trigger, open) -> {
            open.chains().forEach(chain -> all.add(chain(trigger, chain)));
            open.counts().forEach(count -> all.add(count(trigger, count)));
        });
        return all;
    }

    private Map<String, Object> chain(String trigger, Chain chain) {
        Map<String, Object> map = begun(trigger, chain.key());
        List<Map<String, Object>> steps = new ArrayList<>();
        for (int i = 0; i < chain.bound().size(); i++) {
            steps.add(bound(stepName(trigger, i), chain.bound().get(i)));
        }
        map.put("steps", steps);
        if (!chain.counted().isEmpty()) {
            map.put("counted_for_next_step", chain.counted().size());
        }
        return map;
    }

    private static Map<String, Object> count(String trigger, TriggerChains.FirstCount count) {
        Map<String, Object> map = begun(trigger, count.key());
        map.put("counted_for_first_step", count.times().size());
        return map;
    }

    private static Map<String, Object> begun(String trigger, Object key) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("trigger", trigger);
        if (!key.equals(Chain.NO_KEY)) {
            put(map, "key", plain(key));
        }
        return map;
    }

    /** As the deciding bundle names it; by its number if that has no such step. */
    private String stepName(String name, int index) {
        Trigger trigger = bundle.triggers().get(name);
        return trigger == null || index >= trigger.steps().size()
                ? String.valueOf(index + 1)
                : trigger.steps().get(index).name();
    }

    private static Map<String, Object> bound(String step, Bound bound) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("step", step);
        map.put("source", bound.key().source());
        map.put("event", bound.key().id());
        put(map, "time", time(bound.time()));
        return map;
    }

    /** What is held, or what is out and has not expired. */
    private List<Map<String, Object>> verdicts(Standing standing) {
        return state.verdicts().stream()
                .filter(verdict -> verdict.standing() == standing && verdict.isOpen(state.clock()))
                .map(KnownCustomer::verdict)
                .toList();
    }

    private static Map<String, Object> verdict(Verdict verdict) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("match", verdict.id());
        map.put("trigger", verdict.match().trigger());
        map.put("channel", verdict.channel());
        put(map, "time", time(verdict.match().instant()));
        put(map, "decided_at", time(verdict.decidedAt()));
        put(map, "held_until", time(verdict.releaseAt()));
        put(map, "expires_at", time(verdict.expiresAt()));
        return map;
    }

    private static Map<String, Object> contact(Contact contact) {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "time", time(contact.time()));
        map.put("action", contact.actionId());
        map.put("trigger", contact.trigger());
        map.put("channel", contact.channel());
        map.put("purpose", contact.purpose());
        map.put("failed", contact.failed());
        return map;
    }

    private static void put(Map<String, Object> map, String name, @Nullable Object value) {
        if (value != null) {
            map.put(name, value);
        }
    }

    /** Null for a time that has not come or never will. */
    private static @Nullable String time(long millis) {
        return millis == Long.MIN_VALUE || millis == Long.MAX_VALUE
                ? null
                : Instant.ofEpochMilli(millis).toString();
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(KnownCustomer::plain).toList();
        }
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
