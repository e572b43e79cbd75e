package dev.anlass.engine.simulation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A decision as it is compared: what became of which match, when, and with which payload.
 *
 * @param detail what an emitted action carries; empty for all others
 */
record Told(String trigger, String id, String outcome, String reason, long time, long decidedAt, String detail)
        implements Comparable<Told> {

    static String detail(Map<String, Object> payload, double score, List<String> evidence, int alternatives) {
        return new TreeMap<>(payload) + " score " + score + " " + evidence + " +" + alternatives;
    }

    @Override
    public int compareTo(Told other) {
        return toString().compareTo(other.toString());
    }
}
