package dev.anlass.benchmarks.latency;

import dev.anlass.benchmarks.mix.PresentMix;
import dev.anlass.benchmarks.mix.PresentMix.Present;
import dev.anlass.jobs.config.KafkaSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes the events of a mix into the events topic, those of one customer into one partition. */
final class Feed implements AutoCloseable {

    /** How long the producer waits for company. Before the broker's append, hence in no figure that counts from there. */
    static final int LINGER_MILLIS = 1;

    /** What is due within so long is sent at once. */
    private static final long BURST_NANOS = 500_000;

    private static final long LOOK_AGAIN_NANOS = 50_000_000;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int BATCH_BYTES = 128 * 1024;

    private final String topic;
    private final PresentMix mix;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> refusal = new AtomicReference<>();

    Feed(KafkaSettings kafka, PresentMix mix) {
        this.topic = kafka.topics().events();
        this.mix = mix;
        Properties properties = kafka.clientProperties();
        properties.setProperty("linger.ms", String.valueOf(LINGER_MILLIS));
        properties.setProperty("batch.size", String.valueOf(BATCH_BYTES));
        this.producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Says how many more events may be sent. */
    interface Room {
        long events() throws IOException, InterruptedException;
    }

    /** Sends as fast as there is room, for so long. */
    void fill(Room room, Duration length) throws IOException, InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            sendAll(room.events());
        }
    }

    /** Sends the registrations of all customers as fast as there is room. */
    void register(Room room) throws IOException, InterruptedException {
        while (!mix.allRegistered()) {
            sendAll(room.events());
        }
    }

    private void sendAll(long events) {
        for (long sent = 0; sent < events; sent++) {
            send(System.currentTimeMillis(), null);
        }
        LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }

    /** Sends events by a schedule, whatever becomes of them, and returns when the broker has them all. */
    Fed pace(double perSecond, Duration length) {
        int events = (int) (perSecond * length.toSeconds());
        long start = System.nanoTime();
        long startMillis = System.currentTimeMillis();
        Fed fed = new Fed(mix.nextNumber(), events, perSecond, startMillis);
        for (int sent = 0; sent < events; ) {
            long due = start + (long) (sent * NANOS_PER_SECOND / perSecond);
            if (System.nanoTime() < due) {
                LockSupport.parkNanos(BURST_NANOS);
            } else {
                send(startMillis + (due - start) / NANOS_PER_MILLI, fed);
                sent++;
            }
        }
        producer.flush();
        failIfRefused();
        return fed;
    }

    private void send(long time, @Nullable Fed fed) {
        failIfRefused();
        Present event = mix.next(time);
        Callback answered = (metadata, failure) -> {
            if (failure != null) {
                refusal.compareAndSet(null, failure);
            } else if (fed != null) {
                fed.appended(event.number(), metadata.timestamp());
            }
        };
        ProducerRecord<byte[], byte[]> sent = new ProducerRecord<>(topic, ascii(event.customer()), ascii(event.json()));
        var unused = producer.send(sent, answered);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void failIfRefused() {
        Exception failure = refusal.get();
        if (failure != null) {
            throw new KafkaException("the broker refused an event", failure);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
