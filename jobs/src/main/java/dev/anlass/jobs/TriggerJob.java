package dev.anlass.jobs;

import dev.anlass.jobs.advisor.OfficesFile;
import dev.anlass.jobs.advisor.stream.AdvisorTopology;
import dev.anlass.jobs.config.Clock;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.config.SettingsReader;
import dev.anlass.jobs.connector.kafka.KafkaConnector;
import dev.anlass.jobs.connector.kafka.KafkaTopics;
import dev.anlass.jobs.connector.kafka.RulesTopic;
import dev.anlass.jobs.operator.CustomerKeys;
import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.jspecify.annotations.Nullable;

/** The trigger job as a program that a Flink cluster runs, and as a graph that a process of our own runs. */
public final class TriggerJob {

    private TriggerJob() {}

    /**
     * Runs the job on the cluster that calls this.
     *
     * @param arguments the file of settings, or nothing
     */
    public static void main(String[] arguments) throws Exception {
        Path file = arguments.length == 0 ? null : Path.of(arguments[0]);
        SettingsReader.Read read = SettingsReader.read(file, System.getenv());
        JobSettings settings = read.settings();
        if (settings == null) {
            throw new IllegalArgumentException(
                    "the settings are wrong:\n" + read.problems().render());
        }
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(FlinkOptions.of(settings));
        build(environment, settings.withSecretOrEnd());
        environment.execute();
    }

    /**
     * The graph of the job between the topics of the settings.
     *
     * @param checkpoint where the job goes on, as Flink names it; null if it begins anew
     * @throws dev.anlass.jobs.config.CannotStart with a way out if it cannot run with these topics
     */
    public static StreamGraph graph(JobSettings settings, @Nullable String checkpoint) {
        Configuration options = FlinkOptions.of(settings);
        if (checkpoint != null) {
            options.set(StateRecoveryOptions.SAVEPOINT_PATH, checkpoint);
        }
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(options);
        build(environment, settings);
        return environment.getStreamGraph();
    }

    /** By ticks, bundles and events are of the same time; recorded events are of a time of their own. */
    public static RulesTopic rules(JobSettings settings) {
        RulesTopic topic = new RulesTopic(settings.kafka());
        return settings.clock() == Clock.TICKS ? topic.withoutLateOnes() : topic;
    }

    private static void build(StreamExecutionEnvironment environment, JobSettings settings) {
        int partitions = new KafkaTopics(settings.kafka()).check();
        KafkaConnector kafka = new KafkaConnector(settings.kafka());
        TriggerTopology.Streams streams = TriggerTopology.build(
                environment,
                settings,
                new TriggerTopology.Inputs(kafka.events(), partitions, kafka.news(), rules(settings)),
                new TriggerTopology.Outputs(kafka.actions(), kafka.decisions(), kafka.rejected(), kafka.ticks()));
        if (settings.lists().areWanted()) {
            new KafkaTopics(settings.kafka()).require(settings.kafka().topics().advisorLists());
            addLists(settings, kafka, streams);
        }
    }

    private static void addLists(JobSettings settings, KafkaConnector kafka, TriggerTopology.Streams streams) {
        AdvisorTopology.build(
                new AdvisorTopology.Making(
                        OfficesFile.read(settings.lists().offices()),
                        settings.lists().channel(),
                        settings.engine().latenessMillis(),
                        settings.clock() == Clock.TICKS),
                new CustomerKeys(settings.customerSecret()),
                new AdvisorTopology.Inputs(streams.events(), streams.actions()),
                new AdvisorTopology.Outputs(kafka.advisorLists(), kafka.ownEvents()));
    }
}
