package dev.anlass.jobs.demo;

import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.jobs.config.CheckpointSettings;
import dev.anlass.jobs.config.Clock;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.config.SettingsReader;
import dev.anlass.jobs.connector.kafka.KafkaTopics;
import dev.anlass.jobs.connector.kafka.RulesTopic;
import dev.anlass.jobs.operator.PublishedBundle;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every demo stands on: settings with free ports, topics, and rules that have been published. */
final class DemoGround {

    private static final int PARTITIONS = 4;
    private static final int FIRST_METRICS_PORT = 9_249;
    private static final int FIRST_WEB_PORT = 8_081;
    private static final int PORTS = 20;
    private static final Duration CHECKPOINTS = Duration.ofSeconds(10);

    private DemoGround() {}

    /** @param wanted the port of Flink's web page; null for the first free one of the usual */
    static JobSettings settings(Path directory, String bootstrap, @Nullable Integer wanted) throws IOException {
        JobSettings defaults = SettingsReader.ofDefaults();
        int metricsPort = FreePort.from(FIRST_METRICS_PORT, PORTS);
        int webPort = wanted == null ? FreePort.from(FIRST_WEB_PORT, PORTS) : wanted;
        return defaults.withKafka(defaults.kafka().withBootstrap(bootstrap))
                .withClock(Clock.EVENTS)
                .withCheckpoints(new CheckpointSettings(
                        CHECKPOINTS, directory.resolve("checkpoints").toUri().toString()))
                .withPorts(String.valueOf(metricsPort), webPort);
    }

    static void publish(RuleFiles rules, Bundle bundle, JobSettings settings) {
        new KafkaTopics(settings.kafka()).createMissing(PARTITIONS);
        new RulesTopic(settings.kafka()).publish(new PublishedBundle(bundle.number(), 0, rules));
    }

    /** Where to look. */
    static List<String> lines(Bundle bundle, JobSettings settings, DemoJob job) {
        return List.of(
                "  rules     bundle " + bundle.number() + " with "
                        + bundle.triggers().size() + " triggers and "
                        + bundle.fences().size() + " fences",
                "  Kafka     " + settings.kafka().bootstrap() + ", topics "
                        + String.join(", ", settings.kafka().topics().all()),
                "  Flink     " + job.webPage(),
                "  metrics   " + job.metricsPage());
    }
}
