package dev.anlass.benchmarks.disorder;

import dev.anlass.benchmarks.disorder.Observed.Seen;
import dev.anlass.benchmarks.disorder.PacedRecords.Pace;
import dev.anlass.benchmarks.measure.Results;
import dev.anlass.benchmarks.measure.RunFacts;
import dev.anlass.benchmarks.patterns.FoundMatch;
import dev.anlass.benchmarks.patterns.ShopPattern;
import dev.anlass.benchmarks.patterns.ShopPatterns;
import dev.anlass.jobs.operator.Outgoing;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How long it takes from the arrival of an event to the action that it completes, when events come up to five seconds
 * late: the trigger job and Flink CEP side by side in one process, over the same records.
 *
 * <p>Measured are matches that stand at the end and are completed after the warm-up and before the last seconds, when no
 * later event moves the library's watermark any more. The patterns are those whose matches the library gives out as soon
 * as its watermark lets it.
 */
public final class DisorderLatency {

    private static final String COMMAND = "benchmarks/run DisorderLatency";
    private static final long SEED = 20260302;
    private static final Pace PACE = new Pace(500, 5_000, 0.1);
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration MEASURED = Duration.ofSeconds(60);
    private static final Duration REST = PacedRecords.DISORDER.plusSeconds(3);

    private final Map<FoundMatch, FoundAction> standing = new HashMap<>();
    private final Map<FoundMatch, Long> byEngine = new HashMap<>();
    private final Map<FoundMatch, Long> byLibrary = new HashMap<>();
    private int vanished;

    private DisorderLatency() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, Object> figures = RunFacts.now(COMMAND, SEED);
        Duration whole = WARM_UP.plus(MEASURED).plus(REST);
        List<ShopPattern> patterns =
                ShopPatterns.all().stream().filter(ShopPattern::isPrompt).toList();
        new SideBySide(SEED, PACE, whole.toSeconds() * PACE.perSecond()).run(patterns);
        RunFacts.end(figures);
        figures.put("events_per_second", PACE.perSecond());
        figures.put("customers", PACE.customers());
        figures.put("late_part_of_events", PACE.slowPart());
        figures.put("late_at_most_ms", PacedRecords.DISORDER.toMillis());
        Set<String> triggers = patterns.stream().map(ShopPattern::trigger).collect(Collectors.toSet());
        figures.putAll(new DisorderLatency().figures(triggers));
        Results.keep("disorder-latency", figures);
    }

    private Map<String, Object> figures(Set<String> triggers) {
        observe(triggers);
        Map<String, Object> figures = new LinkedHashMap<>();
        Set<FoundMatch> both = new HashSet<>(standing.keySet());
        both.retainAll(byLibrary.keySet());
        figures.put("matches_engine", standing.size());
        figures.put("matches_library", byLibrary.size());
        figures.put("matches_in_both", both.size());
        figures.put("actions_taken_back", vanished);
        figures.put("rejected", Observed.seen(SideBySide.REJECTED).size());
        both.retainAll(byEngine.keySet());
        List<FoundAction> measured = both.stream()
                .map(standing::get)
                .filter(DisorderLatency::isMeasured)
                .toList();
        PacedRecords records = new PacedRecords("", SEED, PACE);
        figures.put(SideBySide.ENGINE, new Delays(SideBySide.ENGINE, records, byEngine).of(measured));
        figures.put(SideBySide.LIBRARY, new Delays(SideBySide.LIBRARY, records, byLibrary).of(measured));
        return figures;
    }

    private void observe(Set<String> triggers) {
        for (Seen seen : Observed.seen(SideBySide.DECISIONS)) {
            FoundAction decision = FoundAction.read((Outgoing) seen.element());
            if (!triggers.contains(decision.match().trigger())) {
                continue;
            }
            if (decision.outcome().equals("vanished")) {
                standing.remove(decision.match());
                vanished++;
            } else {
                standing.put(decision.match(), decision);
            }
        }
        for (Seen seen : Observed.seen(SideBySide.ACTIONS)) {
            FoundAction action = FoundAction.read((Outgoing) seen.element());
            if (action.type().equals("action.requested")) {
                byEngine.putIfAbsent(action.match(), seen.nanos());
            }
        }
        for (Seen seen : Observed.seen(SideBySide.LIBRARY)) {
            byLibrary.putIfAbsent((FoundMatch) seen.element(), seen.nanos());
        }
    }

    private static boolean isMeasured(FoundAction action) {
        List<Integer> numbers = action.numbers();
        long second = numbers.get(numbers.size() - 1) / PACE.perSecond();
        return second >= WARM_UP.toSeconds() && second < WARM_UP.plus(MEASURED).toSeconds();
    }
}
