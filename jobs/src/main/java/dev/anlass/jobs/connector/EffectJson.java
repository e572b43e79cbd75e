package dev.anlass.jobs.connector;

import dev.anlass.engine.decide.Action;
import dev.anlass.engine.decide.ConsentReference;
import dev.anlass.engine.decide.Decision;
import dev.anlass.engine.decide.Evidence;
import dev.anlass.engine.decide.Revocation;
import dev.anlass.engine.decide.Score;
import dev.anlass.engine.event.Rejection;
import dev.anlass.engine.step.Effect.Erased;
import dev.anlass.jobs.connector.RecordSource.InFile;
import dev.anlass.jobs.connector.RecordSource.InTopic;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What leaves the engine, as CloudEvents 1.0 in structured JSON.
 *
 * <p>A request has the id of its action; everything else that is said about the same match has an id that begins with
 * it, so that no two events of ours share an id.
 */
public final class EffectJson {

    /** The CloudEvents source of all that the engine says. */
    public static final String SOURCE = "urn:anlass:engine";

    public static final String ACTION_REQUESTED = "action.requested";
    public static final String ACTION_REVOKED = "action.revoked";
    public static final String DECISION_RECORDED = "decision.recorded";
    public static final String ERASURE_CERTIFIED = "erasure.certified";

    private EffectJson() {}

    /** An {@code action.requested} event. */
    public static byte[] action(Action action) {
        return ObjectWriter.bytes(event -> {
            head(event, action.id(), ACTION_REQUESTED, action.customer(), action.time());
            event.time("expirytime", action.expiresAt());
            event.object("data", data -> requested(data, action));
        });
    }

    private static void requested(ObjectWriter data, Action action) throws IOException {
        data.text("action_id", action.id())
                .whole("revision", action.revision())
                .text("action", action.name())
                .text("trigger", action.trigger())
                .text("bundle", action.bundle())
                .text("channel", action.channel())
                .text("purpose", action.purpose())
                .time("decided_at", action.decidedAt())
                .values("payload", action.payload())
                .text("text", action.text())
                .text("language", action.language());
        if (!action.texts().isEmpty()) {
            data.values("texts", action.texts());
        }
        score(data, action.score());
        evidence(data, action.evidence());
        consent(data, action.consent());
        data.text("collapse_key", action.collapseKey()).whole("alternatives", action.alternatives());
    }

    /** An {@code action.revoked} event. */
    public static byte[] revocation(Revocation revocation) {
        return ObjectWriter.bytes(event -> {
            String id = revocation.actionId() + "/revoked/" + revocation.revision();
            head(event, id, ACTION_REVOKED, revocation.customer(), revocation.time());
            event.object("data", data -> data.text("action_id", revocation.actionId())
                    .whole("revision", revocation.revision())
                    .text("trigger", revocation.trigger())
                    .text("channel", revocation.channel())
                    .text("reason", revocation.reason())
                    .time("decided_at", revocation.decidedAt()));
        });
    }

    /** A {@code decision.recorded} event. */
    public static byte[] decision(Decision decision) {
        return ObjectWriter.bytes(event -> {
            String id = recordId(decision, decision.revision());
            head(event, id, DECISION_RECORDED, decision.customer(), decision.time());
            event.object("data", data -> recorded(data, decision));
        });
    }

    private static void recorded(ObjectWriter data, Decision decision) throws IOException {
        data.text("match_id", decision.matchId())
                .whole("revision", decision.revision())
                .text("corrects", decision.revision() == 1 ? null : recordId(decision, 1))
                .text("outcome", decision.outcome().word())
                .text("reason", decision.reason())
                .text("would", decision.would())
                .text("outranked_by", decision.outrankedBy())
                .text("trigger", decision.trigger())
                .text("bundle", decision.bundle())
                .text("channel", decision.channel())
                .text("purpose", decision.purpose())
                .text("action", decision.action())
                .time("decided_at", decision.decidedAt());
        if (!decision.segments().isEmpty()) {
            data.values("segments", decision.segments());
        }
        score(data, decision.score());
        if (decision.probability() != null) {
            data.number("probability", decision.probability());
        }
        evidence(data, decision.evidence());
        consent(data, decision.consent());
    }

    private static String recordId(Decision decision, int revision) {
        return decision.matchId() + "/decision/" + revision;
    }

    /**
     * An {@code erasure.certified} event.
     *
     * @param key the keyed hash that stays of the customer's id
     */
    public static byte[] erased(Erased erased, String key) {
        return ObjectWriter.bytes(event -> {
            String id = key + "/erased/" + erased.time();
            head(event, id, ERASURE_CERTIFIED, key, erased.time());
            event.object("data", data -> data.texts("objections", erased.objections()));
        });
    }

    /**
     * A line of the rejected topic or file; no CloudEvent.
     *
     * @param sha256 of the record's bytes, in hexadecimal
     */
    public static byte[] rejected(Rejection rejection, RecordSource source, String sha256) {
        return ObjectWriter.bytes(json -> json.text("reason", rejection.reason())
                .text("detail", rejection.detail())
                .object("source", place -> place(place, source))
                .text("sha256", sha256)
                .text("event_id", rejection.eventId()));
    }

    private static void place(ObjectWriter place, RecordSource source) throws IOException {
        if (source instanceof InTopic in) {
            place.text("topic", in.topic()).whole("partition", in.partition()).whole("offset", in.offset());
        } else if (source instanceof InFile in) {
            place.text("file", in.file()).whole("line", in.line());
        }
    }

    static void head(ObjectWriter event, String id, String type, String subject, long time) throws IOException {
        head(event, id, SOURCE, type, subject, time);
    }

    static void head(ObjectWriter event, String id, String source, String type, String subject, long time)
            throws IOException {
        event.text("specversion", "1.0")
                .text("id", id)
                .text("source", source)
                .text("type", type)
                .text("subject", subject)
                .time("time", time);
    }

    static void score(ObjectWriter data, Score score) throws IOException {
        data.object("score", json -> json.number("total", score.total())
                .number("propensity", score.propensity())
                .number("value", score.value())
                .number("weight", score.weight()));
    }

    static void evidence(ObjectWriter data, List<Evidence> evidence) throws IOException {
        data.objects("evidence", evidence, (json, bound) -> json.text("step", bound.step())
                .text("source", bound.source())
                .text("event", bound.event())
                .time("time", bound.time()));
    }

    static void consent(ObjectWriter data, @Nullable ConsentReference consent) throws IOException {
        if (consent != null) {
            data.object("consent", json -> json.text("record", consent.record())
                    .time("given_at", consent.givenAt())
                    .text("notice", consent.notice()));
        }
    }
}
