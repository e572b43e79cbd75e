package dev.anlass.jobs.connector.kafka;

import dev.anlass.jobs.advisor.Feedback;
import dev.anlass.jobs.config.KafkaSettings;
import dev.anlass.jobs.connector.FeedbackJson;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes feedback into the events topic. Several threads may use it. */
public final class FeedbackSink implements AutoCloseable {

    private final String topic;
    private final String bootstrap;
    private final Producer<byte[], byte[]> producer;

    public FeedbackSink(KafkaSettings settings) {
        this.topic = settings.topics().events();
        this.bootstrap = settings.bootstrap();
        Properties properties = settings.clientProperties();
        properties.setProperty("acks", "all");
        properties.setProperty("enable.idempotence", "true");
        properties.putIfAbsent("linger.ms", "0");
        properties.putIfAbsent("max.block.ms", "10000");
        properties.putIfAbsent("request.timeout.ms", "5000");
        properties.putIfAbsent("delivery.timeout.ms", "15000");
        this.producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Feedback did not get into the topic, or not all of it; it can be sent again, because it has the same ids then. */
    public static final class NotSent extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotSent(String sentence, KafkaException cause) {
            super(sentence, cause);
        }
    }

    /**
     * Returns when the brokers have it.
     *
     * @throws NotSent if they do not take it
     */
    public void send(Feedback feedback) {
        byte[] customer = feedback.customer().getBytes(StandardCharsets.UTF_8);
        try {
            // One after the other: a row is done only if the objection has been kept.
            for (byte[] event : FeedbackJson.events(feedback)) {
                Answers.of(producer.send(new ProducerRecord<>(topic, customer, event)));
            }
        } catch (KafkaException e) {
            throw new NotSent(
                    "feedback could not be written to " + topic + " (" + e.getMessage() + "): look whether Kafka at "
                            + bootstrap + " is well",
                    e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
