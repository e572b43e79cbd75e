package dev.anlass.jobs.connector.kafka;

import dev.anlass.jobs.config.KafkaSettings;
import dev.anlass.jobs.config.Topics;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of a job: made where they are missing, checked before it starts. */
public final class KafkaTopics {

    private final KafkaSettings settings;
    private final Topics topics;

    public KafkaTopics(KafkaSettings settings) {
        this.settings = settings;
        this.topics = settings.topics();
    }

    /**
     * Makes the topics that are missing.
     *
     * @param partitions of each topic but the rules, which have one
     */
    public void createMissing(int partitions) {
        try (Admin admin = admin()) {
            Set<String> there = Answers.of(admin.listTopics().names());
            wanted(partitions).stream()
                    .filter(topic -> !there.contains(topic.name()))
                    .forEach(topic -> create(admin, topic));
        }
    }

    /** Makes the rules topic if it is missing. */
    public void createRules() {
        try (Admin admin = admin()) {
            if (!Answers.of(admin.listTopics().names()).contains(topics.rules())) {
                create(admin, rules());
            }
        }
    }

    /**
     * Checks what a job relies on, and says how many partitions the events have.
     *
     * @throws IllegalStateException with a way out if the job cannot start with these topics
     */
    public int check() {
        try (Admin admin = admin()) {
            Set<String> missing = new LinkedHashSet<>(List.of(
                    topics.events(), topics.actions(), topics.decisions(), topics.rejected(), topics.rules()));
            missing.removeAll(Answers.of(admin.listTopics().names()));
            if (!missing.isEmpty()) {
                throw new IllegalStateException("Kafka at " + settings.bootstrap() + " has no topic "
                        + String.join(", ", missing) + ": create it, or start with --create-topics");
            }
            require(admin, topics.events(), TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
            require(admin, topics.rules(), TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
            if (partitions(admin, topics.rules()) != 1) {
                throw new IllegalStateException("the topic " + topics.rules()
                        + " has more than one partition, so that bundles could come in another order:"
                        + " create it anew with one");
            }
            return partitions(admin, topics.events());
        }
    }

    private List<NewTopic> wanted(int partitions) {
        List<NewTopic> wanted = new ArrayList<>();
        wanted.add(topic(topics.events(), partitions)
                .configs(Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime")));
        wanted.add(topic(topics.actions(), partitions));
        wanted.add(topic(topics.decisions(), partitions));
        wanted.add(topic(topics.rejected(), partitions));
        wanted.add(rules());
        return wanted;
    }

    private NewTopic rules() {
        return topic(topics.rules(), 1)
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    }

    /** Replicated as the broker does by default. */
    private static NewTopic topic(String name, int partitions) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty());
    }

    private static void create(Admin admin, NewTopic topic) {
        try {
            Answers.of(admin.createTopics(List.of(topic)).all());
        } catch (TopicExistsException e) {
            // Somebody else was faster, which is as good.
        }
    }

    private static void require(Admin admin, String topic, String key, String value) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config = Answers.of(admin.describeConfigs(List.of(resource)).values().get(resource));
        String found = config.get(key).value();
        if (!value.equals(found)) {
            throw new IllegalStateException("the topic " + topic + " has " + key + "=" + found + " and needs " + value
                    + ": change it with `kafka-configs.sh --alter --entity-type topics --entity-name " + topic
                    + " --add-config " + key + "=" + value + "`");
        }
    }

    private static int partitions(Admin admin, String topic) {
        return Answers.of(admin.describeTopics(List.of(topic)).topicNameValues().get(topic))
                .partitions()
                .size();
    }

    private Admin admin() {
        Properties properties = settings.clientProperties();
        properties.putIfAbsent("default.api.timeout.ms", "15000");
        properties.putIfAbsent("request.timeout.ms", "10000");
        return Admin.create(properties);
    }
}
