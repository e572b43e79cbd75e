package dev.anlass.benchmarks.peers;

import dev.anlass.benchmarks.measure.Figures;
import dev.anlass.benchmarks.measure.Results;
import dev.anlass.benchmarks.measure.Rounds;
import dev.anlass.benchmarks.measure.RunFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Siddhi and Drools beside the pure engine, over the same two days, in one process and one thread: one run after one that
 * warms up, to be quoted and not to be optimised against.
 *
 * <p>{@code benchmarks/run PeersQuoted 20000}: twenty thousand customers.
 */
public final class PeersQuoted {

    private static final long SEED = 20260302;
    private static final int ROUNDS = 1;
    private static final double LEAST_SECONDS = 1;

    private PeersQuoted() {}

    public static void main(String[] arguments) throws Exception {
        int customers = Integer.parseInt(arguments[0]);
        Map<String, Object> figures = RunFacts.now("benchmarks/run PeersQuoted " + customers, SEED);
        List<ShopEvent> events = ShopDays.twoOf(customers, SEED);
        figures.put("customers", customers);
        figures.put("rounds", ROUNDS);
        figures.put("by_rules", List.of(of(VisitRule.first(10), events), of(VisitRule.first(100), events)));
        RunFacts.end(figures);
        Results.keep("peers-quoted", figures);
    }

    private static Map<String, Object> of(List<VisitRule> rules, List<ShopEvent> events) throws Exception {
        Tally.Found expected = ObviousSearch.in(events, rules);
        List<InProcessContender> contenders = new ArrayList<>();
        for (EngineInProcess engine : List.of(
                new AnlassInProcess(rules, events),
                new SiddhiInProcess(rules, events),
                new DroolsInProcess(rules, events))) {
            contenders.add(new InProcessContender(engine, events.size(), expected, LEAST_SECONDS));
        }
        Rounds rounds = Rounds.of(ROUNDS, contenders);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rules", rules.size());
        figures.put("matches", expected.matches());
        InProcessContender own = contenders.get(0);
        for (InProcessContender peer : contenders.subList(1, contenders.size())) {
            figures.put("anlass_to_" + peer.name(), Figures.ratio(rounds.of(own), rounds.of(peer)));
        }
        for (InProcessContender contender : contenders) {
            figures.put(contender.name(), Figures.of(rounds.of(contender)));
            contender.engine().close();
        }
        return figures;
    }
}
