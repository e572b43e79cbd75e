package dev.anlass.jobs.connector.kafka;

import dev.anlass.jobs.config.KafkaSettings;
import dev.anlass.jobs.config.SettingsReader;
import dev.anlass.jobs.config.Topics;
import dev.anlass.jobs.demo.EmbeddedKafka;
import dev.anlass.jobs.operator.PublishedBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Topics of a test's own on a broker that all tests share; given to a test as a parameter. */
public final class TestTopics {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final KafkaSettings settings;

    private TestTopics(String bootstrap) {
        KafkaSettings defaults = SettingsReader.ofDefaults().kafka();
        String name = "test-" + NUMBER.incrementAndGet() + ".";
        Topics topics = new Topics(
                name + "events",
                name + "actions",
                name + "decisions",
                name + "rejected",
                name + "rules",
                name + "advisor-lists",
                name + "in-app");
        this.settings = new KafkaSettings(
                bootstrap,
                name + "anlass",
                defaults.start(),
                defaults.delivery(),
                defaults.transactionTimeout(),
                topics,
                defaults.properties());
    }

    public KafkaSettings settings() {
        return settings;
    }

    /** Writes a file of settings that name the broker and these topics. */
    public Path writeSettings(Path file) throws IOException {
        Topics names = settings.topics();
        return Files.writeString(
                file,
                "kafka:\n  bootstrap: " + settings.bootstrap() + "\n  topics: {events: " + names.events()
                        + ", actions: "
                        + names.actions() + ", decisions: " + names.decisions() + ", rejected: " + names.rejected()
                        + ", rules: " + names.rules() + "}\n");
    }

    /** Makes all topics. */
    public TestTopics created(int partitions) {
        new KafkaTopics(settings).createMissing(partitions);
        return this;
    }

    /** Publishes a bundle in many small chunks. */
    public void publish(PublishedBundle bundle) {
        new RulesTopic(settings).publish(bundle, 100);
    }

    /** Writes events to the partition of their customer and waits until the broker has them. */
    public void write(String customer, String... events) {
        for (String event : events) {
            write(customer, event.getBytes(StandardCharsets.UTF_8));
        }
    }

    public void write(String customer, byte[] value) {
        send(new ProducerRecord<>(settings.topics().events(), customer.getBytes(StandardCharsets.UTF_8), value));
    }

    /** Writes to any topic. */
    public void writeTo(String topic, String key, String value) {
        send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes an event to each of the partitions. */
    public void writeToAll(int partitions, String event) {
        for (int partition = 0; partition < partitions; partition++) {
            byte[] value = event.getBytes(StandardCharsets.UTF_8);
            send(new ProducerRecord<>(settings.topics().events(), partition, null, value));
        }
    }

    /** Writes to any topic in a transaction that is taken back. */
    public void writeAborted(String topic, String key, String value) {
        Properties properties = settings.clientProperties();
        properties.setProperty("transactional.id", topic + "-aborted");
        try (var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            Answers.of(producer.send(new ProducerRecord<>(
                    topic, key.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8))));
            producer.abortTransaction();
        }
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try (var producer = new KafkaProducer<>(
                settings.clientProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            Answers.of(producer.send(record));
        }
    }

    /** Reads a topic from its beginning until the test accepts what was read; fails if that takes too long. */
    public List<ConsumerRecord<byte[], byte[]>> readUntil(
            String topic, Predicate<List<ConsumerRecord<byte[], byte[]>>> enough) {
        return readUntil(topic, PATIENCE, enough);
    }

    /** The same with a patience of one's own. */
    public List<ConsumerRecord<byte[], byte[]>> readUntil(
            String topic, Duration patience, Predicate<List<ConsumerRecord<byte[], byte[]>>> enough) {
        Properties properties = settings.clientProperties();
        properties.setProperty("isolation.level", "read_committed");
        List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
        long deadline = System.nanoTime() + patience.toNanos();
        try (var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!enough.test(read)) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError(topic + " has only these " + read.size() + ": "
                            + texts(read).stream().limit(20).toList());
                }
                consumer.poll(POLL).forEach(read::add);
            }
        }
        return read;
    }

    /** How many records a topic holds. */
    public long size(String topic) {
        try (var consumer = new KafkaConsumer<>(
                settings.clientProperties(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    public static List<String> texts(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    /** Gives each test method topics of its own; the broker ends with the last test. */
    public static final class Extension implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestTopics.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            Broker broker = context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent("broker", key -> new Broker(), Broker.class);
            return new TestTopics(broker.kafka.bootstrap());
        }
    }

    private static final class Broker implements AutoCloseable {

        private final EmbeddedKafka kafka;

        Broker() {
            try {
                kafka = EmbeddedKafka.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            kafka.close();
        }
    }
}
