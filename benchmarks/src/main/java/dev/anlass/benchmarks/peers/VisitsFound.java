package dev.anlass.benchmarks.peers;

import java.util.List;
import java.util.Map;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.util.Collector;

/** Says of each match of a rule's pattern which it is; several items that wait for one visit give equal ones. */
final class VisitsFound extends PatternProcessFunction<ShopEvent, Match> {

    private static final long serialVersionUID = 1L;

    private final int rule;

    VisitsFound(VisitRule rule) {
        this.rule = rule.number();
    }

    @Override
    public void processMatch(Map<String, List<ShopEvent>> match, Context context, Collector<Match> out) {
        for (ShopEvent visit : match.getOrDefault(VisitPattern.VISIT, List.of())) {
            out.collect(new Match(rule, visit.customer(), visit.number()));
        }
    }
}
