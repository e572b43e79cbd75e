package dev.anlass.benchmarks.push;

import dev.anlass.jobs.PushJob;
import dev.anlass.jobs.config.CheckpointSettings;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.config.PushSettings;
import dev.anlass.jobs.config.Secret;
import dev.anlass.jobs.config.SettingsReader;
import dev.anlass.jobs.connector.kafka.KafkaTopics;
import dev.anlass.jobs.demo.EmbeddedFlink;
import dev.anlass.jobs.demo.EmbeddedKafka;
import dev.anlass.jobs.demo.phones.Faults;
import dev.anlass.jobs.demo.phones.Outage;
import dev.anlass.jobs.demo.phones.Phones;
import dev.anlass.jobs.push.Device;
import dev.anlass.jobs.push.Provider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One storm: actions go on being written while providers answer with errors or not at all, one of them is down for a
 * while, and the machine of the job is lost again and again.
 */
final class StormRun {

    static final int SUBTASKS = 2;
    static final int IN_FLIGHT = 200;
    static final double ERRORS = 0.10;
    static final double SILENCES = 0.05;
    private static final int PARTITIONS = 4;
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final Duration CHECKPOINTS = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final long OUTAGE_FROM = 25;
    private static final long OUTAGE_TO = 65;

    private final StormPlan plan;
    private final int kills;

    StormRun(StormPlan plan, int kills) {
        this.plan = plan;
        this.kills = kills;
    }

    Map<String, Object> figures() throws Exception {
        Path directory = Files.createTempDirectory("anlass-storm");
        try (EmbeddedKafka kafka = EmbeddedKafka.start();
                Phones phones = new Phones(directory, InstantSource.system())) {
            JobSettings settings = settings(kafka, directory, phones);
            new KafkaTopics(settings.kafka()).createMissing(PARTITIONS);
            try (StormTopics topics = new StormTopics(settings.kafka());
                    EmbeddedFlink flink = EmbeddedFlink.start(settings)) {
                register(topics, phones);
                flink.submit(PushJob.graph(settings, true));
                phones.faults(Faults.random(plan.seed(), ERRORS, SILENCES));
                long start = System.nanoTime();
                feed(topics, phones, flink);
                Map<String, Object> figures = awaitAll(topics, settings, phones);
                figures.put("seconds", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
                return figures;
            }
        }
    }

    private void register(StormTopics topics, Phones phones) {
        for (int i = 0; i < plan.customers(); i++) {
            for (Device device : plan.devices(i, phones)) {
                topics.register(StormPlan.customer(i), device);
                if (plan.isGone(i)) {
                    phones.remove(device);
                }
            }
        }
        topics.flush();
    }

    /** Each hundredth of the actions something may happen. */
    private void feed(StormTopics topics, Phones phones, EmbeddedFlink flink) throws Exception {
        int part = Math.max(1, plan.actions() / 100);
        long start = System.nanoTime();
        for (int i = 0; i < plan.actions(); i++) {
            if (i % part == 0) {
                happen(i / part, topics, phones, flink);
            }
            topics.request(plan.action(i));
            long due = start + TimeUnit.SECONDS.toNanos(1) * i / plan.perSecond();
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
        }
        phones.outage(Provider.FCM, Outage.NONE);
        topics.flush();
    }

    private void happen(int percent, StormTopics topics, Phones phones, EmbeddedFlink flink) throws Exception {
        if (percent == OUTAGE_FROM || percent == OUTAGE_TO) {
            phones.outage(Provider.FCM, percent == OUTAGE_FROM ? Outage.UNAVAILABLE : Outage.NONE);
        }
        withdraw(percent, topics);
        for (int kill = 1; kill <= kills; kill++) {
            if (percent == kill * 90 / (kills + 1)) {
                topics.killedAt.add(System.currentTimeMillis());
                flink.replaceTaskManager();
            }
        }
    }

    /** Who withdraws does it some time, one after the other. */
    private void withdraw(int percent, StormTopics topics) {
        for (int i = 7; i < plan.customers(); i += 100) {
            if (plan.withdraws(i) && i / 100 % 100 == percent) {
                topics.withdraw(StormPlan.customer(i));
            }
        }
    }

    private Map<String, Object> awaitAll(StormTopics topics, JobSettings settings, Phones phones) {
        try (ToldOutcomes told = new ToldOutcomes(settings.kafka())) {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            long sayNext = 0;
            int accounted = told.readOn();
            while (accounted < plan.actions() && System.nanoTime() < deadline) {
                if (System.nanoTime() > sayNext) {
                    System.err.printf("%,d of %,d actions are accounted for%n", accounted, plan.actions());
                    sayNext = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
                }
                accounted = told.readOn();
            }
            told.readOn();
            return new StormAccount(topics, told, phones).figures();
        }
    }

    static JobSettings settings(EmbeddedKafka kafka, Path directory, Phones phones) {
        JobSettings defaults = SettingsReader.ofDefaults();
        return PushJob.own(defaults.withKafka(defaults.kafka().withBootstrap(kafka.bootstrap()))
                .withParallelism(SUBTASKS)
                .withCustomerSecret(new Secret("storm"))
                .withPush(bounded(phones.settings(TIMEOUT)))
                .withCheckpoints(new CheckpointSettings(
                        CHECKPOINTS, directory.resolve("checkpoints").toUri().toString()))
                .withPorts("9370-9390", 0));
    }

    private static PushSettings bounded(PushSettings push) {
        return new PushSettings(
                push.channels(),
                push.link(),
                push.tokenSecret(),
                push.feedbackFor(),
                IN_FLIGHT,
                push.timeout(),
                push.trust(),
                push.fcm(),
                push.apns(),
                push.webPush(),
                push.webhook());
    }
}
