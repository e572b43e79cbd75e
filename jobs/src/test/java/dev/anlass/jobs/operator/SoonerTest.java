package dev.anlass.jobs.operator;

import static dev.anlass.jobs.operator.SwitchRules.both;
import static dev.anlass.jobs.operator.SwitchRules.everyEvening;
import static dev.anlass.jobs.operator.SwitchRules.seenNotOrdered;
import static dev.anlass.jobs.operator.SwitchRules.seenThenOrdered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.step.Program;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Customers are gone over for a bundle only if it can wake somebody sooner. */
class SoonerTest {

    private static final String BIG = "event.total >= 100.0";
    private static final RuleFiles CHAIN = seenThenOrdered("event.product_id != \"none\"", BIG);

    @Test
    void aShorterWaitComesSooner() {
        assertThat(isSooner(seenNotOrdered("2h"), seenNotOrdered("1h"))).isTrue();
        assertThat(isSooner(seenNotOrdered("1h"), seenNotOrdered("2h"))).isFalse();
    }

    @Test
    void aNewScheduleComesSooner() {
        assertThat(isSooner(CHAIN, both(CHAIN, everyEvening()))).isTrue();
        assertThat(isSooner(everyEvening(), both(CHAIN, everyEvening()))).isFalse();
    }

    @Test
    void aScheduleAtAnotherTimeComesSooner() {
        String path = "triggers/evening.yaml";
        RuleFiles earlier = everyEvening().with(path, everyEvening().text(path).replace("20:30", "20:15"));

        assertThat(isSooner(everyEvening(), earlier)).isTrue();
    }

    @Test
    void aScheduleInOtherZonesComesSooner() {
        RuleFiles zones = everyEvening().with("constants.yaml", "market_zones: {CH: Europe/Zurich}\n");

        assertThat(isSooner(everyEvening(), zones)).isTrue();
        assertThat(isSooner(CHAIN, CHAIN.with("constants.yaml", "market_zones: {CH: Europe/Zurich}\n")))
                .isFalse();
    }

    @Test
    void otherConditionsDoNotComeSooner() {
        assertThat(isSooner(CHAIN, seenThenOrdered("event.product_id != \"x\"", BIG)))
                .isFalse();
    }

    private static boolean isSooner(RuleFiles before, RuleFiles next) {
        PublishedBundle one = new PublishedBundle("one", 0, before);
        PublishedBundle two = new PublishedBundle("two", 100, next);
        return Sooner.by(Program.of(List.of(one.loaded(), two.loaded()), Settings.DEFAULT), 100);
    }
}
