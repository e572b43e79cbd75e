package dev.anlass.benchmarks.latency;

import dev.anlass.jobs.config.KafkaSettings;
import dev.anlass.jobs.connector.kafka.KafkaTopics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The topics of a job as they are usual, but that the broker also says of each action when it appended it. */
final class JobTopics implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaSettings settings;
    private final KafkaConsumer<byte[], byte[]> consumer;

    private JobTopics(KafkaSettings settings) {
        this.settings = settings;
        this.consumer = new KafkaConsumer<>(
                settings.clientProperties(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    static JobTopics create(KafkaSettings settings, int partitions) throws InterruptedException, ExecutionException {
        NewTopic actions = new NewTopic(settings.topics().actions(), Optional.of(partitions), Optional.empty())
                .configs(Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"));
        try (Admin admin = Admin.create(settings.clientProperties())) {
            admin.createTopics(List.of(actions)).all().get();
        }
        new KafkaTopics(settings).createMissing(partitions);
        JobTopics topics = new JobTopics(settings);
        topics.consumer.assign(topics.partitions(settings.topics().actions()));
        topics.consumer.seekToBeginning(topics.consumer.assignment());
        return topics;
    }

    /** How many records of the events topic there are, ticks included. */
    long eventRecords() {
        return consumer.endOffsets(partitions(settings.topics().events())).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Gives every action that was not read yet to the reader, up to the end of now. */
    void readActions(Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(reader);
        }
    }

    private List<TopicPartition> partitions(String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
