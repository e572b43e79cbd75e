package dev.anlass.jobs.connector.kafka;

import dev.anlass.jobs.config.KafkaSettings;
import dev.anlass.jobs.connector.InAppJson;
import dev.anlass.jobs.push.gateway.AppEvent;
import dev.anlass.jobs.push.gateway.AppEventTaker;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes what apps say into the events topic. Several threads may use it. */
public final class AppEventSink implements AppEventTaker, AutoCloseable {

    private final String topic;
    private final Producer<byte[], byte[]> producer;

    public AppEventSink(KafkaSettings settings) {
        this.topic = settings.topics().events();
        Properties properties = settings.clientProperties();
        properties.setProperty("acks", "all");
        properties.setProperty("enable.idempotence", "true");
        properties.putIfAbsent("linger.ms", "0");
        properties.putIfAbsent("max.block.ms", "5000");
        properties.putIfAbsent("request.timeout.ms", "5000");
        properties.putIfAbsent("delivery.timeout.ms", "15000");
        this.producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public CompletableFuture<Void> take(AppEvent event) {
        CompletableFuture<Void> kept = new CompletableFuture<>();
        byte[] customer = event.customer().getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, customer, InAppJson.write(event));
        try {
            Future<RecordMetadata> unused = producer.send(record, (metadata, failure) -> complete(kept, failure));
        } catch (KafkaException failure) {
            kept.completeExceptionally(failure);
        }
        return kept;
    }

    private static void complete(CompletableFuture<Void> kept, @Nullable Exception failure) {
        if (failure == null) {
            kept.complete(null);
        } else {
            kept.completeExceptionally(failure);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
