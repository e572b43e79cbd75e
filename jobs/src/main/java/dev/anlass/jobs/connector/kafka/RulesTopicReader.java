package dev.anlass.jobs.connector.kafka;

import dev.anlass.jobs.config.KafkaSettings;
import dev.anlass.jobs.operator.BundleLibrary;
import dev.anlass.jobs.operator.PublishedBundle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the rules topic with a consumer of its own, from its beginning, always to its end. */
final class RulesTopicReader implements BundleLibrary.Reader {

    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final Consumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final BundleRecords records = new BundleRecords();

    RulesTopicReader(KafkaSettings settings) {
        Properties properties = settings.clientProperties();
        properties.setProperty("enable.auto.commit", "false");
        this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.partition = new TopicPartition(settings.topics().rules(), 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
    }

    @Override
    public List<PublishedBundle> readNew() {
        List<PublishedBundle> complete = new ArrayList<>();
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PATIENCE)) {
                take(record, complete);
            }
        }
        return complete;
    }

    private void take(ConsumerRecord<byte[], byte[]> record, List<PublishedBundle> complete) {
        if (record.value() != null) {
            PublishedBundle bundle = records.take(new String(record.key(), StandardCharsets.UTF_8), record.value());
            if (bundle != null) {
                complete.add(bundle);
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
