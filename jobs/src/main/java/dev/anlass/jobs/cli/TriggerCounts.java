package dev.anlass.jobs.cli;

import dev.anlass.engine.decide.Decision;
import dev.anlass.engine.decide.Decision.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What became of the matches of a trigger, or of all triggers, in numbers. */
final class TriggerCounts {

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
    void count(Outcome outcome, int revision, String reason) {
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

    void countNotPermitted(long times) {
        notPermitted += times;
    }

    void countUnknownCondition(int times) {
        unknownConditions += times;
    }

    /** How many matches were decided, whatever became of them later. */
    long decided() {
        return decided;
    }

    long emitted() {
        return emitted;
    }

    long vanished() {
        return vanished;
    }

    Map<String, Long> refused() {
        return refused;
    }

    Map<String, Long> revoked() {
        return revoked;
    }

    /** What the decision records alone can tell. */
    Map<String, Object> outcomesAsMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("matched", decided);
        map.put("emitted", emitted);
        map.put("refused", refused);
        map.put("revoked", revoked);
        map.put("vanished", vanished);
        return map;
    }

    Map<String, Object> asMap() {
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
