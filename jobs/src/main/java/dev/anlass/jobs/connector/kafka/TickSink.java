package dev.anlass.jobs.connector.kafka;

import dev.anlass.jobs.config.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Future;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes each time that it is given into every partition of the events topic, as a tick.
 *
 * <p>Ticks stand behind the backlog, so that no time passes before what happened has been read.
 */
final class TickSink implements Sink<Long> {

    private final KafkaSettings settings;

    TickSink(KafkaSettings settings) {
        this.settings = settings;
    }

    @Override
    public SinkWriter<Long> createWriter(WriterInitContext context) {
        Properties properties = settings.clientProperties();
        properties.putIfAbsent("linger.ms", "0");
        properties.putIfAbsent("client.id", settings.group() + "-ticker");
        return new Writer(
                settings.topics().events(),
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    /** A tick as a CloudEvent in structured mode. */
    static byte[] tick(long time, int partition) {
        String tick = "{\"specversion\":\"1.0\",\"id\":\"tick-" + partition + "-" + time
                + "\",\"source\":\"urn:anlass:ticker\",\"type\":\"tick\",\"time\":\"" + Instant.ofEpochMilli(time)
                + "\",\"data\":{}}";
        return tick.getBytes(StandardCharsets.UTF_8);
    }

    private static final class Writer implements SinkWriter<Long> {

        private final String topic;
        private final Producer<byte[], byte[]> producer;
        private final List<Future<RecordMetadata>> underWay = new ArrayList<>();

        Writer(String topic, Producer<byte[], byte[]> producer) {
            this.topic = topic;
            this.producer = producer;
        }

        @Override
        public void write(Long time, Context context) {
            settleDone();
            for (PartitionInfo partition : producer.partitionsFor(topic)) {
                int number = partition.partition();
                underWay.add(producer.send(new ProducerRecord<>(topic, number, null, tick(time, number))));
            }
        }

        @Override
        public void flush(boolean endOfInput) {
            producer.flush();
            settleDone();
        }

        @Override
        public void close() {
            producer.close();
        }

        /** A tick that Kafka refused stops the job: without ticks no time would pass. */
        private void settleDone() {
            underWay.removeIf(tick -> tick.isDone() && Answers.of(tick) != null);
        }
    }
}
