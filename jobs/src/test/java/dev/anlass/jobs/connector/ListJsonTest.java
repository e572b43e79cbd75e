package dev.anlass.jobs.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.jobs.advisor.ListNews;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written about lists is read back as it was. */
class ListJsonTest {

    @Test
    void aListIsReadAsItWasWritten() {
        assertThat(ListJson.read(ListJson.published(ListSamples.list())))
                .isEqualTo(new ListNews.Published(ListSamples.list()));
    }

    @Test
    void equalListsGiveEqualBytes() {
        assertThat(ListJson.published(ListSamples.list())).isEqualTo(ListJson.published(ListSamples.list()));
    }

    @Test
    void aClosedRowIsReadAsItWasWritten() {
        var accepted = ListSamples.closed("accepted", null);
        var putOff = ListSamples.closed("not_now", LocalDate.parse("2026-03-09"));

        assertThat(ListJson.read(ListJson.closed(accepted))).isEqualTo(new ListNews.Closed(accepted));
        assertThat(ListJson.read(ListJson.closed(putOff))).isEqualTo(new ListNews.Closed(putOff));
    }

    @Test
    void anErasureIsReadAsItWasWritten() {
        assertThat(ListJson.read(ListJson.erased("c1", 7))).isEqualTo(new ListNews.Erased("c1", 7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "no json",
                "{\"type\":\"tick\"}",
                "{\"type\":\"advisor_list.published\",\"data\":{}}",
                "{\"type\":\"advisor_list.row_closed\",\"time\":\"yesterday\",\"data\":{\"list_id\":\"l\"}}"
            })
    void whatIsNoneOfTheseIsNothing(String json) {
        assertThat(ListJson.read(json.getBytes(StandardCharsets.UTF_8))).isNull();
    }
}
