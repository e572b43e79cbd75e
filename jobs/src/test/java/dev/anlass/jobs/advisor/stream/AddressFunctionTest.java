package dev.anlass.jobs.advisor.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.jobs.advisor.Change;
import dev.anlass.jobs.advisor.Proposal;
import dev.anlass.jobs.advisor.stream.Note.Changed;
import dev.anlass.jobs.advisor.stream.Note.Erased;
import dev.anlass.jobs.advisor.stream.Note.Proposed;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to an action finds the book in which it stands. */
class AddressFunctionTest {

    private static final long THREE_DAYS = 3 * 86_400_000L;
    private static final Proposal PROPOSAL = new Proposal("a-1", "c1", "anna", "loan", 1, 1_000, 9_000, "{}");

    private KeyedTwoInputStreamOperatorTestHarness<String, Note, Note, Note> flink;

    @BeforeEach
    void open() throws Exception {
        flink = new KeyedTwoInputStreamOperatorTestHarness<>(
                new AddressOperator(), Note::customer, Note::customer, Types.STRING);
        flink.setup(
                NoteSerializer.TYPE.createSerializer(flink.getExecutionConfig().getSerializerConfig()));
        flink.open();
    }

    @AfterEach
    void nothingIsLeftWhenTheActionHasExpired() throws Exception {
        passTo(9_001 + THREE_DAYS);
        assertThat(flink.numKeyedStateEntries()).isZero();
        assertThat(flink.numEventTimeTimers()).isZero();
        flink.close();
    }

    @Test
    void feedbackWaitsUntilTimeHasPassedItAndIsAddressedThen() throws Exception {
        flink.processElement2(feedback(2_000), 0);
        flink.processElement1(new Proposed(PROPOSAL), 0);
        passTo(1_999);
        assertThat(flink.extractOutputValues()).containsExactly(new Proposed(PROPOSAL));

        passTo(2_000);

        assertThat(flink.extractOutputValues())
                .containsExactly(new Proposed(PROPOSAL), feedback(2_000).to("anna"));
    }

    @Test
    void aRevocationIsPassedOnAtOnce() throws Exception {
        Changed revoked = new Changed("c1", "", "a-1", new Change("overtaken", null, 2_000));
        flink.processElement1(new Proposed(PROPOSAL), 0);
        flink.processElement1(revoked, 0);

        assertThat(flink.extractOutputValues()).containsExactly(new Proposed(PROPOSAL), revoked.to("anna"));
    }

    @Test
    void whatIsAboutAnotherActionIsForNobody() throws Exception {
        flink.processElement2(feedback(2_000), 0);
        passTo(3_000);

        assertThat(flink.extractOutputValues()).isEmpty();
    }

    @Test
    void theExpiryIsToldAndAnAnswerAfterItStillCounts() throws Exception {
        flink.processElement1(new Proposed(PROPOSAL), 0);
        flink.processElement2(feedback(9_500), 0);
        passTo(9_600);

        assertThat(flink.extractOutputValues())
                .containsExactly(
                        new Proposed(PROPOSAL),
                        new Changed("", "anna", "a-1", new Change(Change.EXPIRED, null, 9_001)),
                        feedback(9_500).to("anna"));
    }

    @Test
    void whatComesDaysAfterTheExpiryIsForNobody() throws Exception {
        flink.processElement1(new Proposed(PROPOSAL), 0);
        passTo(9_001 + THREE_DAYS);
        flink.processElement2(feedback(9_002 + THREE_DAYS), 0);
        passTo(9_002 + THREE_DAYS);

        assertThat(flink.extractOutputValues()).hasSize(2);
    }

    @Test
    void anErasureThatComesLateIsOfThePresent() throws Exception {
        flink.processElement1(new Proposed(PROPOSAL), 0);
        passTo(5_000);
        flink.processElement2(new Erased("c1", 2_000), 0);

        assertThat(flink.extractOutputValues())
                .endsWith(new Changed("c1", "anna", "a-1", new Change(Change.ERASED, null, 5_000)));
    }

    @Test
    void anErasureTakesAllActionsBackAndIsTold() throws Exception {
        flink.processElement1(new Proposed(PROPOSAL), 0);
        flink.processElement2(feedback(3_000), 0);
        flink.processElement2(new Erased("c1", 2_000), 0);

        assertThat(flink.extractOutputValues())
                .containsExactly(
                        new Proposed(PROPOSAL), new Changed("c1", "anna", "a-1", new Change("erased", null, 2_000)));
        assertThat(flink.getSideOutput(AddressFunction.ERASED)).hasSize(1);
        assertThat(flink.numKeyedStateEntries()).isZero();
    }

    private static Changed feedback(long time) {
        return new Changed("c1", "", "a-1", new Change("accepted", null, time));
    }

    private void passTo(long time) throws Exception {
        flink.processWatermark1(new Watermark(time));
        flink.processWatermark2(new Watermark(time));
    }
}
