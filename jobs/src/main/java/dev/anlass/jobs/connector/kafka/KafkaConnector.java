package dev.anlass.jobs.connector.kafka;

import dev.anlass.jobs.config.Delivery;
import dev.anlass.jobs.config.KafkaSettings;
import dev.anlass.jobs.config.Start;
import dev.anlass.jobs.operator.News;
import dev.anlass.jobs.operator.Outgoing;
import dev.anlass.jobs.operator.RawRecord;
import java.util.Properties;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;

/** The sources and sinks of a job in Kafka. */
public final class KafkaConnector {

    private static final String STRUCTURED = "application/cloudevents+json; charset=UTF-8";
    private static final String JSON = "application/json; charset=UTF-8";

    private final KafkaSettings settings;

    public KafkaConnector(KafkaSettings settings) {
        this.settings = settings;
    }

    /** All records of the events topic; goes on for ever. */
    public KafkaSource<RawRecord> events() {
        return KafkaSource.<RawRecord>builder()
                .setProperties(settings.clientProperties())
                .setTopics(settings.topics().events())
                .setGroupId(settings.group())
                .setClientIdPrefix(settings.group() + "-events")
                .setStartingOffsets(
                        settings.start() == Start.EARLIEST
                                ? OffsetsInitializer.earliest()
                                : OffsetsInitializer.latest())
                .setDeserializer(new RawRecordSchema())
                .build();
    }

    /** All records of the events topic from its beginning, for the learning job. */
    public KafkaSource<RawRecord> feedback() {
        return forLearning(settings.topics().events());
    }

    /** All records of the decisions topic from its beginning, for the learning job. */
    public KafkaSource<RawRecord> recorded() {
        return forLearning(settings.topics().decisions());
    }

    /** What a transaction took back never went out, and is not learned from. */
    private KafkaSource<RawRecord> forLearning(String topic) {
        return KafkaSource.<RawRecord>builder()
                .setProperties(settings.clientProperties())
                .setProperty("isolation.level", "read_committed")
                .setTopics(topic)
                .setGroupId(settings.group() + "-learn")
                .setClientIdPrefix(settings.group() + "-learn-" + topic)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new RawRecordSchema())
                .build();
    }

    /** All records of the events topic from its beginning, for the push job: devices and permissions may be old. */
    public KafkaSource<RawRecord> pushEvents() {
        return forPush(settings.topics().events(), OffsetsInitializer.earliest());
    }

    /** All actions that went out, for the push job. */
    public KafkaSource<RawRecord> pushActions() {
        return forPush(
                settings.topics().actions(),
                settings.start() == Start.EARLIEST ? OffsetsInitializer.earliest() : OffsetsInitializer.latest());
    }

    /** What a transaction took back never went out. */
    private KafkaSource<RawRecord> forPush(String topic, OffsetsInitializer start) {
        return KafkaSource.<RawRecord>builder()
                .setProperties(settings.clientProperties())
                .setProperty("isolation.level", "read_committed")
                .setTopics(topic)
                .setGroupId(settings.group() + "-push")
                .setClientIdPrefix(settings.group() + "-push-" + topic)
                .setStartingOffsets(start)
                .setDeserializer(new RawRecordSchema())
                .build();
    }

    /** What changes in the rules topic: each bundle as soon as all of it has been written, and each stop. */
    public KafkaSource<News> news() {
        return KafkaSource.<News>builder()
                .setProperties(settings.clientProperties())
                .setTopics(settings.topics().rules())
                .setGroupId(settings.group() + "-rules")
                .setClientIdPrefix(settings.group() + "-rules")
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new NewsSchema())
                .build();
    }

    public Sink<Outgoing> actions() {
        return sink(settings.topics().actions(), STRUCTURED);
    }

    public Sink<Outgoing> decisions() {
        return sink(settings.topics().decisions(), STRUCTURED);
    }

    public Sink<Outgoing> rejected() {
        return sink(settings.topics().rejected(), JSON);
    }

    public Sink<Outgoing> advisorLists() {
        return sink(settings.topics().advisorLists(), STRUCTURED);
    }

    /** Events of ours for the events topic: at once, because they have stable ids and time passes meanwhile. */
    public Sink<Outgoing> ownEvents() {
        return sink(settings.topics().events(), STRUCTURED, Delivery.AT_LEAST_ONCE);
    }

    /** Writes ticks into every partition of the events topic. */
    public Sink<Long> ticks() {
        return new TickSink(settings);
    }

    private Sink<Outgoing> sink(String topic, String contentType) {
        return sink(topic, contentType, settings.delivery());
    }

    private Sink<Outgoing> sink(String topic, String contentType, Delivery delivery) {
        Properties producer = settings.clientProperties();
        producer.putIfAbsent("linger.ms", "0");
        producer.putIfAbsent("client.id", settings.group() + "-" + topic);
        KafkaSinkBuilder<Outgoing> sink = KafkaSink.<Outgoing>builder()
                .setRecordSerializer(new OutgoingSchema(topic, contentType))
                .setDeliveryGuarantee(guarantee(delivery));
        if (delivery == Delivery.EXACTLY_ONCE) {
            producer.setProperty(
                    "transaction.timeout.ms",
                    String.valueOf(settings.transactionTimeout().toMillis()));
            sink.setTransactionalIdPrefix(settings.group() + "-" + topic);
        }
        return sink.setKafkaProducerConfig(producer)
                .setBootstrapServers(settings.bootstrap())
                .build();
    }

    private static DeliveryGuarantee guarantee(Delivery delivery) {
        return switch (delivery) {
            case AT_LEAST_ONCE -> DeliveryGuarantee.AT_LEAST_ONCE;
            case EXACTLY_ONCE -> DeliveryGuarantee.EXACTLY_ONCE;
        };
    }
}
