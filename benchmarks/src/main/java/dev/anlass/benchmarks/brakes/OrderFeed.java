package dev.anlass.benchmarks.brakes;

import dev.anlass.jobs.config.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Orders of many customers, one after the other at a steady pace until it is ended; each of them makes a match. */
final class OrderFeed implements Runnable {

    private final KafkaSettings settings;
    private final int customers;
    private final long nanosBetween;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Deque<Future<RecordMetadata>> underWay = new ArrayDeque<>();

    OrderFeed(KafkaSettings settings, int customers, int perSecond) {
        this.settings = settings;
        this.customers = customers;
        this.nanosBetween = 1_000_000_000L / perSecond;
    }

    void end() {
        ended.set(true);
    }

    @Override
    public void run() {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                settings.clientProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            long next = System.nanoTime();
            for (long number = 0; !ended.get(); number++) {
                String customer = "c" + number % customers;
                underWay.add(producer.send(record(customer, event(customer, number))));
                settleDone();
                next += nanosBetween;
                while (System.nanoTime() < next) {
                    LockSupport.parkNanos(next - System.nanoTime());
                }
            }
        }
    }

    private ProducerRecord<byte[], byte[]> record(String customer, String event) {
        return new ProducerRecord<>(settings.topics().events(), utf8(customer), utf8(event));
    }

    private static String event(String customer, long number) {
        return "{\"specversion\":\"1.0\",\"id\":\"o" + number + "\",\"source\":\"urn:feed\",\"type\":\"order.placed\","
                + "\"subject\":\"" + customer + "\",\"time\":\"" + Instant.now() + "\",\"data\":{\"total\":5.0}}";
    }

    /** An order that Kafka refused ends the feed. */
    private void settleDone() {
        while (!underWay.isEmpty() && underWay.peek().isDone()) {
            try {
                underWay.remove().get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException("an order was not written", e);
            }
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
