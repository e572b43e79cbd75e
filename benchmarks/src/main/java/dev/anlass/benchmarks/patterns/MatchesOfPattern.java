package dev.anlass.benchmarks.patterns;

import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.OrderKey;
import dev.anlass.jobs.operator.Arrival;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.util.Collector;

/** Says of each match of a pattern which moment it is. */
final class MatchesOfPattern extends PatternProcessFunction<Arrival, FoundMatch> {

    private static final long serialVersionUID = 1L;

    private final String trigger;
    private final long waitMillis;

    MatchesOfPattern(ShopPattern pattern) {
        this.trigger = pattern.trigger();
        this.waitMillis = pattern.waits().toMillis();
    }

    @Override
    public void processMatch(Map<String, List<Arrival>> match, Context context, Collector<FoundMatch> out) {
        Event last = match.values().stream()
                .flatMap(List::stream)
                .map(Against::event)
                .max(Comparator.<Event, OrderKey>comparing(Event::key))
                .orElseThrow();
        out.collect(
                waitMillis > 0
                        ? FoundMatch.dueAt(trigger, last.customer(), last.time() + waitMillis)
                        : FoundMatch.completedBy(trigger, last.customer(), last.source(), last.id()));
    }
}
