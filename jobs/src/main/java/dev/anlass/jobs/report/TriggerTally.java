package dev.anlass.jobs.report;

import dev.anlass.jobs.learn.LogRecord.Decided;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what became of the matches of one trigger. */
final class TriggerTally {

    private final Map<String, Long> refused = new TreeMap<>();
    private final Map<String, Long> revoked = new TreeMap<>();
    private long matched;
    private long emitted;
    private long vanished;
    private long heldOut;
    private long accepted;

    void count(Decided decided) {
        matched += decided.revision() == 1 ? 1 : 0;
        String reason = decided.reason() == null ? "" : decided.reason();
        switch (decided.outcome()) {
            case "emitted" -> emitted++;
            case "revoked" -> revoked.merge(reason, 1L, Long::sum);
            case "vanished" -> vanished++;
            default -> refuse(decided, reason);
        }
    }

    /** What was outranked names the winner, which is another each time. */
    private void refuse(Decided decided, String reason) {
        if (decided.isHeldOut()) {
            heldOut++;
        } else {
            String outranked = "outranked";
            refused.merge(reason.startsWith(outranked) ? outranked : reason, 1L, Long::sum);
        }
    }

    void accept() {
        accepted++;
    }

    TriggerReport report(String trigger, @Nullable Difference difference, long open) {
        return new TriggerReport(
                trigger, matched, emitted, refused, revoked, vanished, heldOut, accepted, difference, open);
    }
}
