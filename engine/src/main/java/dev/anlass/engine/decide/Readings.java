package dev.anlass.engine.decide;

import dev.anlass.engine.customer.ConsentRecord;
import dev.anlass.engine.customer.Permission;
import dev.anlass.engine.customer.StableHash;
import dev.anlass.engine.decide.Reading.Gate;
import dev.anlass.engine.expression.Expression;
import dev.anlass.engine.expression.Scope;
import dev.anlass.engine.expression.Seen;
import dev.anlass.engine.expression.Truth;
import dev.anlass.engine.rule.Policy;
import dev.anlass.engine.rule.Purpose;
import dev.anlass.engine.rule.Trigger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tells, to those who ask why, the values that the gates saw. Whoever calls asks first whether somebody does. */
final class Readings {

    private final GateListener listener;
    private final Candidate candidate;

    Readings(GateListener listener, Candidate candidate) {
        this.listener = listener;
        this.candidate = candidate;
    }

    void trigger(String customer, @Nullable String reason) {
        Trigger trigger = candidate.trigger();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("state", trigger.state().name().toLowerCase(Locale.ROOT));
        time(values, "active_from", trigger.activeFrom());
        time(values, "active_until", trigger.activeUntil());
        values.put("rollout_percent", trigger.rollout());
        values.put("rollout_hash", StableHash.step(customer, trigger.name()));
        time(values, "expires_at", candidate.expiresAt());
        tell(Gate.TRIGGER, "", reason, Reading.NOT_HELD, values);
    }

    void permission(Permission permission) {
        Trigger trigger = candidate.trigger();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("purpose", trigger.purpose());
        @Nullable Purpose purpose = candidate.bundle().purposes().get(trigger.purpose());
        if (purpose != null) {
            values.put("basis", purpose.basis().name().toLowerCase(Locale.ROOT));
        }
        values.put("channel", trigger.channel());
        values.put("needs", List.copyOf(trigger.categories()));
        record(values, permission.record(), trigger);
        tell(Gate.PERMISSION, "", permission.denial(), Reading.NOT_HELD, values);
    }

    private static void record(Map<String, Object> values, @Nullable ConsentRecord record, Trigger trigger) {
        if (record == null) {
            return;
        }
        values.put("record", record.recordId());
        values.put("status", record.status().word());
        time(values, "given_at", record.givenAt().time());
        time(values, "expires_at", record.expiresAt());
        if (record.notice() != null) {
            values.put("notice", record.notice());
        }
        values.put("channels", List.copyOf(record.channels()));
        values.put("data", List.copyOf(record.data()));
        Set<String> missing = new TreeSet<>(trigger.categories());
        missing.removeAll(record.data());
        values.put("missing", List.copyOf(missing));
    }

    void given(Expression given, Scope scope, Truth truth, @Nullable String reason) {
        tell(Gate.ELIGIBILITY, "", reason, Reading.NOT_HELD, condition(given, scope, truth));
    }

    void forbid(Policy policy, Expression forbid, Scope scope, Truth truth, @Nullable String reason) {
        Map<String, Object> values = condition(forbid, scope, truth);
        if (policy.reason() != null) {
            values.put("says", policy.reason());
        }
        tell(Gate.LEGALITY, policy.name(), reason, Reading.NOT_HELD, values);
    }

    private static Map<String, Object> condition(Expression condition, Scope scope, Truth truth) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("condition", condition.text().strip());
        values.put("truth", truth.name().toLowerCase(Locale.ROOT));
        values.put("reads", Seen.by(condition, scope));
        return values;
    }

    void cooldown(List<Long> contacts, @Nullable String reason) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("cooldown_ms", candidate.trigger().cooldownMillis());
        if (!contacts.isEmpty()) {
            long last = contacts.get(contacts.size() - 1);
            time(values, "last_contact", last);
            values.put("age_ms", candidate.moment() - last);
        }
        tell(Gate.PRESSURE, "", reason, Reading.NOT_HELD, values);
    }

    /** @param room when there is room for one more contact; the moment itself if there is now */
    void cap(Policy policy, int max, List<Long> counted, long room, @Nullable String reason) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("max", (long) max);
        values.put("counted", times(counted));
        boolean held = reason == null && room > candidate.moment();
        if (room > candidate.moment()) {
            time(values, "room_at", room);
        }
        tell(Gate.PRESSURE, policy.name(), reason, held ? room : Reading.NOT_HELD, values);
    }

    void quiet(Policy policy, Policy.Quiet quiet, boolean isQuiet, long until, @Nullable String reason) {
        ZoneId zone = candidate.zone();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(
                "clock",
                Instant.ofEpochMilli(candidate.moment())
                        .atZone(zone)
                        .toLocalTime()
                        .toString());
        values.put("zone", zone.getId());
        values.put("from", quiet.from().toString());
        values.put("to", quiet.to().toString());
        values.put("quiet", isQuiet);
        tell(Gate.REST, policy.name(), reason, until, values);
    }

    /** @param rivals those that are decided at the same instant for the same channel */
    void arbitration(List<Candidate> rivals, @Nullable String winner, long holdUntil) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("channel", candidate.trigger().channel());
        values.put("score", candidate.score().total());
        values.put("propensity", candidate.score().propensity());
        values.put("value", candidate.score().value());
        values.put("weight", candidate.score().weight());
        List<Object> others = new ArrayList<>();
        for (Candidate rival : rivals) {
            others.add(Map.of(
                    "trigger", rival.trigger().name(),
                    "match", rival.match().id(),
                    "score", rival.score().total()));
        }
        values.put("rivals", others);
        if (winner != null) {
            values.put("winner", winner);
        }
        tell(Gate.ARBITRATION, "", winner == null ? null : "outranked:" + winner, holdUntil, values);
    }

    void holdout(Policy policy, Policy.Holdout holdout, String customer, @Nullable String reason) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("percent", holdout.percent());
        values.put("hash", StableHash.step(customer, holdout.salt()));
        tell(Gate.CONTROL_GROUP, policy.name(), reason, Reading.NOT_HELD, values);
    }

    private void tell(Gate gate, String policy, @Nullable String reason, long holdUntil, Map<String, Object> values) {
        listener.read(new Reading(candidate.match().id(), gate, policy, reason, holdUntil, values));
    }

    private static List<Object> times(List<Long> millis) {
        List<Object> times = new ArrayList<>();
        millis.forEach(time -> times.add(Instant.ofEpochMilli(time)));
        return times;
    }

    /** Left out if there is no bound. */
    private static void time(Map<String, Object> values, String name, long millis) {
        if (millis != Long.MIN_VALUE && millis != Long.MAX_VALUE) {
            values.put(name, Instant.ofEpochMilli(millis));
        }
    }
}
