package dev.anlass.jobs.demo;

import dev.anlass.jobs.config.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what the job writes, in a thread of its own. */
final class OutputTopics implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final KafkaSettings kafka;
    private final List<Listener> listeners;
    private final Consumer<byte[], byte[]> consumer;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean ending;

    /** Is told of each record, in the order of its partition. */
    interface Listener {

        /** @param appendedAt when the broker took it, in milliseconds since 1970 */
        void action(byte[] event, long appendedAt);

        void decision(byte[] event);

        void rejected(byte[] record);

        /** Something about an advisor's list. */
        default void list(byte[] event) {}
    }

    private OutputTopics(KafkaSettings kafka, List<Listener> listeners) {
        this.kafka = kafka;
        this.listeners = List.copyOf(listeners);
        Properties properties = kafka.clientProperties();
        properties.setProperty("isolation.level", "read_committed");
        properties.setProperty("enable.auto.commit", "false");
        this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.thread = new Thread(this::run, "demo-output");
    }

    /** Reads from now on, from the beginning. */
    static OutputTopics read(KafkaSettings kafka, List<Listener> listeners) {
        OutputTopics topics = new OutputTopics(kafka, listeners);
        topics.thread.setDaemon(true);
        topics.thread.start();
        return topics;
    }

    /** Returns when everything that has been written so far has been read; nothing is read after it. */
    void readToEnd() throws InterruptedException {
        ending = true;
        thread.join();
        try {
            done.join();
        } catch (CompletionException failure) {
            throw new IllegalStateException("the topics of the job cannot be read any more", failure.getCause());
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (thread.isAlive()) {
            consumer.wakeup();
            thread.join();
        }
    }

    private void run() {
        try (consumer) {
            List<TopicPartition> partitions = partitions();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!ending) {
                pollOnce();
            }
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                pollOnce();
            }
            done.complete(null);
        } catch (WakeupException e) {
            done.complete(null);
        } catch (RuntimeException e) {
            done.completeExceptionally(e);
        }
    }

    private List<TopicPartition> partitions() {
        List<TopicPartition> partitions = new ArrayList<>();
        Stream.of(
                        kafka.topics().actions(),
                        kafka.topics().decisions(),
                        kafka.topics().rejected(),
                        kafka.topics().advisorLists())
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        return partitions;
    }

    private void pollOnce() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PATIENCE)) {
            listeners.forEach(listener -> tell(listener, record));
        }
    }

    private void tell(Listener listener, ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(kafka.topics().actions())) {
            listener.action(record.value(), record.timestamp());
        } else if (record.topic().equals(kafka.topics().decisions())) {
            listener.decision(record.value());
        } else if (record.topic().equals(kafka.topics().advisorLists())) {
            listener.list(record.value());
        } else {
            listener.rejected(record.value());
        }
    }
}
