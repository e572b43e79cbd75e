package dev.anlass.jobs.connector.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.operator.PublishedBundle;
import dev.anlass.jobs.operator.TestRules;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bundles are numbered, decide one after the other, and are known before they decide. */
@ExtendWith(TestTopics.Extension.class)
class DeploymentTest {

    private static final Instant NOW = Instant.parse("2026-03-02T20:00:00Z");

    @Test
    void theFirstBeginsAtOnceAndEachLaterOneWhenEverybodyKnowsIt(TestTopics topics) {
        KafkaTopics kafka = new KafkaTopics(topics.settings());
        kafka.createRules();
        Deployment deployment = new Deployment(new RulesTopic(topics.settings()), Duration.ofSeconds(60));
        String hash = TestRules.files().sha256().substring(0, 4);

        PublishedBundle first = deployment.publish(TestRules.files(), NOW, null);
        PublishedBundle second = deployment.publish(TestRules.files(), NOW, null);
        PublishedBundle third = deployment.publish(TestRules.files(), NOW, NOW.plusSeconds(90));

        assertThat(first.number()).isEqualTo("2026.03.02-" + hash);
        assertThat(second.number()).isEqualTo("2026.03.02-" + hash + ".2");
        assertThat(first.effectiveFrom()).isEqualTo(NOW.toEpochMilli());
        assertThat(second.effectiveFrom()).isEqualTo(NOW.plusSeconds(60).toEpochMilli());
        assertThat(third.effectiveFrom()).isEqualTo(NOW.plusSeconds(90).toEpochMilli());
        assertThatThrownBy(() -> deployment.publish(TestRules.files(), NOW, NOW.plusSeconds(80)))
                .isInstanceOf(CannotStart.class)
                .hasMessage("the bundle cannot decide from 2026-03-02T20:01:20Z on, because others decide until then or"
                        + " events may still be 1m late: choose 2026-03-02T20:01:30.001Z or later, or leave the time"
                        + " out");
    }
}
