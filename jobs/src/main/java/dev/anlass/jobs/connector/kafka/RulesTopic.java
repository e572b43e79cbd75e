package dev.anlass.jobs.connector.kafka;

import dev.anlass.engine.rule.ScoreTable;
import dev.anlass.jobs.config.KafkaSettings;
import dev.anlass.jobs.operator.BundleLibrary;
import dev.anlass.jobs.operator.PublishedBundle;
import dev.anlass.jobs.operator.Stop;
import dev.anlass.jobs.operator.Stoppable;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The compacted topic, of one partition, in which all bundles and score tables stand, and what is stopped. */
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
        return contents().bundles();
    }

    /** Everything that stands in the topic now. */
    public Contents contents() {
        try (Reader reader = open()) {
            List<PublishedBundle> bundles = reader.readNew();
            return new Contents(bundles, reader.newScores(), reader.stops());
        }
    }

    /**
     * What stands in the topic.
     *
     * @param bundles in the order in which they were published
     * @param scores the score tables that are kept, in the order in which they were published
     */
    public record Contents(List<PublishedBundle> bundles, List<ScoreTable> scores, List<Stop> stops) {

        @Nullable
        Stop stop(Stoppable what) {
            return stops.stream()
                    .filter(stop -> stop.what().equals(what))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Stops something and returns when that is safe. */
    public void stop(Stop stop) {
        write(Map.of(stop.what().key(), StopRecords.value(stop)));
    }

    /** Starts something again and returns when that is safe. */
    public void start(Stoppable what) {
        Map<String, byte[]> nothing = new HashMap<>();
        nothing.put(what.key(), null);
        write(nothing);
    }

    /** Publishes one more bundle and returns when it is safe. */
    public void publish(PublishedBundle bundle) {
        publish(bundle, BundleRecords.CHUNK_BYTES);
    }

    /** Every score table that was published and is still kept, in the order of publication. */
    public List<ScoreTable> scores() {
        return contents().scores();
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
        write(BundleRecords.of(bundle, chunkBytes));
    }

    private void write(Map<String, byte[]> records) {
        try (Producer<byte[], byte[]> producer = producer()) {
            records.forEach((key, value) -> send(producer, key, value));
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
