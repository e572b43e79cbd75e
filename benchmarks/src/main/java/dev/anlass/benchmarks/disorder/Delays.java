package dev.anlass.benchmarks.disorder;

import static java.util.Objects.requireNonNull;

import dev.anlass.benchmarks.measure.Percentiles;
import dev.anlass.benchmarks.patterns.FoundMatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** How long actions took, from three beginnings that one may mean. */
final class Delays {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Map<Long, Long> arrivals;
    private final Map<FoundMatch, Long> cameOut;
    private final PacedRecords records;

    Delays(String reader, PacedRecords records, Map<FoundMatch, Long> cameOut) {
        this.arrivals = Observed.arrivals(reader);
        this.cameOut = cameOut;
        this.records = records;
    }

    Map<String, Object> of(List<FoundAction> actions) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("from_arrival_of_completing_event", since(actions, this::completingArrived));
        figures.put("from_arrival_of_last_bound_event", since(actions, this::lastArrived));
        figures.put("from_happening_of_completing_event", since(actions, this::happened));
        return figures;
    }

    private Map<String, Object> since(List<FoundAction> actions, ToLongFunction<FoundAction> begin) {
        return new Percentiles(actions.stream()
                        .mapToLong(action -> requireNonNull(cameOut.get(action.match())) - begin.applyAsLong(action)))
                .figures();
    }

    private long completingArrived(FoundAction action) {
        return arrived(completing(action));
    }

    /** Nobody can know of the match earlier. */
    private long lastArrived(FoundAction action) {
        return action.numbers().stream().mapToLong(this::arrived).max().orElseThrow();
    }

    private long happened(FoundAction action) {
        int number = completing(action);
        return completingArrived(action) - records.lateMillis(number) * NANOS_PER_MILLI;
    }

    private long arrived(int number) {
        return requireNonNull(arrivals.get((long) number), "what came out has arrived");
    }

    private static int completing(FoundAction action) {
        return action.numbers().get(action.numbers().size() - 1);
    }
}
