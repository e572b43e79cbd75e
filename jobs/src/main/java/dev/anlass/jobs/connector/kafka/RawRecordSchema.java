package dev.anlass.jobs.connector.kafka;

import dev.anlass.jobs.connector.RecordSource.InTopic;
import dev.anlass.jobs.operator.HandType;
import dev.anlass.jobs.operator.RawRecord;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Takes records of the events topic as they are, CloudEvents in structured or in binary mode. Nothing is rejected here. */
final class RawRecordSchema implements KafkaRecordDeserializationSchema<RawRecord> {

    private static final String ATTRIBUTE = "ce_";
    private static final byte[] NOTHING = new byte[0];

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawRecord> out) {
        out.collect(raw(record));
    }

    @Override
    public TypeInformation<RawRecord> getProducedType() {
        return HandType.RAW_RECORD;
    }

    static RawRecord raw(ConsumerRecord<byte[], byte[]> record) {
        InTopic source = new InTopic(record.topic(), record.partition(), record.offset());
        byte[] value = record.value();
        return new RawRecord(source, appendedAt(record), attributes(record), value == null ? NOTHING : value);
    }

    private static @Nullable Long appendedAt(ConsumerRecord<byte[], byte[]> record) {
        return record.timestampType() == TimestampType.LOG_APPEND_TIME ? record.timestamp() : null;
    }

    private static Map<String, String> attributes(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> attributes = new HashMap<>();
        for (Header header : record.headers()) {
            if (header.key().startsWith(ATTRIBUTE) && header.value() != null) {
                String name = header.key().substring(ATTRIBUTE.length());
                attributes.put(name, new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return attributes;
    }
}
