package dev.anlass.jobs.connector.kafka;

import dev.anlass.jobs.advisor.ListNews;
import dev.anlass.jobs.advisor.store.NewsTaker;
import dev.anlass.jobs.advisor.store.NewsTaker.Batch;
import dev.anlass.jobs.advisor.store.StoreFailure;
import dev.anlass.jobs.config.KafkaSettings;
import dev.anlass.jobs.connector.ListJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the topic of lists from where its taker has got to. After a failure another one is to be opened. */
final class ListsTopicReader implements FollowedTopic.Reader {

    private static final Logger LOG = LoggerFactory.getLogger(ListsTopicReader.class);
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final String topic;
    private final String topicId;
    private final NewsTaker taker;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private Map<Integer, Long> taken = Map.of();
    private long leftOut;

    ListsTopicReader(KafkaSettings settings, NewsTaker taker) {
        this.topic = settings.topics().advisorLists();
        this.taker = taker;
        this.topicId = topicId(settings, topic);
        Map<Integer, Long> positions = taker.positions(topicId);
        this.consumer = consumer(settings);
        List<TopicPartition> partitions = partitions(consumer, topic);
        consumer.assign(partitions);
        partitions.forEach(partition -> consumer.seek(partition, positions.getOrDefault(partition.partition(), 0L)));
    }

    @Override
    public Map<Integer, Long> readOn() {
        List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
        consumer.poll(PATIENCE).forEach(read::add);
        Map<Integer, Long> next = new TreeMap<>();
        consumer.assignment().forEach(partition -> next.put(partition.partition(), consumer.position(partition)));
        if (!next.equals(taken)) {
            take(read, next);
            taken = next;
        }
        return next;
    }

    @Override
    public boolean hasGrown() {
        return consumer.partitionsFor(topic).size() > consumer.assignment().size();
    }

    @Override
    public long leftOut() {
        return leftOut;
    }

    private void take(List<ConsumerRecord<byte[], byte[]>> read, Map<Integer, Long> next) {
        List<ListNews> news = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : read) {
            ListNews one = news(record);
            if (one == null) {
                leaveOut(record, "cannot be read");
            } else {
                news.add(one);
            }
        }
        try {
            taker.take(new Batch(topicId, news, next));
        } catch (StoreFailure failure) {
            if (!failure.isOfContent()) {
                throw failure;
            }
            read.forEach(this::takeAlone);
            taker.take(new Batch(topicId, List.of(), next));
        }
    }

    /** One record that is refused does not hold up the others. */
    private void takeAlone(ConsumerRecord<byte[], byte[]> record) {
        ListNews one = news(record);
        if (one != null) {
            try {
                taker.take(new Batch(topicId, List.of(one), Map.of(record.partition(), record.offset() + 1)));
            } catch (StoreFailure failure) {
                if (!failure.isOfContent()) {
                    throw failure;
                }
                leaveOut(record, "is left out: " + failure.getMessage());
            }
        }
    }

    private void leaveOut(ConsumerRecord<byte[], byte[]> record, String why) {
        leftOut++;
        LOG.warn("the record of {} in partition {} at offset {} {}", topic, record.partition(), record.offset(), why);
    }

    private static @Nullable ListNews news(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null ? null : ListJson.read(record.value());
    }

    private static String topicId(KafkaSettings settings, String topic) {
        try (Admin admin = Admin.create(patient(settings))) {
            return Answers.of(admin.describeTopics(List.of(topic))
                            .topicNameValues()
                            .get(topic))
                    .topicId()
                    .toString();
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(KafkaSettings settings) {
        return new KafkaConsumer<>(patient(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** By partition where the topic ends now. */
    static Map<Integer, Long> end(KafkaSettings settings) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(settings)) {
            Map<Integer, Long> end = new TreeMap<>();
            consumer.endOffsets(partitions(consumer, settings.topics().advisorLists()))
                    .forEach((partition, offset) -> end.put(partition.partition(), offset));
            return end;
        }
    }

    private static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private static Properties patient(KafkaSettings settings) {
        Properties properties = settings.clientProperties();
        properties.setProperty("enable.auto.commit", "false");
        properties.setProperty("isolation.level", "read_committed");
        properties.setProperty("auto.offset.reset", "earliest"); // Where records were removed meanwhile.
        properties.setProperty("allow.auto.create.topics", "false");
        properties.putIfAbsent("default.api.timeout.ms", "15000");
        properties.putIfAbsent("request.timeout.ms", "10000");
        return properties;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
