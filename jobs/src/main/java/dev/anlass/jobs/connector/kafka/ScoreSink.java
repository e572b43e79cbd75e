package dev.anlass.jobs.connector.kafka;

import dev.anlass.jobs.config.KafkaSettings;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Publishes the score tables that the learning job makes. */
public final class ScoreSink implements Sink<byte[]> {

    private final KafkaSettings settings;
    private final long latenessMillis;
    private final boolean isOfThePresent;
    private final Duration fresh;

    /**
     * @param isOfThePresent whether events are of the same time as the topic, so that a table must be published ahead
     * @param fresh how long ago a table may then have been learned
     */
    public ScoreSink(KafkaSettings settings, long latenessMillis, boolean isOfThePresent, Duration fresh) {
        this.settings = settings;
        this.latenessMillis = latenessMillis;
        this.isOfThePresent = isOfThePresent;
        this.fresh = fresh;
    }

    @Override
    public SinkWriter<byte[]> createWriter(WriterInitContext context) {
        ScorePublication publication =
                new ScorePublication(new RulesTopic(settings), Duration.ofMillis(latenessMillis));
        return new SinkWriter<>() {
            @Override
            public void write(byte[] file, Context record) {
                publication.publishLearned(file, isOfThePresent ? Instant.now() : Instant.MIN, fresh);
            }

            @Override
            public void flush(boolean endOfInput) {
                // A table is safe when it is written.
            }

            @Override
            public void close() {
                // Every publication closes what it opened.
            }
        };
    }
}
