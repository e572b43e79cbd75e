package dev.anlass.jobs.demo;

import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.EventDecoder;
import dev.anlass.jobs.config.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes records into the events topic, those of one customer into one partition, and counts them.
 *
 * <p>A tick among the records goes into every partition.
 */
final class Feeder implements AutoCloseable {

    private static final String LINGER_MILLIS = "2";
    private static final String BATCH_BYTES = String.valueOf(128 * 1024);

    private final String topic;
    private final EventDecoder decoder;
    private final AppendTimes appendTimes;
    private final Producer<byte[], byte[]> producer;
    private final AtomicLong appended = new AtomicLong();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private long records;
    private long sent;
    private long newest = Long.MIN_VALUE;

    /** @param decoder says whom a record is about and how far time has come */
    Feeder(KafkaSettings kafka, EventDecoder decoder, AppendTimes appendTimes) {
        this.topic = kafka.topics().events();
        this.decoder = decoder;
        this.appendTimes = appendTimes;
        Properties properties = kafka.clientProperties();
        properties.setProperty("acks", "all");
        properties.setProperty("enable.idempotence", "true");
        properties.setProperty("linger.ms", LINGER_MILLIS);
        properties.setProperty("batch.size", BATCH_BYTES);
        this.producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    Decoded decode(byte[] record) {
        return decoder.decode(record, null);
    }

    /** Sends a record on its way. */
    void feed(byte[] record, Decoded decoded) {
        records++;
        if (decoded instanceof Decoded.Accepted accepted) {
            Event event = accepted.event();
            newest = Math.max(newest, event.time());
            long key = AppendTimes.key(event.source(), event.id());
            send(new ProducerRecord<>(topic, bytes(event.customer()), record), key);
        } else if (decoded instanceof Decoded.Tick tick) {
            newest = Math.max(newest, tick.time());
            intoEveryPartition(record);
        } else if (decoded instanceof Decoded.Rejected rejected && rejected.blocks() != null) {
            send(new ProducerRecord<>(topic, bytes(rejected.blocks().customer()), record), 0);
        } else {
            send(new ProducerRecord<>(topic, record), 0);
        }
    }

    /** Lets time pass to the newest event in every partition, and returns when the broker has everything. */
    void end(Duration grace) {
        if (newest != Long.MIN_VALUE) {
            tick(Instant.ofEpochMilli(newest).plus(grace));
        }
        flush();
    }

    /** Says in every partition that time has come so far. */
    void tick(Instant time) {
        String tick = "{\"specversion\":\"1.0\",\"id\":\"tick-" + time.toEpochMilli()
                + "\",\"source\":\"urn:anlass:demo\",\"type\":\"tick\",\"time\":\"" + time + "\",\"data\":{}}";
        intoEveryPartition(bytes(tick));
    }

    /** Returns when the broker has everything. */
    void flush() {
        producer.flush();
        failIfRefused();
        if (appended.get() != sent) {
            throw new IllegalStateException("the broker has " + appended.get() + " of " + sent + " records");
        }
    }

    /** How many records were fed. */
    long records() {
        return records;
    }

    /** How many records went into the topic, ticks into every partition included. */
    long sent() {
        return sent;
    }

    /** Time of the newest good event; {@code Long.MIN_VALUE} before the first. */
    long newest() {
        return newest;
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private void intoEveryPartition(byte[] tick) {
        for (PartitionInfo partition : producer.partitionsFor(topic)) {
            send(new ProducerRecord<>(topic, partition.partition(), null, tick), 0);
        }
    }

    private void send(ProducerRecord<byte[], byte[]> record, long key) {
        failIfRefused();
        sent++;
        var unused = producer.send(record, (metadata, refusal) -> answered(metadata, refusal, key));
    }

    private void answered(RecordMetadata metadata, @Nullable Exception refusal, long key) {
        if (refusal != null) {
            failure.compareAndSet(null, refusal);
            return;
        }
        appended.incrementAndGet();
        if (key != 0) {
            appendTimes.put(key, metadata.timestamp());
        }
    }

    private void failIfRefused() {
        Exception refusal = failure.get();
        if (refusal != null) {
            throw new KafkaException("the broker refused a record", refusal);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
