package dev.anlass.benchmarks.push;

import dev.anlass.benchmarks.push.StormPlan.Planned;
import dev.anlass.jobs.config.KafkaSettings;
import dev.anlass.jobs.push.Device;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes what the push job reads, and remembers when the broker had it. */
final class StormTopics implements AutoCloseable {

    private final KafkaSettings settings;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicLong number = new AtomicLong();

    /** Until when each action was to be delivered, in milliseconds since 1970. */
    final Map<String, Long> expiresAt = new ConcurrentHashMap<>();

    /** When each action was written, in milliseconds since 1970. */
    final Map<String, Long> writtenAt = new ConcurrentHashMap<>();

    /** Whose action it is. */
    final Map<String, String> customers = new ConcurrentHashMap<>();

    /** When the machine of the job was lost, in milliseconds since 1970. */
    final List<Long> killedAt = new CopyOnWriteArrayList<>();

    /** When the broker had the withdrawal of a customer, in milliseconds since 1970. */
    final Map<String, Long> withdrawnAt = new ConcurrentHashMap<>();

    StormTopics(KafkaSettings settings) {
        this.settings = settings;
        Properties properties = settings.clientProperties();
        properties.setProperty("linger.ms", "2");
        this.producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    void register(String customer, Device device) {
        Device.Keys keys = device.keys();
        String more = keys == null ? "" : ",\"p256dh\":\"" + keys.p256dh() + "\",\"auth\":\"" + keys.auth() + "\"";
        event(
                customer,
                "device.registered",
                "{\"device_id\":\"" + device.id() + "\",\"platform\":\""
                        + device.platform().word() + "\",\"token\":\""
                        + device.token() + "\",\"app\":\"" + device.app() + "\",\"locale\":\"" + device.locale() + "\""
                        + more + "}");
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The callback says it.
    void withdraw(String customer) {
        byte[] record = envelope(
                customer,
                "consent.changed",
                "{\"record_id\":\"w-" + customer + "\",\"purpose\":\"offers\",\"status\":\"withdrawn\"}");
        producer.send(
                new ProducerRecord<>(settings.topics().events(), bytes(customer), record),
                (place, failure) -> withdrawnAt.put(customer, place.timestamp()));
    }

    void request(Planned planned) {
        Instant now = Instant.now();
        Instant expires = now.plusMillis(planned.validMillis());
        expiresAt.put(planned.actionId(), expires.toEpochMilli());
        writtenAt.put(planned.actionId(), now.toEpochMilli());
        customers.put(planned.actionId(), planned.customer());
        String action = "{\"specversion\":\"1.0\",\"id\":\"" + planned.actionId()
                + "\",\"source\":\"urn:anlass:engine\",\"type\":\"action.requested\",\"subject\":\""
                + planned.customer() + "\",\"time\":\"" + now + "\",\"expirytime\":\"" + expires
                + "\",\"data\":{\"action_id\":\"" + planned.actionId()
                + "\",\"revision\":1,\"action\":\"offer\",\"trigger\":\"t\",\"bundle\":\"b\",\"channel\":\""
                + planned.channel() + "\",\"purpose\":\"offers\",\"decided_at\":\"" + now
                + "\",\"payload\":{\"product_id\":\"g-1\",\"price\":39.0},\"text\":\"Your Atlas is waiting at"
                + " Bahnhofstrasse.\",\"language\":\"en\",\"consent\":{\"record\":\"r\",\"given_at\":"
                + "\"2026-01-01T00:00:00Z\"},\"collapse_key\":\"k-" + planned.actionId() + "\"}}";
        send(settings.topics().actions(), planned.customer(), action.getBytes(StandardCharsets.UTF_8));
    }

    void flush() {
        producer.flush();
    }

    private void event(String customer, String type, String data) {
        send(settings.topics().events(), customer, envelope(customer, type, data));
    }

    private byte[] envelope(String customer, String type, String data) {
        String event = "{\"specversion\":\"1.0\",\"id\":\"e-" + number.incrementAndGet()
                + "\",\"source\":\"urn:storm\",\"type\":\"" + type + "\",\"subject\":\"" + customer + "\",\"time\":\""
                + Instant.now() + "\",\"data\":" + data + "}";
        return event.getBytes(StandardCharsets.UTF_8);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Flushed before it matters.
    private void send(String topic, String customer, byte[] value) {
        producer.send(new ProducerRecord<>(topic, bytes(customer), value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }
}
