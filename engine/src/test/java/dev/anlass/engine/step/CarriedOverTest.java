package dev.anlass.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.match.CarriedOver;
import dev.anlass.engine.match.CarriedOver.Open;
import dev.anlass.engine.match.MatchProgram;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said beforehand of open chains and metrics is what becomes of them. */
class CarriedOverTest {

    private static final String ADDED = "{\"product\":\"a\",\"price\":1}";
    private static final String TWO_STEPS = """
            when:
              - {step: look, event: viewed}
              - {step: cart, event: added, within: 1h}
            action: {name: offer}
            """;
    private static final String WAITING = "when: [{step: look, event: viewed}]\nwait: 1h\naction: {name: offer}\n";
    private static final String METRIC =
            "{metric: spent, event: bought, purpose: offers, value: event.total, aggregate: sum, over: 30d, bucket: 1d}";

    private static List<Arguments> edits() {
        return List.of(
                Arguments.of("name: offer", "name: other", new Open(1, 1, false)),
                Arguments.of("within: 1h", "within: 2h", new Open(1, 1, false)),
                Arguments.of("action:", "given: customer.market != \"DE\"\naction:", new Open(1, 1, true)),
                Arguments.of("event: viewed", "event: viewed, where: event.product != \"\"", new Open(1, 0, false)),
                Arguments.of("step: look", "step: seen", new Open(1, 0, false)),
                Arguments.of(
                        "viewed}\n", "viewed}\n  - {step: visit, event: visited, within: 1h}\n", new Open(1, 1, true)),
                Arguments.of("  - {step: cart, event: added, within: 1h}\n", "", new Open(1, 0, false)));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void whatIsKeptOfAChainCompletesLaterAndTheRestDoesNot(String piece, String by, Open expected) {
        Story story = looked(TWO_STEPS);
        edit(story, TWO_STEPS.replace(piece, by));

        assertThat(carriedOver(story).open()).isEqualTo(Map.of("t", expected));
        story.at("15m", "visited", "{\"shop\":\"s\"}");
        boolean completed = !story.at("20m", "added", ADDED).told().isEmpty();
        assertThat(completed).isEqualTo(expected.kept() == 1);
    }

    @Test
    void aWaitIsKeptIfItStillWaitsOrGoesOn() {
        assertThat(waiting(WAITING.replace("1h", "2h"))).isEqualTo(new Open(1, 1, false));
        assertThat(waiting(TWO_STEPS)).isEqualTo(new Open(1, 1, false));
        assertThat(waiting(WAITING.replace("wait: 1h\n", ""))).isEqualTo(new Open(1, 0, false));
    }

    @Test
    void ofATriggerThatIsGoneNothingIsKept() {
        Story story = looked(TWO_STEPS);
        story.edited("10m").file("triggers/t4.yaml", Story.head("other") + TWO_STEPS);

        assertThat(carriedOver(story).open()).isEqualTo(Map.of("t", new Open(1, 0, false)));
    }

    @Test
    void ofATriggerThatIsCompleteAtOnceNothingIsOpen() {
        String once = "when: [{step: look, event: viewed}]\naction: {name: offer}\n";
        Story gone = looked(once);
        gone.edited("10m").file("triggers/t4.yaml", Story.head("other") + once);
        Story changed = looked(once);
        edit(changed, once.replace("viewed", "added"));

        assertThat(carriedOver(gone).open().get("t").isAllKept()).isTrue();
        assertThat(carriedOver(changed).open().get("t").isAllKept()).isTrue();
    }

    @Test
    void aMetricThatIsMeasuredOtherwiseBeginsAnew() {
        Story same = looked(TWO_STEPS).file("metrics/spent.yaml", METRIC);
        same.edited("10m").file("metrics/spent.yaml", METRIC.replace("spent,", "spent, description: All of it.,"));
        Story other = looked(TWO_STEPS).file("metrics/spent.yaml", METRIC);
        other.edited("10m").file("metrics/spent.yaml", METRIC.replace("30d", "60d"));

        assertThat(carriedOver(same).metricsBegunAnew()).isEmpty();
        assertThat(carriedOver(other).metricsBegunAnew()).containsExactly("spent");
    }

    private static Open waiting(String edited) {
        Story story = looked(WAITING);
        edit(story, edited);
        return carriedOver(story).open().get("t");
    }

    private static Story looked(String trigger) {
        return Story.when("t", trigger).permitted().at("0m", "viewed", "{\"product\":\"a\"}");
    }

    private static void edit(Story story, String trigger) {
        story.edited("10m").file("triggers/t4.yaml", Story.head("t") + trigger);
    }

    private static CarriedOver carriedOver(Story story) {
        List<MatchProgram> programs = story.program().timetable().programs();
        return CarriedOver.of(programs.get(0), programs.get(1));
    }
}
