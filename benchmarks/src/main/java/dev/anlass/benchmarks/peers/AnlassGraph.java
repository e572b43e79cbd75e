package dev.anlass.benchmarks.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.benchmarks.measure.OneBundle;
import dev.anlass.jobs.TriggerTopology;
import dev.anlass.jobs.config.Clock;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.config.SettingsReader;
import dev.anlass.jobs.operator.BundleLibrary;
import dev.anlass.jobs.operator.HandType;
import dev.anlass.jobs.operator.Outgoing;
import dev.anlass.jobs.operator.PublishedBundle;
import dev.anlass.jobs.operator.RawRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** The rules in our job, as in production but for where it reads and writes; the store is as Flink sets it, for the peer too. */
final class AnlassGraph {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AnlassGraph() {}

    static void build(StreamExecutionEnvironment environment, Source<RawRecord, ?, ?> source, List<VisitRule> rules) {
        JobSettings settings = SettingsReader.ofDefaults()
                .withClock(Clock.EVENTS)
                .withParallelism(environment.getParallelism())
                .withEngine(VisitRuleFiles.settings());
        FirstRules library = new FirstRules(rules.size());
        var news = new DataGeneratorSource<>(number -> library.bundle().announcement(), 1, HandType.NEWS);
        TriggerTopology.build(
                environment,
                settings,
                new TriggerTopology.Inputs(source, environment.getParallelism(), news, library),
                new TriggerTopology.Outputs(
                        new DiscardingSink<Outgoing>(),
                        new MatchSink<>(AnlassGraph::match),
                        new MatchSink<>(AnlassGraph::unexpected),
                        new DiscardingSink<>()));
    }

    private static Match match(Outgoing decision) {
        try {
            JsonNode message = JSON.readTree(decision.value());
            JsonNode data = message.get("data");
            JsonNode evidence = data.get("evidence");
            return new Match(
                    VisitRule.number(data.get("trigger").asText()),
                    message.get("subject").asText(),
                    Long.parseLong(
                            evidence.get(evidence.size() - 1).get("event").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Match unexpected(Outgoing rejected) {
        throw new IllegalStateException("rejected: " + new String(rejected.value(), StandardCharsets.UTF_8));
    }

    /** A library with the first rules from the beginning, and never anything else. */
    private record FirstRules(int rules) implements BundleLibrary {

        PublishedBundle bundle() {
            return new PublishedBundle("compared", 0, VisitRuleFiles.of(VisitRule.first(rules)));
        }

        @Override
        public Reader open() {
            return new OneBundle(bundle());
        }
    }
}
