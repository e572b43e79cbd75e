package dev.anlass.jobs.connector.kafka;

import dev.anlass.jobs.config.KafkaSettings;
import dev.anlass.jobs.connector.InAppJson;
import dev.anlass.jobs.push.gateway.InAppNews;
import dev.anlass.jobs.push.gateway.OpenApps;
import dev.anlass.jobs.push.gateway.Position;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the in-app topic from where an earlier one has got to. After a failure another one is to be opened. */
final class InAppTopicReader implements FollowedTopic.Reader {

    /** Larger messages are left out. */
    static final int MOST_RECORD_BYTES = 16_384;

    private static final Logger LOG = LoggerFactory.getLogger(InAppTopicReader.class);
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final String topic;
    private final OpenApps apps;
    private final Map<Integer, Long> taken;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> endAtStart;
    private long leftOut;

    /**
     * Opens the topic.
     *
     * @param now milliseconds since 1970
     * @param taken how far everything was taken, by partition; kept up to date
     */
    InAppTopicReader(KafkaSettings settings, OpenApps apps, long now, Map<Integer, Long> taken) {
        this.topic = settings.topics().inApp();
        this.apps = apps;
        this.taken = taken;
        this.consumer =
                new KafkaConsumer<>(patient(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = partitions(consumer, topic);
        consumer.assign(partitions);
        this.endAtStart = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> begin = beginning(now - OpenApps.LONGEST_OPEN_MILLIS);
        begin.forEach(
                (partition, offset) -> consumer.seek(partition, taken.getOrDefault(partition.partition(), offset)));
    }

    @Override
    public Map<Integer, Long> readOn() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PATIENCE)) {
            take(record);
            taken.put(record.partition(), record.offset() + 1);
        }
        Map<TopicPartition, Long> positions =
                consumer.assignment().stream().collect(Collectors.toMap(Function.identity(), consumer::position));
        positions.forEach((partition, position) -> taken.put(partition.partition(), position));
        if (positions.entrySet().stream()
                .allMatch(each -> each.getValue() >= endAtStart.getOrDefault(each.getKey(), 0L))) {
            apps.ready();
        }
        return new TreeMap<>(taken);
    }

    @Override
    public boolean hasGrown() {
        return consumer.partitionsFor(topic).size() > consumer.assignment().size();
    }

    @Override
    public long leftOut() {
        return leftOut;
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** By partition where the topic ends now. */
    static Map<Integer, Long> end(KafkaSettings settings) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(patient(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Map<Integer, Long> end = new TreeMap<>();
            consumer.endOffsets(partitions(consumer, settings.topics().inApp()))
                    .forEach((partition, offset) -> end.put(partition.partition(), offset));
            return end;
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        InAppNews news = news(record);
        if (news == null) {
            leftOut++;
            LOG.warn(
                    "the record of {} in partition {} at offset {} cannot be read or is too large",
                    topic,
                    record.partition(),
                    record.offset());
        } else {
            apps.take(news, new Position(record.partition(), record.offset()));
        }
    }

    private static @Nullable InAppNews news(ConsumerRecord<byte[], byte[]> record) {
        byte[] value = record.value();
        return value == null || value.length > MOST_RECORD_BYTES ? null : InAppJson.read(value);
    }

    /** By partition the first record since a time, in milliseconds since 1970; the end where there is none. */
    private Map<TopicPartition, Long> beginning(long since) {
        Map<TopicPartition, Long> times =
                consumer.assignment().stream().collect(Collectors.toMap(Function.identity(), partition -> since));
        Map<TopicPartition, Long> beginning = new TreeMap<>((a, b) -> Integer.compare(a.partition(), b.partition()));
        consumer.offsetsForTimes(times)
                .forEach((partition, found) -> beginning.put(
                        partition, found == null ? endAtStart.getOrDefault(partition, 0L) : found.offset()));
        return beginning;
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
}
