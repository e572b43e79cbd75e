package dev.anlass.jobs.connector.kafka;

import dev.anlass.jobs.config.KafkaSettings;
import dev.anlass.jobs.push.stream.Ledger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes what became of messages into the events, and what open apps show into the in-app topic, each at once. */
public final class KafkaLedger implements Ledger {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String events;
    private final String inApp;
    private final Producer<byte[], byte[]> producer;

    private KafkaLedger(KafkaSettings settings) {
        this.events = settings.topics().events();
        this.inApp = settings.topics().inApp();
        Properties properties = settings.clientProperties();
        properties.setProperty("acks", "all");
        properties.setProperty("enable.idempotence", "true");
        properties.putIfAbsent("linger.ms", "0");
        properties.putIfAbsent("client.id", settings.group() + "-push-ledger");
        this.producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Opens one for each subtask. */
    public static Opener opener(KafkaSettings settings) {
        return () -> new KafkaLedger(settings);
    }

    @Override
    public CompletableFuture<Void> tell(String customer, byte[] event) {
        return send(new ProducerRecord<>(events, key(customer), event));
    }

    @Override
    public CompletableFuture<Void> post(String customer, byte[] message) {
        return send(new ProducerRecord<>(inApp, key(customer), message));
    }

    @Override
    public CompletableFuture<Void> mark(int partition, byte[] event) {
        return send(new ProducerRecord<>(events, partition, null, event));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The callback says the same.
    private CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> record) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        producer.send(record, (place, failure) -> {
            if (failure == null) {
                written.complete(null);
            } else {
                written.completeExceptionally(failure);
            }
        });
        return written;
    }

    private static byte[] key(String customer) {
        return customer.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close(PATIENCE);
    }
}
