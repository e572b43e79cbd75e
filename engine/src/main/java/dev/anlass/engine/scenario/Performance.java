package dev.anlass.engine.scenario;

import dev.anlass.engine.decide.Decision;
import dev.anlass.engine.decide.Decision.Outcome;
import dev.anlass.engine.step.Effect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What came of playing a script once. */
final class Performance {

    private final List<Happening> happenings = new ArrayList<>();
    private final Map<String, Decision> newestRecords = new TreeMap<>();
    private final Set<String> rejected = new HashSet<>();

    Performance(List<Effect> effects) {
        effects.forEach(this::add);
        happenings.sort(Comparator.comparingLong(Happening::time));
    }

    private void add(Effect effect) {
        if (effect instanceof Effect.Request request) {
            happenings.add(Happening.of(request.action()));
        } else if (effect instanceof Effect.Record record) {
            add(record.decision());
        } else if (effect instanceof Effect.Reject reject) {
            String id = reject.rejection().eventId();
            rejected.add(id == null ? "" : id);
        }
    }

    private void add(Decision decision) {
        newestRecords.merge(
                decision.matchId(), decision, (old, other) -> other.revision() >= old.revision() ? other : old);
        if (decision.outcome() != Outcome.EMITTED) {
            happenings.add(Happening.of(decision));
        }
    }

    /** In the order of time. */
    List<Happening> happenings() {
        return happenings;
    }

    /** Ids of events that were rejected, such as late ones. */
    Set<String> rejected() {
        return rejected;
    }

    /** Matches found minus matches vanished, by id. */
    Set<String> matches() {
        Set<String> matches = new HashSet<>(newestRecords.keySet());
        newestRecords.forEach((id, record) -> {
            if (record.outcome() == Outcome.VANISHED) {
                matches.remove(id);
            }
        });
        return matches;
    }

    /** The newest record of a match; null if there is none. */
    @Nullable
    Decision record(String match) {
        return newestRecords.get(match);
    }
}
