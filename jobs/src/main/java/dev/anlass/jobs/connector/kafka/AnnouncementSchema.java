package dev.anlass.jobs.connector.kafka;

import dev.anlass.jobs.operator.Announcement;
import dev.anlass.jobs.operator.HandType;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes the headers of the rules topic and leaves the chunks alone. */
final class AnnouncementSchema implements KafkaRecordDeserializationSchema<Announcement> {

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Announcement> out) {
        if (record.value() != null && !BundleHeader.isKeyOfChunk(new String(record.key(), StandardCharsets.UTF_8))) {
            out.collect(BundleHeader.of(record.value()).announcement());
        }
    }

    @Override
    public TypeInformation<Announcement> getProducedType() {
        return HandType.ANNOUNCEMENT;
    }
}
