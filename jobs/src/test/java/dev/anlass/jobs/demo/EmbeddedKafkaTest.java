package dev.anlass.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

/** The broker of the demo is a real one. */
class EmbeddedKafkaTest {

    @Test
    void answersAsSoonAsItIsStarted() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start();
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            var created = admin.createTopics(List.of(new NewTopic("one", 2, (short) 1)));

            assertThat(created.numPartitions("one").get()).isEqualTo(2);
        }
    }
}
