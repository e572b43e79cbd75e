package dev.anlass.jobs.config;

import java.io.Serializable;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * How to reach Kafka and what to promise there. Its text keeps secrets to itself.
 *
 * @param bootstrap host and port of one or more brokers, separated by commas
 * @param properties handed to every client as they are
 */
public record KafkaSettings(
        String bootstrap,
        String group,
        Start start,
        Delivery delivery,
        Duration transactionTimeout,
        Topics topics,
        Map<String, String> properties)
        implements Serializable {

    public KafkaSettings {
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    }

    /** What a client needs to connect. */
    public Properties clientProperties() {
        Properties client = new Properties();
        client.putAll(properties);
        client.setProperty("bootstrap.servers", bootstrap);
        return client;
    }

    public KafkaSettings withBootstrap(String other) {
        return new KafkaSettings(other, group, start, delivery, transactionTimeout, topics, properties);
    }

    public KafkaSettings withDelivery(Delivery other) {
        return new KafkaSettings(bootstrap, group, start, other, transactionTimeout, topics, properties);
    }

    @Override
    public String toString() {
        return "Kafka at " + bootstrap + ", " + topics + ", " + delivery + ", properties " + properties.keySet();
    }
}
