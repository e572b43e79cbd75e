package dev.anlass.jobs.report;

import dev.anlass.jobs.report.Difference.Share;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of the matches of one trigger.
 *
 * @param refused by reason; what was held out is not among them
 * @param accepted actions that came back as accepted
 * @param difference to the control group; null if no outcome was asked for
 * @param open customers whose time for the outcome had not passed at the end of the events
 */
public record TriggerReport(
        String trigger,
        long matched,
        long emitted,
        Map<String, Long> refused,
        Map<String, Long> revoked,
        long vanished,
        long heldOut,
        long accepted,
        @Nullable Difference difference,
        long open) {

    public long refusedInAll() {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }

    public long revokedInAll() {
        return revoked.values().stream().mapToLong(Long::longValue).sum();
    }

    /** As JSON says it. */
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("trigger", trigger);
        map.put("matched", matched);
        map.put("emitted", emitted);
        map.put("refused", refused);
        map.put("revoked", revoked);
        map.put("vanished", vanished);
        map.put("held_out", heldOut);
        map.put("accepted", accepted);
        if (difference != null) {
            map.put("treated", side(difference.treated()));
            map.put("control", side(difference.control()));
            map.put("open", open);
            if (difference.isKnown()) {
                map.put("difference", difference.estimate());
                map.put("interval", new double[] {difference.lower(), difference.upper()});
            }
        }
        return map;
    }

    private static Map<String, Object> side(Share share) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("customers", share.customers());
        map.put("successes", share.successes());
        return map;
    }
}
