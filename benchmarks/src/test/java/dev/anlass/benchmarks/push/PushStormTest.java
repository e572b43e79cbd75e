package dev.anlass.benchmarks.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A small storm: whatever goes wrong, each action is delivered or accounted for, and nothing is repeated needlessly. */
class PushStormTest {

    private static final long SEED = 3;
    private static final int PROVIDERS = 4;

    @Test
    void eachActionIsDeliveredOrAccountedFor() throws Exception {
        int kills = 2;
        Map<String, Object> figures = new StormRun(new StormPlan(SEED, 300, 1_500, 150), kills).figures();

        assertThat(figures)
                .as("seed %d: %s", SEED, figures)
                .containsEntry("actions", 1_500)
                .containsEntry("told_neither", 0)
                .containsEntry("told_both", 0)
                .containsEntry("told_delivered_and_never_arrived", 0L)
                .containsEntry("arrived_again_under_another_collapse_key", 0L);
        assertThat((long) figures.get("arrived_again_after_a_kill"))
                .isLessThanOrEqualTo((long) kills * StormRun.IN_FLIGHT * StormRun.SUBTASKS * PROVIDERS);
    }
}
