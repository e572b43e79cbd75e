package dev.anlass.jobs.connector;

import dev.anlass.jobs.advisor.ListEffect.Fail;
import dev.anlass.jobs.advisor.ListEffect.Plan;

/** What the lists of advisors mean for their customers, as events that rules can read. */
public final class CallJson {

    /** A call of the customer is planned, or no longer. */
    public static final String CALL_PLANNED = "call.planned";

    private static final String ACTION_FAILED = "action.failed";

    private CallJson() {}

    /**
     * A {@code call.planned} event; {@code planned} is 1 if a call is planned from now on, 0 if it is no longer.
     *
     * @param time in milliseconds since 1970
     */
    public static byte[] planned(Plan plan, long time) {
        return ObjectWriter.bytes(event -> {
            int planned = plan.isPlanned() ? 1 : 0;
            String id = plan.actionId() + "/call/" + plan.time() + "/" + planned;
            EffectJson.head(event, id, CALL_PLANNED, plan.customer(), time);
            event.object("data", data -> data.text("action_id", plan.actionId())
                    .text("advisor", plan.advisor())
                    .whole("planned", planned));
        });
    }

    /**
     * An {@code action.failed} event: nobody was called because of the action, which no longer counts as a contact.
     *
     * @param time in milliseconds since 1970
     */
    public static byte[] failed(Fail fail, long time) {
        return ObjectWriter.bytes(event -> {
            EffectJson.head(event, fail.actionId() + "/failed", ACTION_FAILED, fail.customer(), time);
            event.object("data", data -> data.text("action_id", fail.actionId())
                    .text("advisor", fail.advisor())
                    .text("reason", fail.reason()));
        });
    }
}
