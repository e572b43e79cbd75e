package dev.anlass.benchmarks.brakes;

import dev.anlass.benchmarks.measure.Percentiles;
import dev.anlass.benchmarks.measure.Results;
import dev.anlass.benchmarks.measure.RunFacts;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.jobs.TriggerJob;
import dev.anlass.jobs.config.CheckpointSettings;
import dev.anlass.jobs.config.Clock;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.config.KafkaSettings;
import dev.anlass.jobs.config.SettingsReader;
import dev.anlass.jobs.connector.kafka.KafkaTopics;
import dev.anlass.jobs.connector.kafka.RulesTopic;
import dev.anlass.jobs.connector.kafka.Stopping;
import dev.anlass.jobs.demo.EmbeddedFlink;
import dev.anlass.jobs.demo.EmbeddedKafka;
import dev.anlass.jobs.operator.PublishedBundle;
import dev.anlass.jobs.operator.Stoppable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How long it takes from the call of a stop until no subtask sends anything out any more, and from the call of a start
 * until none refuses any more.
 *
 * <p>The whole job between the topics of an embedded broker, with orders of many customers all the time, so that every
 * subtask decides every few milliseconds. Measured is the last decision of the old kind, by the time at which the job
 * wrote it, hence the slowest subtask.
 */
public final class StopLatency {

    private static final int ROUNDS = 20;
    private static final int SUBTASKS = 4;
    private static final int CUSTOMERS = 400;
    private static final int PER_SECOND = 800;
    private static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final List<Stoppable> PUSH = List.of(new Stoppable(Stoppable.Kind.CHANNEL, "push"));

    private StopLatency() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, Object> figures = RunFacts.now("benchmarks/run StopLatency");
        Path directory = Files.createTempDirectory("anlass-stop");
        try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
            JobSettings settings = settings(kafka, directory);
            new KafkaTopics(settings.kafka()).createMissing(SUBTASKS);
            new RulesTopic(settings.kafka()).publish(new PublishedBundle("one", 0, rules()));
            List<Turn> turns = new ArrayList<>();
            try (EmbeddedFlink flink = EmbeddedFlink.start(settings)) {
                flink.submit(TriggerJob.graph(settings, null));
                turn(settings.kafka(), turns);
            }
            RunFacts.end(figures);
            figures.put("subtasks", SUBTASKS);
            figures.put("events_per_second", PER_SECOND);
            figures.put("customers", CUSTOMERS);
            tell(turns, settings.kafka(), figures);
        }
        Results.keep("stop-latency", figures);
    }

    /** Stopped or started, when it was called, and when the next turn was. */
    record Turn(boolean isStop, Instant called, Instant next) {}

    private static void turn(KafkaSettings settings, List<Turn> turns) throws InterruptedException {
        OrderFeed feed = new OrderFeed(settings, CUSTOMERS, PER_SECOND);
        Thread feeding = new Thread(feed, "feed");
        feeding.start();
        Thread.sleep(WARM_UP.toMillis());
        Stopping stopping = new Stopping(new RulesTopic(settings));
        for (int turn = 0; turn < 2 * ROUNDS; turn++) {
            Instant called = Instant.now();
            if (turn % 2 == 0) {
                stopping.stop(PUSH, called, null);
            } else {
                stopping.start(PUSH);
            }
            Thread.sleep(BETWEEN.toMillis());
            turns.add(new Turn(turn % 2 == 0, called, Instant.now()));
        }
        feed.end();
        feeding.join();
    }

    private static void tell(List<Turn> turns, KafkaSettings settings, Map<String, Object> figures) {
        WrittenDecisions decisions = WrittenDecisions.read(settings);
        figures.put("decisions", decisions.size());
        for (boolean isStop : new boolean[] {true, false}) {
            List<Long> millis = turns.stream()
                    .filter(turn -> turn.isStop() == isStop)
                    .map(turn -> decisions.lastBetween(turn.called(), turn.next(), isStop ? "emitted" : "stopped"))
                    .toList();
            String name = isStop ? "from_stop_to_last_action" : "from_start_to_last_refusal";
            figures.put(name, new Percentiles(millis.stream().mapToLong(each -> each * 1_000_000)).figures());
            figures.put(name + "_raw_ms", millis);
        }
    }

    private static JobSettings settings(EmbeddedKafka kafka, Path directory) {
        JobSettings defaults = SettingsReader.ofDefaults();
        return defaults.withKafka(defaults.kafka().withBootstrap(kafka.bootstrap()))
                .withClock(Clock.EVENTS)
                .withParallelism(SUBTASKS)
                .withCheckpoints(new CheckpointSettings(
                        Duration.ofSeconds(10), directory.toUri().toString()))
                .withPorts("9370-9390", 0);
    }

    private static RuleFiles rules() {
        return RuleFiles.none()
                .with("catalogue/events.yaml", "events:\n  order.placed: {data: behaviour, fields: {total: double}}\n")
                .with("catalogue/purposes.yaml", "purposes: {service: {basis: contract}}\n")
                .with("catalogue/channels.yaml", "channels: {push: {collect_for: none}}\n")
                .with("triggers/ordered.yaml", """
                        trigger: ordered
                        purpose: service
                        channel: push
                        when: [{step: order, event: order.placed}]
                        action: {name: thanks, expires: 1m}
                        """);
    }
}
