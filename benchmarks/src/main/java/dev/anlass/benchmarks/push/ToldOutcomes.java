package dev.anlass.benchmarks.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.jobs.config.KafkaSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What the events say became of actions, as far as they have been read. */
final class ToldOutcomes implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Set<String> delivered = new HashSet<>();
    private final Map<String, String> failed = new HashMap<>();
    private long devicesRemoved;

    ToldOutcomes(KafkaSettings settings) {
        Properties properties = settings.clientProperties();
        consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        String topic = settings.topics().events();
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads on; gives how many actions are accounted for by now. */
    int readOn() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            take(record.value());
        }
        Set<String> all = new HashSet<>(delivered);
        all.addAll(failed.keySet());
        return all.size();
    }

    private void take(byte[] value) {
        try {
            JsonNode event = JSON.readTree(value);
            String actionId = event.path("data").path("action_id").asText();
            switch (event.path("type").asText()) {
                case "action.delivered" -> delivered.add(actionId);
                case "action.failed" ->
                    failed.put(actionId, event.path("data").path("reason").asText());
                case "device.removed" -> devicesRemoved++;
                default -> {}
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> delivered() {
        return delivered;
    }

    Map<String, String> failed() {
        return failed;
    }

    long devicesRemoved() {
        return devicesRemoved;
    }

    Map<String, Integer> failedByReason() {
        Map<String, Integer> byReason = new TreeMap<>();
        failed.values().forEach(reason -> byReason.merge(reason, 1, Integer::sum));
        return byReason;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
