package dev.anlass.engine.rulefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is found beyond syntax and types, and what is not. */
class FindingsTest {

    private static final String OFFER =
            Given.trigger().replace("name: act", "name: act\n  payload: {discount: 10, price: \"${cart.price}\"}");

    @Test
    void aForbidMayReadAConstantFieldOfEveryTrigger() {
        assertThat(policy("forbid: action.discount > 5")).isEmpty();
    }

    @Test
    void aForbidThatReadsAComputedFieldAsksForItFirst() {
        assertThat(policy("forbid: action.price > 5.0"))
                .containsExactly(
                        "policies/p.yaml:2:16: warning: the payload field \"price\" may be missing, and what is unknown is forbidden");
        assertThat(policy("forbid: has(action.price) && action.price > 5.0")).isEmpty();
        assertThat(policy("forbid: has(action.discount) && (action.price > 5.0 || action.price < 1.0)"))
                .isEmpty();
        assertThat(policy("forbid: has(action.price) || action.price > 5.0")).hasSize(1);
    }

    @Test
    void aPayloadFieldThatNoTriggerHasIsAWarning() {
        assertThat(policy("forbid: has(action.discont) && action.discont > 5"))
                .containsExactly(
                        "policies/p.yaml:2:20: warning: no trigger that the policy applies to has the payload field \"discont\"");
    }

    @Test
    void everythingMayBeForbidden() {
        assertThat(policy("applies: {channel: push}\nforbid: true")).isEmpty();
    }

    @Test
    void aPolicyForNoTriggerIsAWarning() {
        assertThat(policy("applies: {trigger: \"winter-*\"}\nweight: 2.0"))
                .containsExactly("policies/p.yaml:2:11: warning: the policy applies to no trigger");
    }

    @Test
    void typesOfAFieldThatDifferBetweenTriggersFitEverywhere() {
        RuleFiles files = Given.rules()
                .with("triggers/t.yaml", OFFER)
                .with(
                        "triggers/u.yaml",
                        OFFER.replace("trigger: t", "trigger: u").replace("discount: 10", "discount: much"))
                .with("policies/p.yaml", "policy: p\nforbid: has(action.discount) && action.discount == 'much'");
        assertThat(Given.problems(files)).isEmpty();
    }

    @Test
    void aBrokenEventTypeIsReportedOnceAndNotByItsReaders() {
        RuleFiles files = Given.rules()
                .with(
                        FileKind.EVENTS_FILE,
                        "events:\n  cart.product_added: {data: behaviour, fields: {price: duble}}\n")
                .with("triggers/t.yaml", Given.trigger("given: cart.nothing > 3"));
        assertThat(Given.problems(files))
                .containsExactly("catalogue/events.yaml:2:57: error: there is no type \"duble\"");
    }

    @Test
    void anUnreadableCatalogueIsReportedOnce() {
        RuleFiles files = Given.rules()
                .with(FileKind.EVENTS_FILE, "events: [")
                .with(FileKind.PURPOSES_FILE, "purposes: {{")
                .with("triggers/t.yaml", Given.trigger("given: cart.nothing > 3"));
        assertThat(Given.problems(files)).hasSize(2).allMatch(text -> text.contains("this is no YAML"));
    }

    @Test
    void aSegmentOrMetricOfAnotherPurposeCannotBeRead() {
        RuleFiles files = Given.rules()
                .with("metrics/spend.yaml", Given.METRIC)
                .with("segments/relationship.yaml", Given.SEGMENT)
                .with(
                        "triggers/t.yaml",
                        Given.trigger("given: metric.spend > 1.0 && segment.relationship == 'fan'")
                                .replace("purpose: offers", "purpose: research"));
        assertThat(Given.problems(files))
                .containsExactly(
                        "triggers/t.yaml:9:15: error: the metric \"spend\" belongs to the purpose \"offers\"",
                        "triggers/t.yaml:9:38: error: the segment \"relationship\" belongs to the purpose \"offers\"");
    }

    @Test
    void aPurposeThatIsLimitedNeverPermitsTheRest() {
        assertThat(trigger("given: customer.age > 18", "purpose: offers", "purpose: narrow"))
                .containsExactly(
                        "triggers/t.yaml:2:1: error: the purpose \"narrow\" never permits what the trigger reads: profile");
    }

    @Test
    void aFenceStepWithoutFencesNeverHappens() {
        assertThat(trigger("", "cart.product_added", "fence.entered"))
                .containsExactly("triggers/t.yaml:6:5: warning: the step can never follow: the rule set has no fences");
    }

    @Test
    void waitingLongerThanTheActionIsValidIsAWarning() {
        assertThat(trigger("wait: 5h", "", ""))
                .containsExactly("triggers/t.yaml:9:1: warning: the wait of 5h is longer than the action is valid: 4h");
        assertThat(trigger("wait: 4h", "", "")).isEmpty();
    }

    @Test
    void aMisspelledMandatoryKeyIsReportedOnce() {
        assertThat(trigger("", "purpose:", "purpse:"))
                .containsExactly("triggers/t.yaml:2:1: error: a trigger has no key \"purpse\"");
    }

    @Test
    void attributesAndMetricsHaveTheirTypes() {
        assertThat(trigger("given: customer.age == 'x'", "", "")).hasSize(1);
        assertThat(trigger("given: customer.zone == 'x' && customer.language != 'y'", "", ""))
                .isEmpty();
    }

    @Test
    void draftsAreCheckedAndNotLoaded() {
        RuleFiles files = Given.rules().with("triggers/t.yaml", Given.trigger("state: draft"));
        assertThat(Given.bundle(files).triggers()).isEmpty();
        assertThat(Rulebook.load(files, null).problems().all()).isEmpty();
        assertThat(trigger("state: draft\ngiven: nothing", "", "")).hasSize(1);
    }

    @Test
    void theNumberOfABundleIsMadeFromItsContent() {
        RuleFiles files = Given.rules().with("triggers/t.yaml", Given.trigger());
        assertThat(Given.bundle(files).number())
                .isEqualTo("local-" + files.sha256().substring(0, 8));
    }

    @Test
    void aMissingScenarioIsAnErrorWhereRulesGoToWork() {
        Problems problems = Rulebook.load(Given.rules().with("triggers/t.yaml", Given.trigger()), null)
                .problems();
        assertThat(problems.hasErrors()).isFalse();
        assertThat(problems.withMissingScenariosAsErrors().hasErrors()).isTrue();
    }

    @Test
    void eachKindOfScenarioIsAskedFor() {
        RuleFiles files = Given.rules()
                .with("triggers/t.yaml", Given.trigger())
                .with(
                        "triggers/t.test.yaml",
                        "scenarios:\n  - {scenario: a, expect: nothing}\n  - {scenario: b, expect: [{at: 0s, action: act}]}\n");
        assertThat(Rulebook.load(files, null).problems().all())
                .singleElement()
                .extracting(Problem::message)
                .isEqualTo("the trigger \"t\" has no scenario that is refused");
    }

    private static List<String> policy(String text) {
        return Given.problems(
                Given.rules().with("triggers/t.yaml", OFFER).with("policies/p.yaml", "policy: p\n" + text));
    }

    private static List<String> trigger(String key, String from, String to) {
        return Given.problems(
                Given.rules().with("triggers/t.yaml", Given.trigger(key).replace(from, to)));
    }
}
