package dev.anlass.benchmarks.brakes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.jobs.config.KafkaSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** All decisions of a run, each with the time at which the job wrote it. */
final class WrittenDecisions {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(100);

    private record Written(long at, String what) {}

    private final List<Written> all = new ArrayList<>();

    static WrittenDecisions read(KafkaSettings settings) {
        WrittenDecisions decisions = new WrittenDecisions();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                settings.clientProperties(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer
                    .partitionsFor(settings.topics().decisions())
                    .stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(decisions::add);
            }
        }
        return decisions;
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        try {
            JsonNode data = JSON.readTree(record.value()).get("data");
            all.add(new Written(
                    record.timestamp(),
                    data.path("reason").asText(data.path("outcome").asText())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int size() {
        return all.size();
    }

    /** Milliseconds from the first time to the last decision of a kind before the second; 0 if there was none. */
    long lastBetween(Instant from, Instant to, String what) {
        return all.stream()
                .filter(each ->
                        each.what().equals(what) && each.at() >= from.toEpochMilli() && each.at() < to.toEpochMilli())
                .mapToLong(each -> each.at() - from.toEpochMilli())
                .max()
                .orElse(0);
    }
}
