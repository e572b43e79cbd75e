package dev.anlass.jobs;

import dev.anlass.engine.rulefile.Durations;
import dev.anlass.jobs.config.Clock;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.config.SettingsReader;
import dev.anlass.jobs.connector.kafka.KafkaConnector;
import dev.anlass.jobs.connector.kafka.KafkaTopics;
import dev.anlass.jobs.connector.kafka.ScoreSink;
import dev.anlass.jobs.learn.LearningSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.util.ParameterTool;

/** The learning job as a program that a Flink cluster runs, and as a graph that a process of our own runs. */
public final class LearnJob {

    private static final String NAME = "Anlass learning";
    private static final String FOLDER = "learn";

    /** How long a table may be under way and still be fresh. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private LearnJob() {}

    /**
     * Runs the job on the cluster that calls this.
     *
     * @param arguments {@code --settings FILE} and those of {@code anlass learn --follow}
     */
    public static void main(String[] arguments) throws Exception {
        ParameterTool options = ParameterTool.fromArgs(arguments);
        Path file = options.has("settings") ? Path.of(options.get("settings")) : null;
        SettingsReader.Read read = SettingsReader.read(file, System.getenv());
        JobSettings settings = read.settings();
        if (settings == null) {
            throw new IllegalArgumentException(
                    "the settings are wrong:\n" + read.problems().render());
        }
        JobSettings own = own(settings);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(FlinkOptions.of(own));
        build(environment, own, learning(options), millis(options, "every", "1h"));
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
     * @throws dev.anlass.jobs.config.CannotStart with a way out if it cannot run with these topics
     */
    public static StreamGraph graph(JobSettings own, LearningSettings learning, long everyMillis, boolean isFresh)
            throws IOException {
        Configuration options = FlinkOptions.of(own);
        options.set(PipelineOptions.NAME, NAME);
        if (!isFresh) {
            LatestCheckpoint.in(own.checkpoints())
                    .ifPresent(checkpoint -> options.set(StateRecoveryOptions.SAVEPOINT_PATH, checkpoint));
        }
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(options);
        build(environment, own, learning, everyMillis);
        return environment.getStreamGraph();
    }

    private static void build(
            StreamExecutionEnvironment environment, JobSettings settings, LearningSettings learning, long everyMillis) {
        int partitions = new KafkaTopics(settings.kafka()).check();
        KafkaConnector kafka = new KafkaConnector(settings.kafka());
        LearnTopology.build(
                environment,
                settings,
                new LearnTopology.Lessons(learning, everyMillis),
                new LearnTopology.Inputs(kafka.feedback(), partitions, kafka.recorded()),
                new ScoreSink(
                        settings.kafka(),
                        settings.engine().latenessMillis(),
                        settings.clock() == Clock.TICKS,
                        SLACK.plus(settings.grace()).plusMillis(everyMillis)));
    }

    static LearningSettings learning(ParameterTool options) {
        Set<String> successes = new TreeSet<>();
        for (String name : options.get("success", "accepted,converted").split(",", -1)) {
            successes.add(LearningSettings.success(name));
        }
        String[] prior = options.get("prior", "1,1").split(",", -1);
        return new LearningSettings(
                options.get("segment"),
                millis(options, "half-life", "14d"),
                millis(options, "window", "7d"),
                successes,
                Double.parseDouble(prior[0]),
                Double.parseDouble(prior[prior.length - 1]),
                options.getLong("seed", 1));
    }

    private static long millis(ParameterTool options, String name, String otherwise) {
        String text = options.get(name, otherwise);
        return Durations.millis(text)
                .orElseThrow(() ->
                        new IllegalArgumentException("--" + name + " " + text + " is no duration such as 1h or 14d"));
    }
}
