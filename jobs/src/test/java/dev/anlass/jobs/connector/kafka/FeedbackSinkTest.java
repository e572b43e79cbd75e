package dev.anlass.jobs.connector.kafka;

import static dev.anlass.jobs.advisor.SampleLists.MONDAY;
import static dev.anlass.jobs.advisor.SampleLists.feedback;
import static dev.anlass.jobs.advisor.SampleLists.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anlass.jobs.advisor.AdvisorList;
import dev.anlass.jobs.advisor.Feedback.Kind;
import dev.anlass.jobs.config.KafkaSettings;
import dev.anlass.jobs.connector.FeedbackJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Feedback is in the events topic when it was sent. */
@ExtendWith(TestTopics.Extension.class)
class FeedbackSinkTest {

    private static final AdvisorList LIST = list("eva", MONDAY, "anna");

    @Test
    void standsInTheEventsUnderItsCustomer(TestTopics topics) {
        topics.created(2);
        try (FeedbackSink sink = new FeedbackSink(topics.settings())) {
            sink.send(feedback(LIST, "anna", Kind.DO_NOT_CONTACT));
        }

        assertThat(topics.readUntil(topics.settings().topics().events(), read -> read.size() == 2))
                .allSatisfy(record -> assertThat(new String(record.key(), StandardCharsets.UTF_8))
                        .isEqualTo("anna"))
                .extracting(record -> record.value())
                .containsExactlyElementsOf(FeedbackJson.events(feedback(LIST, "anna", Kind.DO_NOT_CONTACT)));
    }

    @Test
    void saysThatItCouldNotBeSent(TestTopics topics) {
        KafkaSettings settings = topics.settings();
        KafkaSettings impatient = new KafkaSettings(
                settings.bootstrap(),
                settings.group(),
                settings.start(),
                settings.delivery(),
                settings.transactionTimeout(),
                settings.topics(),
                Map.of("max.block.ms", "200"));
        try (FeedbackSink sink = new FeedbackSink(impatient)) {
            assertThatThrownBy(() -> sink.send(feedback(LIST, "anna", Kind.ACCEPTED)))
                    .isInstanceOf(FeedbackSink.NotSent.class)
                    .hasMessageContaining("look whether Kafka at " + settings.bootstrap() + " is well");
        }
    }
}
