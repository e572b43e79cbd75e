package dev.anlass.jobs.advisor.stream;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.engine.rulefile.Source;
import dev.anlass.jobs.advisor.Change;
import dev.anlass.jobs.advisor.Offices;
import dev.anlass.jobs.advisor.OfficesReader;
import dev.anlass.jobs.advisor.Proposal;
import dev.anlass.jobs.advisor.stream.Note.Changed;
import dev.anlass.jobs.advisor.stream.Note.Proposed;
import dev.anlass.jobs.operator.HandType;
import dev.anlass.jobs.operator.Outgoing;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Books are woken when their lists are to be frozen, also after a restart and with other offices. */
class ListFunctionTest {

    private static final String EARLY =
            "{branches: {b: {zone: UTC, cut_off: \"06:00\"}}, advisors: {anna: {branch: b}}}";
    private static final String LATER =
            "{branches: {b: {zone: UTC, cut_off: \"08:00\"}}, advisors: {anna: {branch: b}}}";
    private static final String WITHOUT_ANNA =
            "{branches: {b: {zone: UTC, cut_off: \"06:00\"}}, advisors: {ben: {branch: b}}}";
    private static final long MINUTE = 60_000L;
    private static final ObjectMapper JSON = new ObjectMapper();

    private @Nullable KeyedOneInputStreamOperatorTestHarness<String, Note, Outgoing> flink;

    @AfterEach
    void close() throws Exception {
        flink().close();
    }

    @Test
    void theListIsFrozenAMinuteAfterTheCutOff() throws Exception {
        start(EARLY, null);
        propose("a-1", "2026-03-02T20:00:00Z");
        passTo("2026-03-03T06:00:59.999Z");
        assertThat(lists()).isEmpty();

        passTo("2026-03-03T06:01:00Z");

        assertThat(lists()).containsExactly("2026-03-03: a-1");
    }

    @Test
    void severalDaysThatPassAtOnceGiveTheListOfEach() throws Exception {
        start(EARLY, null);
        propose("a-1", "2026-03-05T20:00:00Z");
        passTo("2026-03-09T23:00:00Z");

        assertThat(lists()).containsExactly("2026-03-06: a-1", "2026-03-09: a-1");
    }

    @Test
    void theEndOfTheInputFreezesNothing() throws Exception {
        start(EARLY, null);
        propose("a-1", "2026-03-02T20:00:00Z");
        flink().processWatermark(Watermark.MAX_WATERMARK);

        assertThat(lists()).isEmpty();
    }

    @Test
    void whatIsProposedLateComesOnTheNextListAndNoneIsFrozenTwiceAfterARestart() throws Exception {
        start(EARLY, null);
        propose("a-1", "2026-03-02T20:00:00Z");
        passTo("2026-03-03T07:00:00Z");
        restart(EARLY);
        propose("a-2", "2026-03-03T05:00:00Z");
        passTo("2026-03-03T07:00:00Z");
        assertThat(lists()).isEmpty();

        passTo("2026-03-04T07:00:00Z");

        assertThat(lists()).containsExactly("2026-03-04: a-1 a-2");
    }

    @Test
    void anEarlierProposalBringsTheFirstListForward() throws Exception {
        start(EARLY, null);
        propose("a-1", "2026-03-03T20:00:00Z");
        propose("a-2", "2026-03-02T20:00:00Z");
        passTo("2026-03-04T07:00:00Z");

        assertThat(lists()).containsExactly("2026-03-03: a-2", "2026-03-04: a-2 a-1");
    }

    @Test
    void anotherCutOffAppliesFromTheRestartOn() throws Exception {
        start(EARLY, null);
        propose("a-1", "2026-03-02T20:00:00Z");
        restart(LATER);
        passTo("2026-03-03T07:00:00Z");
        assertThat(lists()).isEmpty();

        passTo("2026-03-03T08:01:00Z");
        assertThat(lists()).containsExactly("2026-03-03: a-1");

        restart(EARLY);
        passTo("2026-03-04T08:01:00Z");
        assertThat(lists()).containsExactly("2026-03-04: a-1");
    }

    @Test
    void whoHasLeftGetsNoListAndTheProposalsHaveFailed() throws Exception {
        start(EARLY, null);
        propose("a-1", "2026-03-02T20:00:00Z");
        restart(WITHOUT_ANNA);
        propose("a-2", "2026-03-02T20:00:00Z");
        passTo("2026-03-04T07:00:00Z");

        assertThat(lists()).isEmpty();
        assertThat(events()).containsExactly("action.failed a-2 unknown_advisor", "action.failed a-1 unknown_advisor");
        assertThat(flink().numKeyedStateEntries()).isZero();
        assertThat(flink().numEventTimeTimers()).isZero();
    }

    @Test
    void whatHappensToARowIsToldAndNothingIsLeftOfIt() throws Exception {
        start(EARLY, null);
        propose("a-1", "2026-03-02T20:00:00Z");
        passTo("2026-03-03T07:00:00Z");
        change("a-1", "accepted", "2026-03-03T09:00:00Z");

        assertThat(flink().extractOutputValues())
                .extracting(said -> tree(said).path("type").asText())
                .containsExactly("advisor_list.published", "advisor_list.row_closed");
        assertThat(events()).containsExactly("call.planned a-1 1", "call.planned a-1 0");
    }

    private void start(String offices, @Nullable OperatorSubtaskState state) throws Exception {
        Offices read = requireNonNull(
                OfficesReader.read(new Source("offices.yaml", offices)).offices());
        flink = new KeyedOneInputStreamOperatorTestHarness<>(
                new ListOperator(new ListFunction(read, MINUTE, false)), Note::advisor, Types.STRING);
        flink.setup(
                HandType.OUTGOING.createSerializer(flink.getExecutionConfig().getSerializerConfig()));
        if (state != null) {
            flink.initializeState(state);
        }
        flink.open();
    }

    private void restart(String offices) throws Exception {
        OperatorSubtaskState state = flink().snapshot(1, 1);
        flink().close();
        start(offices, state);
    }

    private void propose(String id, String decidedAt) throws Exception {
        String event = """
                {"type":"action.requested","subject":"c-%1$s","expirytime":"2026-03-20T00:00:00Z","data":{"action_id":"%1$s",\
                "action":"talk","trigger":"t","bundle":"1","purpose":"advice","payload":{},"evidence":[],"score":{}}}""".formatted(id);
        flink().processElement(new StreamRecord<>(new Proposed(new Proposal(
                id, "c-" + id, "anna", "talk", 1, millis(decidedAt), millis("2026-03-20T00:00:00Z"), event))));
    }

    private void change(String id, String reason, String time) throws Exception {
        flink().processElement(
                        new StreamRecord<>(new Changed("c-" + id, "anna", id, new Change(reason, null, millis(time)))));
    }

    private void passTo(String time) throws Exception {
        flink().processWatermark(new Watermark(millis(time)));
    }

    /** The lists so far, since they were last looked at: day and actions by rank. */
    private List<String> lists() {
        List<String> lists = new ArrayList<>();
        for (Outgoing said : flink().extractOutputValues()) {
            JsonNode data = tree(said).path("data");
            lists.add(data.path("day").asText() + ": "
                    + String.join(" ", data.path("rows").findValuesAsText("action_id")));
        }
        flink().getOutput().clear();
        return lists;
    }

    private List<String> events() {
        return flink().getSideOutput(ListFunction.EVENTS).stream()
                .map(StreamRecord::getValue)
                .map(ListFunctionTest::tree)
                .map(event -> event.path("type").asText() + " "
                        + event.at("/data/action_id").asText() + " "
                        + event.at("/data/planned").asText()
                        + event.at("/data/reason").asText())
                .toList();
    }

    private static JsonNode tree(Outgoing said) {
        try {
            return JSON.readTree(said.value());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static long millis(String time) {
        return Instant.parse(time).toEpochMilli();
    }

    private KeyedOneInputStreamOperatorTestHarness<String, Note, Outgoing> flink() {
        return requireNonNull(flink);
    }
}
