package dev.anlass.benchmarks.latency;

import dev.anlass.benchmarks.measure.Results;
import dev.anlass.benchmarks.measure.RunFacts;
import dev.anlass.benchmarks.measure.TemporaryDirectory;
import dev.anlass.benchmarks.mix.MixOptions;
import dev.anlass.benchmarks.mix.MixRules;
import dev.anlass.benchmarks.mix.MixShape;
import dev.anlass.benchmarks.mix.PresentMix;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.jobs.config.KafkaSettings;
import dev.anlass.jobs.config.SettingsReader;
import dev.anlass.jobs.connector.kafka.Deployment;
import dev.anlass.jobs.connector.kafka.RulesTopic;
import dev.anlass.jobs.demo.EmbeddedKafka;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How long it takes from the broker's append of the event that completes a match to its append of the action, at 25, 50 and
 * 75 % of the highest rate that the job sustains.
 *
 * <p>{@code benchmarks/run KafkaLatency [--shares 25,50,75] [--seconds 120] [--settle 20] [--warm-up 180] [--highest 30] [--rate
 * 10000] [--try] [options of a mix]}: with {@code --rate} the highest rate is not looked for, with {@code --try} nothing is
 * kept.
 *
 * <p>The job is {@code anlass run} in a process of its own; broker and feed are in this one, on the same processors.
 */
public final class KafkaLatency {

    /** So many events wait while the highest rate is measured, at most. */
    private static final long BACKLOG = 40_000;

    private static final int HUNDRED = 100;
    private static final int EVENTS = 1_000_000;
    private static final long LAST_ACTIONS_MILLIS = 2_000;
    private static final int HALF_A_DAY_HOURS = 12;

    private final MixOptions options;
    private final JobTopics topics;
    private final JobProcess job;
    private final Feed feed;

    private KafkaLatency(MixOptions options, JobTopics topics, JobProcess job, Feed feed) {
        this.options = options;
        this.topics = topics;
        this.job = job;
        this.feed = feed;
    }

    public static void main(String[] arguments) throws Exception {
        MixOptions options = MixOptions.of(arguments);
        MixShape shape = options.shape(MixShape.RETAIL.withEvents(EVENTS));
        Map<String, Object> figures =
                RunFacts.now("benchmarks/run KafkaLatency " + String.join(" ", arguments), shape.seed());
        figures.putAll(shape.facts());
        figures.put("settings_changed", changedSettings());
        try (TemporaryDirectory directory = TemporaryDirectory.create();
                EmbeddedKafka kafka = EmbeddedKafka.start()) {
            KafkaSettings settings = SettingsReader.ofDefaults().kafka().withBootstrap(kafka.bootstrap());
            try (JobTopics topics = JobTopics.create(settings, JobProcess.SUBTASKS);
                    Feed feed = new Feed(settings, new PresentMix(shape))) {
                new Deployment(new RulesTopic(settings), Duration.ZERO).publish(rules(shape), Instant.now(), null);
                try (JobProcess job = JobProcess.start(settings, directory.path())) {
                    figures.putAll(new KafkaLatency(options, topics, job, feed).measure());
                }
            }
        }
        RunFacts.end(figures);
        if (options.has("try")) {
            System.out.println(figures);
        } else {
            Results.keep("kafka-latency", figures);
        }
    }

    private Map<String, Object> measure() throws Exception {
        Map<String, Object> figures = new LinkedHashMap<>();
        feed.register(this::room);
        feed.fill(this::room, seconds("warm-up", 180));
        double highest = highest(seconds("highest", 30));
        settle();
        topics.readActions(action -> {});
        figures.put("subtasks", JobProcess.SUBTASKS);
        figures.put("highest_events_per_second", Math.round(highest));
        List<Map<String, Object>> shares = new ArrayList<>();
        for (String percent :
                Objects.requireNonNullElse(options.value("shares"), "25,50,75").split(",", -1)) {
            shares.add(share(Integer.parseInt(percent), highest));
        }
        figures.put("shares", shares);
        return figures;
    }

    private Duration seconds(String option, int otherwise) {
        return Duration.ofSeconds(options.number(option, otherwise));
    }

    private long room() throws IOException, InterruptedException {
        return Math.max(0, BACKLOG - (topics.eventRecords() - job.recordsRead()));
    }

    /** How many events a second the job takes in while there are always more; that of the warm-up is not in it. */
    private double highest(Duration length) throws Exception {
        if (options.has("rate")) {
            return options.number("rate", 0);
        }
        long before = job.recordsRead();
        long start = System.nanoTime();
        feed.fill(this::room, length);
        return (job.recordsRead() - before) * 1e9 / (System.nanoTime() - start);
    }

    private Map<String, Object> share(int percent, double highest) throws Exception {
        Usage before = usage();
        Fed fed;
        Map<Long, Double> stolen;
        try (StolenTime time = StolenTime.watched()) {
            fed = feed.pace(highest * percent / HUNDRED, seconds("settle", 20).plus(seconds("seconds", 120)));
            stolen = time.percentBySecond();
        }
        long waiting = topics.eventRecords() - job.recordsRead();
        Usage used = usage().since(before);
        settle();
        ActionTimes times = new ActionTimes(fed, seconds("settle", 20));
        topics.readActions(times::add);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("percent", percent);
        figures.put("events_per_second", Math.round(highest * percent / HUNDRED));
        figures.put("events", fed.events());
        figures.put("records_waiting_at_the_end", waiting);
        figures.putAll(used.figures());
        figures.putAll(times.figures(stolen));
        System.err.println(percent + " %: " + figures);
        return figures;
    }

    /** Returns when everything that was fed has been taken in, and what came of it has been written. */
    private void settle() throws Exception {
        job.awaitRead(topics.eventRecords());
        Thread.sleep(LAST_ACTIONS_MILLIS);
    }

    private Usage usage() throws Exception {
        return Usage.now(job);
    }

    /** Those of the mix, with quiet hours that are not now. */
    private static RuleFiles rules(MixShape shape) {
        RuleFiles rules = MixRules.files(shape.rules());
        String policies = "policies/policies.yaml";
        LocalTime far = LocalTime.now(ZoneOffset.UTC)
                .plusHours(HALF_A_DAY_HOURS)
                .withSecond(0)
                .withNano(0);
        String text = Objects.requireNonNull(rules.text(policies));
        return rules.with(
                policies,
                text.replace("\"22:00\"", "\"" + far + "\"").replace("\"07:00\"", "\"" + far.plusHours(1) + "\""));
    }

    private static Map<String, String> changedSettings() {
        Map<String, String> changed = new TreeMap<>(System.getenv());
        changed.keySet().removeIf(name -> !name.startsWith("ANLASS_") || name.equals("ANLASS_HOME"));
        return changed;
    }
}
