package dev.anlass.benchmarks.push;

import dev.anlass.benchmarks.measure.Results;
import dev.anlass.benchmarks.measure.RunFacts;
import dev.anlass.benchmarks.mix.MixOptions;
import dev.anlass.jobs.PushJob;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.connector.kafka.KafkaTopics;
import dev.anlass.jobs.demo.EmbeddedFlink;
import dev.anlass.jobs.demo.EmbeddedKafka;
import dev.anlass.jobs.demo.phones.Arrived;
import dev.anlass.jobs.demo.phones.Phones;
import dev.anlass.jobs.push.Device;
import dev.anlass.jobs.push.Provider;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How many messages does the push job deliver with one core, and how long does one take from its action's way into the
 * topic to its provider?
 *
 * <p>{@code benchmarks/run PushPace [--rates 300,1042,2000] [--seconds 30] [--customers 20000] [--seed 1] [--try]}: one
 * rate after the other, without faults, after a warm-up; providers, broker and job share the machine, and what is theirs
 * of the processor time is told apart by their threads.
 */
public final class PushPace {

    private static final String USUAL_RATES = "300,1042,2000";
    private static final int USUAL_SECONDS = 30;
    private static final int USUAL_CUSTOMERS = 20_000;
    private static final int WARM_UP = 10_000;
    private static final int WARM_UP_RATE = 500;
    private static final int PARTITIONS = 4;
    private static final int QUIET_SECONDS = 2;
    private static final List<Provider> PROVIDERS =
            List.of(Provider.FCM, Provider.APNS, Provider.WEB_PUSH, Provider.WEBHOOK);

    private final Phones phones;
    private final StormTopics topics;
    private int next;

    private PushPace(Phones phones, StormTopics topics) {
        this.phones = phones;
        this.topics = topics;
    }

    public static void main(String[] arguments) throws Exception {
        MixOptions options = MixOptions.of(arguments);
        int seed = options.number("seed", 1);
        int seconds = options.number("seconds", USUAL_SECONDS);
        String given = options.value("rates");
        Map<String, Object> figures =
                new LinkedHashMap<>(RunFacts.now("benchmarks/run PushPace " + String.join(" ", arguments), seed));
        var directory = Files.createTempDirectory("anlass-pace");
        try (EmbeddedKafka kafka = EmbeddedKafka.start();
                Phones phones = new Phones(directory, InstantSource.system())) {
            JobSettings settings = StormRun.settings(kafka, directory, phones);
            new KafkaTopics(settings.kafka()).createMissing(PARTITIONS);
            try (StormTopics topics = new StormTopics(settings.kafka());
                    EmbeddedFlink flink = EmbeddedFlink.start(settings)) {
                StormPlan plan = new StormPlan(seed, options.number("customers", USUAL_CUSTOMERS), 0, 0);
                register(plan, phones, topics);
                flink.submit(PushJob.graph(settings, true));
                PushPace pace = new PushPace(phones, topics);
                pace.run(plan, WARM_UP_RATE, WARM_UP / WARM_UP_RATE);
                List<Map<String, Object>> rates = new ArrayList<>();
                for (String rate : (given == null ? USUAL_RATES : given).split(",", -1)) {
                    rates.add(pace.run(plan, Integer.parseInt(rate), seconds));
                }
                figures.put("rates", rates);
            }
        }
        RunFacts.end(figures);
        if (options.has("try")) {
            System.out.println(figures);
        } else {
            Results.keep("push-pace", figures);
        }
    }

    private static void register(StormPlan plan, Phones phones, StormTopics topics) {
        for (int i = 0; i < plan.customers(); i++) {
            for (Device device : plan.devices(i, phones)) {
                topics.register(StormPlan.customer(i), device);
            }
        }
        topics.flush();
    }

    private Map<String, Object> run(StormPlan plan, int perSecond, int seconds) {
        List<Long> before = sizes();
        long cpu = cpuNanos();
        long others = othersNanos();
        long start = System.nanoTime();
        int first = next;
        for (; next < first + perSecond * seconds; next++) {
            topics.request(plan.action(next));
            long due = start + TimeUnit.SECONDS.toNanos(1) * (next - first) / perSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
        }
        List<Arrived> arrived = awaitQuiet(before);
        double took = (System.nanoTime() - start) / 1e9 - QUIET_SECONDS;
        double all = (cpuNanos() - cpu) / 1e9;
        double job = all - (othersNanos() - others) / 1e9;
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("actions_per_second", perSecond);
        figures.put("messages", arrived.size());
        figures.put("messages_per_second", Math.round(arrived.size() / took));
        figures.put("cpu_seconds_all", all);
        figures.put("cpu_seconds_job", job);
        figures.put("messages_per_cpu_second_of_job", Math.round(arrived.size() / job));
        figures.put("share_of_machine_all", all / took / Runtime.getRuntime().availableProcessors());
        figures.put("share_of_machine_job", job / took / Runtime.getRuntime().availableProcessors());
        for (Provider provider : PROVIDERS) {
            figures.put("ms_" + provider.word(), percentiles(arrived, provider));
        }
        return figures;
    }

    /** Until nothing has arrived for a while. */
    private List<Arrived> awaitQuiet(List<Long> before) {
        List<Long> last = sizes();
        long quietSince = System.nanoTime();
        while (System.nanoTime() - quietSince < TimeUnit.SECONDS.toNanos(QUIET_SECONDS)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            List<Long> now = sizes();
            if (!now.equals(last)) {
                last = now;
                quietSince = System.nanoTime();
            }
        }
        List<Arrived> arrived = new ArrayList<>();
        for (int i = 0; i < PROVIDERS.size(); i++) {
            List<Arrived> all = phones.arrived(PROVIDERS.get(i));
            arrived.addAll(all.subList(before.get(i).intValue(), all.size()));
        }
        return arrived;
    }

    private List<Long> sizes() {
        return PROVIDERS.stream()
                .map(provider -> phones.counts(provider).delivered())
                .toList();
    }

    private Map<String, Long> percentiles(List<Arrived> arrived, Provider provider) {
        long[] millis = arrived.stream()
                .filter(one -> one.provider() == provider)
                .mapToLong(one -> one.at() - topics.writtenAt.getOrDefault(one.actionId(), one.at()))
                .sorted()
                .toArray();
        Map<String, Long> percentiles = new LinkedHashMap<>();
        if (millis.length > 0) {
            percentiles.put("p50", millis[millis.length / 2]);
            percentiles.put("p99", millis[(int) (millis.length * 0.99)]);
            percentiles.put("most", Arrays.stream(millis).max().orElse(0));
        }
        return percentiles;
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** Of the threads of providers and of the broker. */
    private static long othersNanos() {
        var threads = ManagementFactory.getThreadMXBean();
        long nanos = 0;
        for (var thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && isOthers(thread.getThreadName())) {
                nanos += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return nanos;
    }

    private static boolean isOthers(String thread) {
        return thread.startsWith("phones")
                || thread.startsWith("data-plane-kafka")
                || thread.startsWith("kafka-log")
                || thread.equals("main");
    }
}
