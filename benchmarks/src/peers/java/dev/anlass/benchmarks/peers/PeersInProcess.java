package dev.anlass.benchmarks.peers;

import dev.anlass.benchmarks.measure.Figures;
import dev.anlass.benchmarks.measure.Results;
import dev.anlass.benchmarks.measure.Rounds;
import dev.anlass.benchmarks.measure.Run;
import dev.anlass.benchmarks.measure.RunFacts;
import java.util.List;
import java.util.Map;

/**
 * The pure engine and Esper over the same two days, in one process and one thread, with events that are decoded beforehand.
 *
 * <p>{@code benchmarks/run PeersInProcess 100 20000 0.5}: a hundred rules, twenty thousand customers, and each takes the events
 * again and again for half a second of processor time, by default two, before it is the other's turn.
 */
public final class PeersInProcess {

    private static final long SEED = 20260302;
    private static final int ROUNDS = 5;

    private PeersInProcess() {}

    public static void main(String[] arguments) throws Exception {
        List<VisitRule> rules = VisitRule.first(Integer.parseInt(arguments[0]));
        int customers = Integer.parseInt(arguments[1]);
        double leastSeconds = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 2;
        Map<String, Object> figures =
                RunFacts.now("benchmarks/run PeersInProcess " + String.join(" ", arguments), SEED);
        List<ShopEvent> events = ShopDays.twoOf(customers, SEED);
        Tally.Found expected = ObviousSearch.in(events, rules);
        figures.put("rules", rules.size());
        figures.put("customers", customers);
        figures.put("matches", expected.matches());
        figures.put("rounds", ROUNDS);
        try (EngineInProcess anlass = new AnlassInProcess(rules, events);
                EngineInProcess esper = new EsperInProcess(rules, events)) {
            InProcessContender own = new InProcessContender(anlass, events.size(), expected, leastSeconds);
            InProcessContender peer = new InProcessContender(esper, events.size(), expected, leastSeconds);
            Rounds rounds = Rounds.of(ROUNDS, List.of(own, peer));
            figures.put("warming_rounds", rounds.warming());
            List<Run> ownRuns = rounds.of(own);
            List<Run> peerRuns = rounds.of(peer);
            figures.put("anlass_to_esper", Figures.ratio(ownRuns, peerRuns));
            figures.put("anlass", Figures.of(ownRuns));
            figures.put("esper", Figures.of(peerRuns));
        }
        RunFacts.end(figures);
        Results.keep("peers-in-process-" + rules.size(), figures);
    }
}
