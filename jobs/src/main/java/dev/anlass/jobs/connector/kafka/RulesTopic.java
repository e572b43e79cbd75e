package dev.anlass.jobs.connector.kafka;

import dev.anlass.engine.rule.ScoreTable;
import dev.anlass.jobs.config.KafkaSettings;
import dev.anlass.jobs.operator.BundleLibrary;
import dev.anlass.jobs.operator.PublishedBundle;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The compacted topic, of one partition, in which all bundles and score tables stand. */
public final class RulesTopic implements BundleLibrary {

    private final KafkaSettings settings;
    private final boolean leavesOutLateOnes;

    public RulesTopic(KafkaSettings settings) {
        this(settings, false);
    }

    private RulesTopic(KafkaSettings settings, boolean leavesOutLateOnes) {
        this.settings = settings;
        this.leavesOutLateOnes = leavesOutLateOnes;
    }

    /**
     * As a job reads it whose events are of the same time as the topic: without bundles that were published when they
     * should have decided already. That follows from the topic alone, so that all subtasks see the same bundles, always.
     */
    public RulesTopic withoutLateOnes() {
        return new RulesTopic(settings, true);
    }

    @Override
    public Reader open() {
        return new RulesTopicReader(settings, leavesOutLateOnes);
    }

    /** Every bundle that was published, in the order in which they were. */
    public List<PublishedBundle> bundles() {
        try (Reader reader = open()) {
            return reader.readNew();
        }
    }

    /** Publishes one more bundle and returns when it is safe. */
    public void publish(PublishedBundle bundle) {
        publish(bundle, BundleRecords.CHUNK_BYTES);
    }

    /** Every score table that was published and is still kept, in the order of publication. */
    public List<ScoreTable> scores() {
        try (Reader reader = open()) {
            reader.readNew();
            return reader.newScores();
        }
    }

    /**
     * Publishes a score table and returns when it is safe.
     *
     * @param file as it is read again
     * @param gone numbers of tables that are no longer needed
     */
    public void publishScores(String number, byte[] file, List<String> gone) {
        try (Producer<byte[], byte[]> producer = producer()) {
            send(producer, ScoreRecords.key(number), file);
            gone.forEach(old -> send(producer, ScoreRecords.key(old), null));
        }
    }

    void publish(PublishedBundle bundle, int chunkBytes) {
        try (Producer<byte[], byte[]> producer = producer()) {
            BundleRecords.of(bundle, chunkBytes).forEach((key, value) -> send(producer, key, value));
        }
    }

    private Producer<byte[], byte[]> producer() {
        Properties properties = settings.clientProperties();
        properties.setProperty("acks", "all");
        properties.setProperty("enable.idempotence", "true");
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** One after the other, so that a header never stands without its chunks. */
    private void send(Producer<byte[], byte[]> producer, String key, byte @Nullable [] value) {
        byte[] utf8 = key.getBytes(StandardCharsets.UTF_8);
        Answers.of(producer.send(new ProducerRecord<>(settings.topics().rules(), 0, utf8, value)));
    }
}
