package dev.anlass.engine.explain;

import dev.anlass.engine.customer.ConsentRecord;
import dev.anlass.engine.customer.Permission;
import dev.anlass.engine.decide.Decision;
import dev.anlass.engine.decide.Examination;
import dev.anlass.engine.decide.Reading;
import dev.anlass.engine.decide.Verdict;
import dev.anlass.engine.match.Prospect;
import dev.anlass.engine.step.Effect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A story as data for programs: String, Long, Double, Boolean, Instant, List and Map. */
public final class StoryData {

    private final FactWords words;

    private StoryData(Story story) {
        this.words = new FactWords(new Times(story.zone()));
    }

    public static Map<String, Object> of(Story story) {
        StoryData data = new StoryData(story);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("customer", story.customer());
        all.put("zone", story.zone().getId());
        all.put("at", Instant.ofEpochMilli(story.time()));
        all.put("chapters", story.chapters().stream().map(data::chapter).toList());
        all.put("outlooks", story.outlooks().stream().map(data::outlook).toList());
        return all;
    }

    private Map<String, Object> chapter(Chapter chapter) {
        List<Map<String, Object>> told = new ArrayList<>();
        chapter.told().forEach(each -> told.add(told(each)));
        Map<String, Object> data = new LinkedHashMap<>();
        time(data, "time", chapter.time());
        data.put("told", told);
        return data;
    }

    private Map<String, Object> told(Told told) {
        if (told instanceof Told.Received received) {
            Map<String, Object> data = kind("event");
            data.put("type", received.type());
            data.put("source", received.source());
            data.put("id", received.id());
            time(data, "time", received.time());
            data.put("reception", received.reception().name().toLowerCase(Locale.ROOT));
            return data;
        }
        if (told instanceof Told.NotAccepted not) {
            Map<String, Object> data = kind("not_accepted");
            data.put("reason", not.rejection().reason());
            data.put("detail", not.rejection().detail());
            data.put("where", not.where());
            return data;
        }
        if (told instanceof Told.Happened happened) {
            return HappeningData.of(happened.happening(), words);
        }
        return told instanceof Told.Examined examined ? examined(examined) : effect(((Told.Said) told).effect());
    }

    private static Map<String, Object> examined(Told.Examined examined) {
        Examination examination = examined.examination();
        Map<String, Object> data = kind("examined");
        data.put("match", examination.matchId());
        data.put("trigger", examination.trigger());
        data.put("bundle", examination.bundle());
        time(data, "moment", examination.moment());
        data.put("late", examination.isLate());
        data.put("gates", examined.readings().stream().map(StoryData::reading).toList());
        return data;
    }

    private static Map<String, Object> reading(Reading reading) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("gate", reading.gate().word());
        if (!reading.policy().isEmpty()) {
            data.put("policy", reading.policy());
        }
        data.put("result", reading.reason() != null ? "refused" : reading.isHeld() ? "held" : "passed");
        put(data, "reason", reading.reason());
        time(data, "hold_until", reading.holdUntil());
        data.put("values", reading.values());
        return data;
    }

    private static Map<String, Object> effect(Effect effect) {
        if (effect instanceof Effect.Request request) {
            Map<String, Object> data = kind("action");
            data.put("action_id", request.action().id());
            data.put("action", request.action().name());
            data.put("trigger", request.action().trigger());
            data.put("channel", request.action().channel());
            time(data, "expires_at", request.action().expiresAt());
            return data;
        }
        if (effect instanceof Effect.Revoke revoke) {
            Map<String, Object> data = kind("revocation");
            data.put("action_id", revoke.revocation().actionId());
            data.put("trigger", revoke.revocation().trigger());
            data.put("reason", revoke.revocation().reason());
            return data;
        }
        if (effect instanceof Effect.Record record) {
            return decision(record.decision());
        }
        if (effect instanceof Effect.Reject reject) {
            Map<String, Object> data = kind("rejected");
            data.put("reason", reject.rejection().reason());
            data.put("detail", reject.rejection().detail());
            return data;
        }
        return kind("erased");
    }

    private static Map<String, Object> decision(Decision decision) {
        Map<String, Object> data = kind("decision");
        data.put("match", decision.matchId());
        data.put("revision", (long) decision.revision());
        data.put("trigger", decision.trigger());
        data.put("outcome", decision.outcome().word());
        put(data, "reason", decision.reason());
        put(data, "would", decision.would());
        put(data, "outranked_by", decision.outrankedBy());
        time(data, "decided_at", decision.decidedAt());
        if (decision.consent() != null) {
            data.put("consent", decision.consent().record());
        }
        return data;
    }

    private Map<String, Object> outlook(Outlook outlook) {
        Prospect prospect = outlook.prospect();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("trigger", prospect.trigger());
        data.put("permission", permission(prospect.purpose(), prospect.permission()));
        time(data, "next_schedule", prospect.nextSchedule());
        data.put("open", prospect.open().stream().map(StoryData::open).toList());
        data.put("held", verdicts(outlook, Verdict.Standing.HELD));
        data.put("out", verdicts(outlook, Verdict.Standing.EMITTED));
        if (outlook.lastFailure() != null) {
            Map<String, Object> failure = HappeningData.of(outlook.lastFailure(), words);
            time(failure, "time", outlook.failedAt());
            data.put("last_failure", failure);
        }
        if (!outlook.firstStep().isEmpty()) {
            data.put("first_event", outlook.firstStep());
            data.put("first_event_seen", outlook.isFirstStepSeen());
        }
        return data;
    }

    private static Map<String, Object> open(Prospect.Open open) {
        Map<String, Object> data = HappeningData.chain(open.chain());
        put(data, "step", open.step().isEmpty() ? null : open.step());
        put(data, "event", open.event().isEmpty() ? null : open.event());
        time(data, "until", open.until());
        return data;
    }

    private static List<Map<String, Object>> verdicts(Outlook outlook, Verdict.Standing standing) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Verdict verdict : outlook.verdicts()) {
            if (verdict.standing() == standing) {
                Map<String, Object> data = new LinkedHashMap<>();
                data.put("match", verdict.id());
                boolean held = standing == Verdict.Standing.HELD;
                time(data, "until", held ? verdict.wakeAt() : verdict.expiresAt());
                all.add(data);
            }
        }
        return all;
    }

    static Map<String, Object> permission(String purpose, Permission permission) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("purpose", purpose);
        data.put("granted", permission.isGranted());
        put(data, "denial", permission.denial());
        ConsentRecord record = permission.record();
        if (record != null) {
            data.put("record", record.recordId());
            data.put("status", record.status().word());
            time(data, "given_at", record.givenAt().time());
            data.put("data", List.copyOf(record.data()));
        }
        return data;
    }

    static Map<String, Object> kind(String kind) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("kind", kind);
        return data;
    }

    static void put(Map<String, Object> data, String name, @Nullable Object value) {
        if (value != null) {
            data.put(name, value);
        }
    }

    /** Left out if there is no bound. */
    static void time(Map<String, Object> data, String name, long millis) {
        if (millis != Long.MIN_VALUE && millis != Long.MAX_VALUE) {
            data.put(name, Instant.ofEpochMilli(millis));
        }
    }
}
