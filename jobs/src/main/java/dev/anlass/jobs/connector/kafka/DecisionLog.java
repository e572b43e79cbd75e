package dev.anlass.jobs.connector.kafka;

import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.config.KafkaSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The decisions topic, read from a time in the past up to its present end. */
public final class DecisionLog {

    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final KafkaSettings settings;

    public DecisionLog(KafkaSettings settings) {
        this.settings = settings;
    }

    /** Gives each record that was appended since, in the order of its partition. */
    public void read(Instant since, Consumer<byte[]> record) {
        Properties properties = settings.clientProperties();
        properties.setProperty("enable.auto.commit", "false");
        properties.setProperty("isolation.level", "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Map<TopicPartition, Long> left = begin(consumer, since);
            while (!left.isEmpty()) {
                for (var read : consumer.poll(PATIENCE)) {
                    if (read.value() != null) {
                        record.accept(read.value());
                    }
                }
                left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            }
        } catch (KafkaException e) {
            throw new CannotStart("the topic " + settings.topics().decisions() + " cannot be read (" + e.getMessage()
                    + "): look whether Kafka at " + settings.bootstrap() + " is well");
        }
    }

    /** The partitions in which there is something to read, and up to which offset. */
    private Map<TopicPartition, Long> begin(KafkaConsumer<byte[], byte[]> consumer, Instant since) {
        List<TopicPartition> partitions = consumer
                .partitionsFor(settings.topics().decisions())
                .stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, Math.max(0, since.toEpochMilli())));
        Map<TopicPartition, Long> firsts = new HashMap<>();
        consumer.offsetsForTimes(times).forEach((partition, first) -> {
            if (first != null) {
                firsts.put(partition, first.offset());
            }
        });
        Map<TopicPartition, Long> left = new HashMap<>(consumer.endOffsets(firsts.keySet()));
        consumer.assign(firsts.keySet());
        firsts.forEach(consumer::seek);
        return left;
    }
}
