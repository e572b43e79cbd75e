package dev.anlass.jobs.connector;

import dev.anlass.engine.event.EventType;
import dev.anlass.jobs.advisor.Feedback;
import java.util.List;

/** What advisors say became of a call, as CloudEvents 1.0 in structured JSON, for the engine to read. */
public final class FeedbackJson {

    /** The CloudEvents source of all that is said at the desk. */
    public static final String SOURCE = "urn:anlass:desk";

    /** In characters; the engine accepts no string beyond 8 KiB. */
    static final int LONGEST_REASON = 2_000;

    private static final String OBJECTED = "objected";

    private FeedbackJson() {}

    /** The events that say it, the same each time; before others an objection, which is a consent record. */
    public static List<byte[]> events(Feedback feedback) {
        return feedback.kind() == Feedback.Kind.DO_NOT_CONTACT
                ? List.of(objection(feedback), feedback(feedback))
                : List.of(feedback(feedback));
    }

    private static byte[] feedback(Feedback feedback) {
        return ObjectWriter.bytes(event -> {
            EffectJson.head(
                    event, feedback.id(), SOURCE, feedback.kind().eventType(), feedback.customer(), feedback.time());
            event.object("data", data -> data.text("action_id", feedback.actionId())
                    .text("advisor", feedback.advisor())
                    .text("outcome", feedback.kind().word())
                    .text("reason", feedback.reason() == null ? null : bounded(feedback.reason()))
                    .text(
                            "until",
                            feedback.until() == null ? null : feedback.until().toString()));
        });
    }

    private static byte[] objection(Feedback feedback) {
        String id = feedback.id() + "/objection";
        return ObjectWriter.bytes(event -> {
            EffectJson.head(event, id, SOURCE, EventType.CONSENT_CHANGED, feedback.customer(), feedback.time());
            event.object("data", data -> data.text("record_id", id)
                    .text("purpose", feedback.purpose())
                    .text("status", OBJECTED));
        });
    }

    private static String bounded(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
