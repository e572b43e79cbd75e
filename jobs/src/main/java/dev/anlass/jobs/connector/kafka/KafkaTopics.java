package dev.anlass.jobs.connector.kafka;

import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.config.KafkaSettings;
import dev.anlass.jobs.config.Topics;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of a job: made where they are missing, checked before it starts. */
public final class KafkaTopics {

    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(30);
    private static final String APPEND_TIME = "LogAppendTime";

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
        Map<String, String> stamped = Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, APPEND_TIME);
        create(List.of(
                topic(topics.events(), partitions).configs(stamped),
                topic(topics.actions(), partitions),
                topic(topics.decisions(), partitions),
                topic(topics.rejected(), partitions),
                topic(topics.advisorLists(), partitions),
                topic(topics.inApp(), partitions),
                rules()));
    }

    /** Makes the rules topic if it is missing. */
    public void createRules() {
        create(List.of(rules()));
    }

    /**
     * Checks that these topics are there.
     *
     * @throws CannotStart with a way out if one is not, or if Kafka does not answer
     */
    public void require(String... names) {
        ask(admin -> {
            require(admin, List.of(names));
            return true;
        });
    }

    /**
     * Checks what a job relies on, and says how many partitions the events have.
     *
     * @throws CannotStart with a way out if the job cannot start with these topics
     */
    public int check() {
        return ask(admin -> {
            requireAll(admin);
            require(admin, topics.events(), TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, APPEND_TIME);
            require(admin, topics.rules(), TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
            if (partitions(admin, topics.rules()) != 1) {
                throw new CannotStart("the topic " + topics.rules() + " has more than one partition, so that bundles"
                        + " could come in another order: create it anew with one");
            }
            return partitions(admin, topics.events());
        });
    }

    private NewTopic rules() {
        Map<String, String> compacted = Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        return topic(topics.rules(), 1).configs(compacted);
    }

    /** Replicated as the broker does by default. */
    private static NewTopic topic(String name, int partitions) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty());
    }

    /** Returns when the broker knows them: they are made before they are known. */
    private void create(List<NewTopic> wanted) {
        Set<String> there = names();
        List<NewTopic> missing =
                wanted.stream().filter(topic -> !there.contains(topic.name())).toList();
        missing.forEach(topic -> ask(admin -> created(admin, topic)));
        List<String> made = missing.stream().map(NewTopic::name).toList();
        long deadline = System.nanoTime() + KNOWN_WITHIN.toNanos();
        while (!names().containsAll(made)) {
            if (System.nanoTime() > deadline) {
                throw new CannotStart("Kafka at " + settings.bootstrap() + " made the topics " + String.join(", ", made)
                        + " and does not know them: look whether all its brokers are well");
            }
        }
    }

    private static boolean created(Admin admin, NewTopic topic) {
        try {
            Answers.of(admin.createTopics(List.of(topic)).all());
            return true;
        } catch (TopicExistsException e) {
            return false; // Somebody else was faster, which is as good.
        }
    }

    private Set<String> names() {
        return ask(admin -> Answers.of(admin.listTopics().names()));
    }

    private void requireAll(Admin admin) {
        require(
                admin,
                List.of(topics.events(), topics.actions(), topics.decisions(), topics.rejected(), topics.rules()));
    }

    private void require(Admin admin, List<String> names) {
        Set<String> missing = new LinkedHashSet<>(names);
        missing.removeAll(Answers.of(admin.listTopics().names()));
        if (!missing.isEmpty()) {
            throw new CannotStart("Kafka at " + settings.bootstrap() + " has no topic " + String.join(", ", missing)
                    + ": create what is missing, or start once with --create-topics");
        }
    }

    private static void require(Admin admin, String topic, String key, String value) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config =
                Answers.of(admin.describeConfigs(List.of(resource)).values().get(resource));
        String found = config.get(key).value();
        if (!value.equals(found)) {
            throw new CannotStart("the topic " + topic + " has " + key + "=" + found + " and needs " + value
                    + ": change it with `kafka-configs.sh --alter --entity-type topics --entity-name " + topic
                    + " --add-config " + key + "=" + value + "`");
        }
    }

    private static int partitions(Admin admin, String topic) {
        return Answers.of(admin.describeTopics(List.of(topic)).topicNameValues().get(topic))
                .partitions()
                .size();
    }

    private <T> T ask(Function<Admin, T> question) {
        Properties properties = settings.clientProperties();
        properties.putIfAbsent("default.api.timeout.ms", "15000");
        properties.putIfAbsent("request.timeout.ms", "10000");
        try (Admin admin = Admin.create(properties)) {
            return question.apply(admin);
        } catch (KafkaException e) {
            throw new CannotStart("Kafka at " + settings.bootstrap() + " does not answer (" + e.getMessage()
                    + "): start it, or name another with kafka.bootstrap or ANLASS_KAFKA_BOOTSTRAP");
        }
    }
}
