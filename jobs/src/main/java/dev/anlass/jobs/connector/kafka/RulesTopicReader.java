package dev.anlass.jobs.connector.kafka;

import dev.anlass.engine.rule.ScoreTable;
import dev.anlass.engine.rulefile.ScoreTableReader;
import dev.anlass.jobs.config.KafkaSettings;
import dev.anlass.jobs.operator.BundleLibrary;
import dev.anlass.jobs.operator.PublishedBundle;
import dev.anlass.jobs.operator.Stop;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the rules topic with a consumer of its own, from its beginning, always to its end. */
final class RulesTopicReader implements BundleLibrary.Reader {

    /** A bundle comes too late unless it comes so long before it decides; everybody looks at least once a second. */
    static final Duration AHEAD = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(RulesTopicReader.class);
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final Consumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final BundleRecords records = new BundleRecords();
    private final List<ScoreTable> scores = new ArrayList<>();
    private final StopRecords stops = new StopRecords();
    private final boolean leavesOutLateOnes;
    private boolean isFirst = true;

    RulesTopicReader(KafkaSettings settings, boolean leavesOutLateOnes) {
        this.leavesOutLateOnes = leavesOutLateOnes;
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

    @Override
    public List<Stop> stops() {
        return stops.all();
    }

    private void take(ConsumerRecord<byte[], byte[]> record, List<PublishedBundle> complete) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        if (StopRecords.isKey(key)) {
            stops.take(key, record.value());
        } else if (record.value() != null && ScoreRecords.isKey(key)) {
            takeScores(ScoreRecords.read(key, record.value()), key, record.timestamp());
        } else if (record.value() != null) {
            PublishedBundle bundle = records.take(key, record.value());
            if (bundle != null && isInTime(bundle, record.timestamp())) {
                complete.add(bundle);
            }
        }
    }

    /** Before the first table every propensity is 1, so that the first can come too late as well. */
    private void takeScores(ScoreTableReader.Read read, String key, long publishedAt) {
        ScoreTable table = read.table();
        if (table == null) {
            LOG.warn(
                    "{} is not used, because this release cannot read it; learn another with `anlass learn --publish`\n{}",
                    key,
                    read.problems().render());
        } else if (!leavesOutLateOnes || publishedAt + AHEAD.toMillis() <= table.effectiveFrom()) {
            scores.add(table);
        } else {
            LOG.warn(
                    "score table {} is not used: it was published at {} and was to be used from {} on",
                    table.number(),
                    Instant.ofEpochMilli(publishedAt),
                    Instant.ofEpochMilli(table.effectiveFrom()));
        }
    }

    @Override
    public List<ScoreTable> newScores() {
        List<ScoreTable> fresh = List.copyOf(scores);
        scores.clear();
        return fresh;
    }

    /** The first bundle decides what is older as well, and cannot come too late. */
    private boolean isInTime(PublishedBundle bundle, long publishedAt) {
        boolean isInTime = isFirst || !leavesOutLateOnes || publishedAt + AHEAD.toMillis() <= bundle.effectiveFrom();
        isFirst = false;
        if (!isInTime) {
            LOG.warn(
                    "bundle {} decides nothing: it was published at {} and was to decide from {} on; deploy it again",
                    bundle.number(),
                    Instant.ofEpochMilli(publishedAt),
                    Instant.ofEpochMilli(bundle.effectiveFrom()));
        }
        return isInTime;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
