package dev.anlass.jobs;

import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.config.PushSettings;
import dev.anlass.jobs.config.SettingsReader;
import dev.anlass.jobs.connector.kafka.KafkaConnector;
import dev.anlass.jobs.connector.kafka.KafkaLedger;
import dev.anlass.jobs.connector.kafka.KafkaTopics;
import dev.anlass.jobs.operator.CustomerKeys;
import dev.anlass.jobs.push.AppTokens;
import dev.anlass.jobs.push.Provider;
import dev.anlass.jobs.push.Sender;
import dev.anlass.jobs.push.stream.Limits;
import dev.anlass.jobs.push.stream.PushPlan;
import dev.anlass.jobs.push.stream.PushTopology;
import dev.anlass.jobs.push.stream.SetSenders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** The push job as a program that a Flink cluster runs, and as a graph that a process of our own runs. */
public final class PushJob {

    private static final String NAME = "Anlass push";
    private static final String FOLDER = "push";

    private PushJob() {}

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
        JobSettings own = own(settings.withSecretOrEnd());
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(FlinkOptions.of(own));
        build(environment, own);
        environment.execute(NAME);
    }

    /** The settings of the trigger job, with checkpoints and a web page of its own. */
    public static JobSettings own(JobSettings settings) {
        return settings.beside(FOLDER);
    }

    /**
     * The graph of the job between the topics of the settings.
     *
     * @param own as {@link #own} gives them
     * @param isFresh whether it begins anew; otherwise it goes on from its newest checkpoint
     * @throws CannotStart with a way out if it cannot run with these topics
     */
    public static StreamGraph graph(JobSettings own, boolean isFresh) throws IOException {
        Configuration options = FlinkOptions.of(own);
        options.set(PipelineOptions.NAME, NAME);
        if (!isFresh) {
            LatestCheckpoint.in(own.checkpoints())
                    .ifPresent(checkpoint -> options.set(StateRecoveryOptions.SAVEPOINT_PATH, checkpoint));
        }
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(options);
        build(environment, own);
        return environment.getStreamGraph();
    }

    private static void build(StreamExecutionEnvironment environment, JobSettings settings) {
        AppTokens.require(settings.push().tokenSecret());
        SetSenders senders = new SetSenders(settings.push());
        // What cannot be used is said here, and not by a job that fails again and again.
        senders.open().values().forEach(Sender::close);
        KafkaTopics topics = new KafkaTopics(settings.kafka());
        int partitions = topics.check();
        topics.require(settings.kafka().topics().inApp());
        KafkaConnector kafka = new KafkaConnector(settings.kafka());
        PushTopology.build(
                environment,
                settings,
                plan(settings, partitions, senders),
                new PushTopology.Inputs(kafka.pushEvents(), kafka.pushActions(), kafka.news()),
                kafka.rejected());
    }

    private static PushPlan plan(JobSettings settings, int partitions, SetSenders senders) {
        PushSettings push = settings.push();
        return new PushPlan(
                new PushPlan.Channels(push.channels(), push.webhook().channels()),
                limits(push, settings.parallelism()),
                new PushPlan.Words(
                        push.tokenSecret(), push.link(), push.feedbackFor().toMillis()),
                settings.clock(),
                partitions,
                new CustomerKeys(settings.customerSecret()),
                TriggerJob.rules(settings),
                senders,
                KafkaLedger.opener(settings.kafka()));
    }

    private static Limits limits(PushSettings push, int parallelism) {
        double share = 1.0 / parallelism;
        return new Limits(
                push.inFlight(),
                Map.of(
                        Provider.FCM, push.fcm().rate() * share,
                        Provider.APNS, push.apns().rate() * share,
                        Provider.WEB_PUSH, push.webPush().rate() * share,
                        Provider.WEBHOOK, push.webhook().rate() * share));
    }
}
