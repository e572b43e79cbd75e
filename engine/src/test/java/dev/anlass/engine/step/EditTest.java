package dev.anlass.engine.step;

import org.junit.jupiter.api.Test;

/** Another bundle begins to decide while chains are open. */
class EditTest {

    private static final String ADDED = "{\"product\":\"a\",\"price\":1}";
    private static final String TWO_STEPS = """
            when:
              - {step: look, event: viewed}
              - {step: cart, event: added, within: 1h}
            action: {name: offer}
            """;

    private static Story looked() {
        return Story.when("t", TWO_STEPS).permitted().at("0m", "viewed", "{\"product\":\"a\"}");
    }

    private static Story after(Story story, String trigger) {
        return story.edited("10m").file("triggers/t4.yaml", Story.head("t") + trigger);
    }

    @Test
    void anUnchangedChainLivesOnAndMeetsTheChangedLaterStep() {
        after(looked(), TWO_STEPS.replace("within: 1h", "within: 2h"))
                .at("90m", "added", ADDED)
                .tells("1h30m request t {}");
    }

    @Test
    void aChainThatNothingCouldHaveExtendedAnyMoreIsGone() {
        var story = Story.when("t", TWO_STEPS.replace("within: 1h", "within: 5m"))
                .permitted()
                .at("0m", "viewed", "{\"product\":\"a\"}");
        after(story, TWO_STEPS.replace("within: 1h", "within: 2h"))
                .at("90m", "added", ADDED)
                .tells();
    }

    @Test
    void aChainOfAChangedStepEnds() {
        after(looked(), TWO_STEPS.replace("event: viewed", "event: viewed, where: event.product != \"\""))
                .at("20m", "added", ADDED)
                .tells();
    }

    @Test
    void aWaitIsDueNotBeforeTheSwitch() {
        String waiting = "when: [{step: look, event: viewed}]\nwait: 1h\naction: {name: offer}\n";
        var story = Story.when("t", waiting).permitted().at("0m", "viewed", "{\"product\":\"a\"}");
        after(story, waiting.replace("wait: 1h", "wait: 5m")).tells("10m request t {}");
    }

    @Test
    void aTriggerThatNeedsMoreKeepsWhatWasPermittedAllAlong() {
        after(looked(), TWO_STEPS + "given: customer.market != \"DE\"\n")
                .at("20m", "added", ADDED)
                .tells("20m refuse t not_eligible");
    }

    @Test
    void aTriggerThatNeedsMoreLosesWhatWasNotPermitted() {
        var story = Story.when("t", TWO_STEPS)
                .consent("-1h", "given", "\"behaviour\"")
                .at("0m", "viewed", "{\"product\":\"a\"}")
                .consent("5m", "given", "\"behaviour\",\"location\",\"profile\"");
        after(story, TWO_STEPS + "given: customer.age > 17\n")
                .at("20m", "added", ADDED)
                .tells();
    }

    @Test
    void anEventIsReadByTheBundleOfItsTime() {
        var story = Story.when("t", "when: [{step: cart, event: added}]\naction: {name: offer}\n")
                .permitted()
                .at("5m", "viewed", "{\"product\":\"a\"}")
                .at("3m", "added", ADDED);
        after(story, TWO_STEPS).tells("3m request t {}");
    }
}
