package dev.anlass.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the engines are compared by is right for ours: it finds what the obvious search finds. */
final class SameMatchesTest {

    private static final long SEED = 20260302;

    @Test
    void theEngineFindsWhatTheObviousSearchFinds() {
        List<ShopEvent> events = ShopDays.twoOf(2_000, SEED);
        List<VisitRule> rules = VisitRule.first(200);
        AnlassInProcess engine = new AnlassInProcess(rules, events);
        engine.begin();
        engine.run();
        assertThat(engine.found()).isEqualTo(ObviousSearch.in(events, rules));
        assertThat(engine.found().matches()).isPositive();
    }
}
