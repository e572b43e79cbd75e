package dev.anlass.jobs.connector.kafka;

import dev.anlass.jobs.operator.Outgoing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** Writes what goes out to one topic, the records of one customer to one partition. */
final class OutgoingSchema implements KafkaRecordSerializationSchema<Outgoing> {

    private final String topic;
    private final String contentType;

    OutgoingSchema(String topic, String contentType) {
        this.topic = topic;
        this.contentType = contentType;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            Outgoing outgoing, KafkaSinkContext context, @Nullable Long timestamp) {
        Header type = new RecordHeader("content-type", contentType.getBytes(StandardCharsets.UTF_8));
        return new ProducerRecord<>(topic, null, null, key(outgoing), outgoing.value(), List.of(type));
    }

    private static byte @Nullable [] key(Outgoing outgoing) {
        String customer = outgoing.customer();
        return customer == null ? null : customer.getBytes(StandardCharsets.UTF_8);
    }
}
