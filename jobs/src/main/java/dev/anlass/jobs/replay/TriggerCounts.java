package dev.anlass.jobs.replay;

import dev.anlass.engine.decide.Decision;
import dev.anlass.engine.decide.Decision.Outcome;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What became of the matches of a trigger, or of all triggers, in numbers. */
public final class TriggerCounts {

    private final Map<String, Long> refused = new TreeMap<>();
    private final Map<String, Long> revoked = new TreeMap<>();
    private long decided;
    private long emitted;
    private long vanished;
    private long notPermitted;
    private long unknownConditions;

    void count(Decision decision) {
        count(decision.outcome(), decision.revision(), decision.reason() == null ? "" : decision.reason());
    }

    /** Counts a record about a match; its first one counts the match. */
    public void count(Outcome outcome, int revision, String reason) {
        if (revision == 1) {
            decided++;
        }
        switch (outcome) {
            case EMITTED -> emitted++;
            case REFUSED -> refused.merge(reason, 1L, Long::sum);
            case REVOKED -> revoked.merge(reason, 1L, Long::sum);
            case VANISHED -> vanished++;
        }
    }

    void add(TriggerCounts other) {
        other.refused.forEach((reason, times) -> refused.merge(reason, times, Long::sum));
        other.revoked.forEach((reason, times) -> revoked.merge(reason, times, Long::sum));
        decided += other.decided;
        emitted += other.emitted;
        vanished += other.vanished;
        notPermitted += other.notPermitted;
        unknownConditions += other.unknownConditions;
    }

    void countNotPermitted(long times) {
        notPermitted += times;
    }

    void countUnknownCondition(int times) {
        unknownConditions += times;
    }

    /** How many matches were decided, whatever became of them later. */
    public long decided() {
        return decided;
    }

    public long emitted() {
        return emitted;
    }

    public long vanished() {
        return vanished;
    }

    public Map<String, Long> refused() {
        return Collections.unmodifiableMap(refused);
    }

    public Map<String, Long> revoked() {
        return Collections.unmodifiableMap(revoked);
    }

    /** What the decision records alone can tell. */
    public Map<String, Object> outcomesAsMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("matched", decided);
        map.put("emitted", emitted);
        map.put("refused", refused);
        map.put("revoked", revoked);
        map.put("vanished", vanished);
        return map;
    }

    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("decided", decided);
        map.put("emitted", emitted);
        map.put("refused", refused);
        map.put("revoked", revoked);
        map.put("vanished", vanished);
        map.put("not_permitted", notPermitted);
        map.put("unknown_conditions", unknownConditions);
        return map;
    }
}
