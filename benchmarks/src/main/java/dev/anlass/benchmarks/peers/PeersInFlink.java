package dev.anlass.benchmarks.peers;

import dev.anlass.benchmarks.measure.Figures;
import dev.anlass.benchmarks.measure.Results;
import dev.anlass.benchmarks.measure.Rounds;
import dev.anlass.benchmarks.measure.Run;
import dev.anlass.benchmarks.measure.RunFacts;
import dev.anlass.benchmarks.peers.FlinkContender.Graph;
import dev.anlass.benchmarks.peers.FlinkContender.Slice;
import java.util.List;
import java.util.Map;

/**
 * Our whole job and Flink CEP over the same stream, each in a local cluster of two subtasks, from encoded events to matches.
 *
 * <p>{@code benchmarks/run PeersInFlink ten 1000000}, {@code fifty} or {@code filtered}: ten or fifty rules on RocksDB, or
 * fifty on heap with the library's events filtered for each rule. The number is that of our events; the library gets the
 * beginning of the same stream, so long that it takes seconds.
 */
public final class PeersInFlink {

    private static final long SEED = 20260302;
    private static final int ROUNDS = 5;
    private static final int CUSTOMERS = 200_000;

    private static final List<Question> QUESTIONS = List.of(
            new Question("ten", 10, "rocksdb", CepGraph::plain, 60_000),
            new Question("fifty", 50, "rocksdb", CepGraph::plain, 15_000),
            new Question("filtered", 50, "hashmap", CepGraph::filtered, 200_000));

    /**
     * What is asked.
     *
     * @param events how many the library gets
     */
    private record Question(String name, int ruleCount, String backend, Graph library, int events) {

        FlinkContender contender(String who, List<ShopEvent> events, Graph graph) {
            return new FlinkContender(who, backend, Slice.of(events, VisitRule.first(ruleCount)), graph);
        }

        static Question named(String name) {
            return QUESTIONS.stream()
                    .filter(question -> question.name.equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private PeersInFlink() {}

    /** @param arguments the question, and how many events our job gets */
    public static void main(String[] arguments) throws Exception {
        Question question = Question.named(arguments[0]);
        int events = Integer.parseInt(arguments[1]);
        Map<String, Object> figures = RunFacts.now("benchmarks/run PeersInFlink " + question.name + " " + events, SEED);
        List<ShopEvent> stream = ShopDays.first(Math.max(events, question.events), CUSTOMERS, SEED);
        FlinkContender own = question.contender("Anlass", stream.subList(0, events), AnlassGraph::build);
        FlinkContender peer = question.contender("Flink CEP", stream.subList(0, question.events), question.library);
        Rounds rounds = Rounds.of(ROUNDS, List.of(own, peer));
        List<Run> ownRuns = rounds.of(own);
        List<Run> peerRuns = rounds.of(peer);
        figures.put("rules", question.ruleCount);
        figures.put("state_backend", question.backend);
        figures.put("customers", CUSTOMERS);
        figures.put("rounds", ROUNDS);
        figures.put("anlass_to_flink_cep", Figures.ratio(ownRuns, peerRuns));
        figures.put("anlass", Figures.of(ownRuns));
        figures.put("anlass_matches", ownRuns.get(0).counts().get("matches"));
        figures.put("flink_cep", Figures.of(peerRuns));
        figures.put("flink_cep_matches", peerRuns.get(0).counts().get("matches"));
        figures.put("load_after", RunFacts.loadNow());
        Results.keep("peers-in-flink-" + question.name, figures);
    }
}
