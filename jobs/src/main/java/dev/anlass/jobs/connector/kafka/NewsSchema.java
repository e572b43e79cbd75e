package dev.anlass.jobs.connector.kafka;

import dev.anlass.jobs.operator.HandType;
import dev.anlass.jobs.operator.News;
import dev.anlass.jobs.operator.StopChange;
import dev.anlass.jobs.operator.Stoppable;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes stops and the headers of bundles out of the rules topic, and leaves the chunks alone. */
final class NewsSchema implements KafkaRecordDeserializationSchema<News> {

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<News> out) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        Optional<Stoppable> stopped = Stoppable.ofKey(key);
        if (stopped.isPresent()) {
            out.collect(new StopChange(stopped.orElseThrow()));
        } else if (record.value() != null && !BundleHeader.isKeyOfChunk(key)) {
            out.collect(BundleHeader.of(record.value()).announcement());
        }
    }

    @Override
    public TypeInformation<News> getProducedType() {
        return HandType.NEWS;
    }
}
