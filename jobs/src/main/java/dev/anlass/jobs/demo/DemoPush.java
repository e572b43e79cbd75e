package dev.anlass.jobs.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.EventDecoder;
import dev.anlass.jobs.PushJob;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.config.KafkaSettings;
import dev.anlass.jobs.connector.DeliveryJson;
import dev.anlass.jobs.connector.MessageJson;
import dev.anlass.jobs.demo.phones.Phones;
import dev.anlass.jobs.operator.SoughtBytes;
import dev.anlass.jobs.push.Device;
import dev.anlass.jobs.push.Platform;
import dev.anlass.jobs.push.Provider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** The push job of a demo, with providers and telephones that stand on this machine: every customer has one. */
final class DemoPush implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int FIRST_METRICS_PORT = 9_270;
    private static final int PORTS = 20;
    private static final List<Provider> PROVIDERS = List.of(Provider.FCM, Provider.APNS, Provider.WEB_PUSH);
    private static final String DELIVERED = "delivered ";
    private static final String FAILED = "failed ";
    private static final SoughtBytes OURS =
            new SoughtBytes(('"' + MessageJson.SOURCE + '"').getBytes(StandardCharsets.UTF_8));
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long QUIET_NANOS = Duration.ofSeconds(3).toNanos();
    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(50).toNanos();
    private static final int KINDS = 10;
    private static final int ANDROIDS = 5;
    private static final int BROWSERS = 9;

    private final Phones phones;
    private final EmbeddedFlink flink;
    private final Map<String, Integer> told = new TreeMap<>();
    private int devices;

    private DemoPush(Phones phones, EmbeddedFlink flink) {
        this.phones = phones;
        this.flink = flink;
    }

    /** Starts it beside the trigger job; whoever gives the directory removes it. */
    static DemoPush start(JobSettings settings, Path directory) throws Exception {
        Phones phones = new Phones(directory, InstantSource.system());
        try {
            JobSettings own = PushJob.own(settings.withPush(phones.settings(TIMEOUT)))
                    .withPorts(String.valueOf(FreePort.from(FIRST_METRICS_PORT, PORTS)), 0);
            EmbeddedFlink flink = EmbeddedFlink.start(own);
            flink.submit(PushJob.graph(own, true));
            return new DemoPush(phones, flink);
        } catch (Exception | Error failure) {
            phones.close();
            throw failure;
        }
    }

    /** The same records, and before the first one of each customer the registration of a device. */
    EventStream withDevices(EventStream events, EventDecoder decoder) {
        return new EventStream() {
            private final Set<String> known = new HashSet<>();
            private final Deque<byte[]> next = new ArrayDeque<>();

            @Override
            public byte @Nullable [] next() throws IOException {
                if (next.isEmpty()) {
                    byte[] record = events.next();
                    if (record == null) {
                        return null;
                    }
                    if (decoder.decode(record, null) instanceof Decoded.Accepted accepted
                            && known.add(accepted.event().customer())) {
                        next.add(registration(accepted.event()));
                    }
                    next.add(record);
                }
                return next.poll();
            }

            @Override
            public long rhythmFrom() {
                return events.rhythmFrom();
            }

            @Override
            public void close() throws IOException {
                events.close();
            }
        };
    }

    private byte[] registration(Event first) {
        int kind = devices++ % KINDS;
        Platform platform = kind < ANDROIDS ? Platform.ANDROID : kind < BROWSERS ? Platform.IOS : Platform.WEB;
        Device device = phones.newDevice(platform, "de-CH");
        Device.Keys keys = device.keys();
        var data = JSON.createObjectNode()
                .put("device_id", device.id())
                .put("platform", platform.word())
                .put("token", device.token())
                .put("locale", device.locale());
        if (device.app() != null) {
            data.put("app", device.app());
        }
        if (keys != null) {
            data.put("p256dh", keys.p256dh()).put("auth", keys.auth());
        }
        var event = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", "device-" + device.id())
                .put("source", "urn:anlass:demo")
                .put("type", "device.registered")
                .put("subject", first.customer())
                .put("time", Instant.ofEpochMilli(first.time()).toString());
        event.set("data", data);
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Returns when no more messages arrive, and what became of them has been read. */
    void awaitEnd(KafkaSettings kafka, Runnable meanwhile) throws IOException {
        long arrivedBefore = -1;
        long quietSince = System.nanoTime();
        while (System.nanoTime() - quietSince < QUIET_NANOS) {
            meanwhile.run();
            if (arrived() != arrivedBefore) {
                arrivedBefore = arrived();
                quietSince = System.nanoTime();
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        readAll(kafka);
    }

    private void readAll(KafkaSettings kafka) throws IOException {
        try (var consumer = new KafkaConsumer<>(
                kafka.clientProperties(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer
                    .partitionsFor(kafka.topics().events())
                    .stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    read(record.value());
                }
            }
        }
    }

    private void read(byte[] record) throws IOException {
        if (OURS.areIn(record)) {
            JsonNode event = JSON.readTree(record);
            JsonNode data = event.path("data");
            switch (event.path("type").asText()) {
                case DeliveryJson.ACTION_DELIVERED ->
                    count(DELIVERED + data.path("provider").asText());
                case DeliveryJson.ACTION_FAILED ->
                    count(FAILED + data.path("reason").asText());
                default -> {}
            }
        }
    }

    private void count(String what) {
        told.merge(what, 1, Integer::sum);
    }

    /** How many messages have reached a provider. */
    long arrived() {
        return PROVIDERS.stream()
                .mapToLong(provider -> phones.counts(provider).delivered())
                .sum();
    }

    /** For people, line by line. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "  messages       %,d reached providers, take-backs included, for %,d devices",
                arrived(),
                devices));
        lines.add("  delivered      " + counted(DELIVERED));
        lines.add("  not delivered  " + counted(FAILED));
        return lines;
    }

    private String counted(String what) {
        return told.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(what))
                .map(entry ->
                        String.format(Locale.ROOT, "%s %,d", entry.getKey().substring(what.length()), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() throws Exception {
        try (Phones last = phones) {
            flink.close();
        }
    }
}
