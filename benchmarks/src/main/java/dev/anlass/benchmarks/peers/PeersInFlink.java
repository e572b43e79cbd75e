package dev.anlass.benchmarks.peers;

import dev.anlass.benchmarks.measure.Figures;
import dev.anlass.benchmarks.measure.Results;
import dev.anlass.benchmarks.measure.Rounds;
import dev.anlass.benchmarks.measure.Run;
import dev.anlass.benchmarks.measure.RunFacts;
import dev.anlass.benchmarks.peers.FlinkContender.Feed;
import dev.anlass.benchmarks.peers.FlinkContender.Graph;
import java.util.List;
import java.util.Map;

/**
 * Our whole job and Flink CEP over the same stream, each in a local cluster of two subtasks, from encoded events to matches.
 *
 * <p>{@code benchmarks/run PeersInFlink ten 20000}, {@code fifty} or {@code filtered}: ten or fifty rules on RocksDB, or
 * fifty on heap with the library's events filtered for each rule. The number is that of the customers.
 */
public final class PeersInFlink {

    private static final long SEED = 20260302;
    private static final int ROUNDS = 5;

    private static final List<Question> QUESTIONS = List.of(
            new Question("ten", 10, "rocksdb", CepGraph::plain),
            new Question("fifty", 50, "rocksdb", CepGraph::plain),
            new Question("filtered", 50, "hashmap", CepGraph::filtered));

    /** What is asked. */
    private record Question(String name, int ruleCount, String backend, Graph library) {

        Feed feed(int customers) {
            return Feed.of(ShopDays.twoOf(customers, SEED), VisitRule.first(ruleCount));
        }

        static Question named(String name) {
            return QUESTIONS.stream()
                    .filter(question -> question.name.equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private PeersInFlink() {}

    /** @param arguments the question, and how many customers there are */
    public static void main(String[] arguments) throws Exception {
        Question question = Question.named(arguments[0]);
        int customers = Integer.parseInt(arguments[1]);
        Map<String, Object> figures =
                RunFacts.now("benchmarks/run PeersInFlink " + question.name + " " + customers, SEED);
        Feed feed = question.feed(customers);
        FlinkContender own = new FlinkContender("Anlass", question.backend, feed, AnlassGraph::build);
        FlinkContender peer = new FlinkContender("Flink CEP", question.backend, feed, question.library);
        Rounds rounds = Rounds.of(ROUNDS, List.of(own, peer));
        List<Run> ownRuns = rounds.of(own);
        List<Run> peerRuns = rounds.of(peer);
        figures.put("rules", question.ruleCount);
        figures.put("state_backend", question.backend);
        figures.put("customers", customers);
        figures.put("events", feed.records().size());
        figures.put("matches", feed.expected().matches());
        figures.put("rounds", ROUNDS);
        figures.put("warming_rounds", rounds.warming());
        figures.put("anlass_to_flink_cep", Figures.ratio(ownRuns, peerRuns));
        figures.put("anlass", Figures.of(ownRuns));
        figures.put("flink_cep", Figures.of(peerRuns));
        RunFacts.end(figures);
        Results.keep("peers-in-flink-" + question.name, figures);
    }
}
