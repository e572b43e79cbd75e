package dev.anlass.jobs.cli;

import dev.anlass.engine.decide.Decision;
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
        if (decision.revision() == 1) {
            decided++;
        }
        String reason = decision.reason() == null ? "" : decision.reason();
        switch (decision.outcome()) {
            case EMITTED -> emitted++;
            case REFUSED -> refused.merge(reason, 1L, Long::sum);
            case REVOKED -> revoked.merge(reason, 1L, Long::sum);
            case VANISHED -> vanished++;
        }
    }

    void countNotPermitted(int times) {
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
