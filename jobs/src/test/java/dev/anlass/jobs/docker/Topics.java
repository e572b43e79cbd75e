package dev.anlass.jobs.docker;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What goes into and comes out of the topics of a job. */
final class Topics {

    private static final Duration READ_FOR = Duration.ofSeconds(2);

    private final String bootstrap;

    Topics(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** Writes one event and returns when it is safe. */
    void send(String customer, String event) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(client(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("anlass.events", customer, event))
                    .get();
        }
    }

    /** All that is in a topic, or the first that comes. */
    String await(String topic, Duration patience) {
        return read(topic, patience);
    }

    /** All that is in a topic now. */
    String read(String topic) {
        return read(topic, READ_FOR);
    }

    private String read(String topic, Duration patience) {
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(client(), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = System.nanoTime() + patience.toNanos();
            String found = "";
            while (found.isEmpty() && System.nanoTime() < end) {
                found = StreamSupport.stream(consumer.poll(READ_FOR).spliterator(), false)
                        .map(record -> record.value())
                        .collect(Collectors.joining("\n"));
            }
            return found;
        }
    }

    private Map<String, Object> client() {
        return Map.of("bootstrap.servers", bootstrap);
    }
}
