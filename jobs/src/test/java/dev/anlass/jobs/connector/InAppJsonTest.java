package dev.anlass.jobs.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.jobs.push.gateway.InAppNews.Erased;
import dev.anlass.jobs.push.gateway.InAppNews.Posted;
import dev.anlass.jobs.push.gateway.InAppNews.TakenBack;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the push job writes is what the gateway reads. */
class InAppJsonTest {

    @Test
    void aMessageIsToldInOneLineWithNothingThatIsNotForTheApp() {
        assertThat(InAppJson.read(MessageJson.posted(MessageSamples.parcel("https://shop.example/a"), 5)))
                .isEqualTo(new Posted(
                        "c1",
                        "a-1",
                        2,
                        "f1648a243fb2170a",
                        5,
                        3_600_000,
                        "{\"action_id\":\"a-1\",\"revision\":2,\"text\":\"Your Atlas is waiting.\",\"language\":\"en\","
                                + "\"payload\":{\"product_id\":\"g-1\",\"price\":39.5,\"left\":3},"
                                + "\"link\":\"https://shop.example/a\",\"feedback_token\":\"t.o.k\","
                                + "\"collapse_key\":\"f1648a243fb2170a\",\"expires_at\":\"1970-01-01T01:00:00Z\"}"));
    }

    @Test
    void whatIsTakenBackOrErasedIsRead() {
        assertThat(InAppJson.read(MessageJson.takenBack(MessageSamples.message(), "vanished", 5)))
                .isEqualTo(new TakenBack("c1", "a-1", 2, 5));
        assertThat(InAppJson.read(MessageJson.erased("c1", 5))).isEqualTo(new Erased("c1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{\"subject\":\"c1\",\"type\":\"message.unknown\"}",
                "{\"subject\":\"c1\",\"type\":\"message.posted\"}",
                "{\"subject\":5,\"type\":\"message.customer_erased\"}",
                "{\"subject\":\"c1\",\"type\":\"message.taken_back\",\"time\":\"now\",\"data\":{\"action_id\":\"a\",\"revision\":1}}",
                "{\"subject\":\"c1\",\"type\":\"message.taken_back\",\"time\":\"2026-03-02T12:00:00Z\",\"data\":{\"action_id\":\"a\",\"revision\":\"1\"}}",
                "{\"subject\":\"c1\",\"type\":\"message.customer_erased\"} x"
            })
    void whatIsNotAsItShouldBeIsNotRead(String text) {
        assertThat(InAppJson.read(text.getBytes(StandardCharsets.UTF_8))).isNull();
    }
}
