package dev.anlass.benchmarks.throughput;

import dev.anlass.engine.decide.Decision;
import dev.anlass.engine.step.Effect;
import dev.anlass.engine.step.Emission;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what the engine does: messages by kind, decisions by outcome and reason, and what it counts itself. */
final class Outcomes {

    private final Map<String, Long> counts = new TreeMap<>();

    void count(List<Emission> emissions) {
        for (Emission emission : emissions) {
            count(emission.effect());
        }
    }

    Map<String, Long> counts() {
        return counts;
    }

    private void count(Effect effect) {
        if (effect instanceof Effect.Request) {
            add(CountingSink.ACTIONS, 1);
        } else if (effect instanceof Effect.Revoke) {
            add(CountingSink.ACTIONS, 1);
        } else if (effect instanceof Effect.Record recorded) {
            add(CountingSink.DECISIONS, 1);
            add(name(recorded.decision()), 1);
        } else if (effect instanceof Effect.Reject) {
            add(CountingSink.REJECTED, 1);
        } else if (effect instanceof Effect.Count counted) {
            add("counted " + counted.counter(), counted.times());
        }
    }

    private static String name(Decision decision) {
        String reason = decision.reason();
        if (reason != null && reason.startsWith("outranked:")) {
            return "refused outranked";
        }
        return decision.outcome().word() + (reason == null ? "" : " " + reason);
    }

    private void add(String name, long times) {
        counts.merge(name, times, Long::sum);
    }
}
