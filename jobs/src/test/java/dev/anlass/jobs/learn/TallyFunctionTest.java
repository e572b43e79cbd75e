package dev.anlass.jobs.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple5;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The counting of the learning job over a restart. */
class TallyFunctionTest {

    private static final long HOUR = Tally.HOUR_MILLIS;

    private static LearningSettings settings(long window, long seed) {
        return new LearningSettings("rel", 24 * HOUR, window, Set.of("action.accepted"), 1, 1, seed);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Tuple5<String, String, Long, Boolean, Long>, byte[]>
            opened(LearningSettings settings, @Nullable OperatorSubtaskState state) throws Exception {
        var harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new TallyFunction(settings, HOUR)), trial -> "", Types.STRING);
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
        return harness;
    }

    private static OperatorSubtaskState counted() throws Exception {
        try (var before = opened(settings(HOUR, 1), null)) {
            before.processElement(Wire.of(new Trial("offer", "fan", 0, true, HOUR)), 0);
            before.processWatermark(HOUR);
            return before.snapshot(1, 1);
        }
    }

    @Test
    void itGoesOnWithWhatItHasCountedAlsoWithAnotherSeed() throws Exception {
        try (var after = opened(settings(HOUR, 2), counted())) {
            after.processWatermark(2 * HOUR);
            assertThat(after.extractOutputValues()).hasSize(1);
            assertThat(new String(after.extractOutputValues().get(0), StandardCharsets.UTF_8))
                    .contains("\"action\":\"offer\",\"type\":\"fan\"");
        }
    }

    @Test
    void itDoesNotMixWhatWasCountedInAnotherWay() throws Exception {
        OperatorSubtaskState state = counted();
        assertThatThrownBy(() -> opened(settings(2 * HOUR, 1), state))
                .hasStackTraceContaining("has counted with --segment rel --half-life 1d --window 1h --success accepted"
                        + " and cannot go on with --segment rel --half-life 1d --window 2h --success accepted:"
                        + " give the former options, or begin anew with --fresh");
    }
}
