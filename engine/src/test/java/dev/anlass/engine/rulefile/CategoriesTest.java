package dev.anlass.engine.rulefile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.rule.Trigger;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Law: no action without the permission in force; the needed categories are derived, not declared. */
class CategoriesTest {

    @Test
    void theEventsOfStepsCount() {
        assertThat(categories("")).containsExactly("behaviour");
    }

    @Test
    void attributesThatAreReadCount() {
        assertThat(categories("given: customer.tier == 'gold'")).containsExactly("behaviour", "loyalty");
        assertThat(categories("prefer: customer.birthdate")).containsExactly("behaviour", "profile");
    }

    @Test
    void theAgeIsReadFromTheBirthdate() {
        assertThat(categories("given: customer.age >= 18")).containsExactly("behaviour", "profile");
    }

    @Test
    void thePresenceOfAnAttributeIsRead() {
        assertThat(categories("given: has(customer.tier)")).containsExactly("behaviour", "loyalty");
    }

    @Test
    void theZoneInAnExpressionCounts() {
        assertThat(categories("given: local_hour(customer.zone) < 20")).containsExactly("behaviour", "profile");
    }

    @Test
    void aMetricBringsItsEventAndWhatItReads() {
        assertThat(categories("given: metric.spend > 3.0")).containsExactly("behaviour", "loyalty", "transactions");
    }

    @Test
    void aSegmentBringsItsMetrics() {
        assertThat(categories("given: segment.relationship == 'fan'"))
                .containsExactly("behaviour", "loyalty", "transactions");
    }

    @Test
    void textAndPayloadCount() {
        Trigger trigger = Given.loaded(rules().with(
                        "triggers/t.yaml",
                        Given.trigger().replace("name: act", "name: act\n  text: {en: \"Dear ${customer.tier}\"}")));
        assertThat(trigger.categories()).containsExactly("behaviour", "loyalty");
    }

    @Test
    void unlessAndUntilOnlyPreventAndAddNone() {
        assertThat(categories("""
                        unless:
                          - event: order.completed
                            where: customer.tier == "gold"
                        until:
                          - event: review.written
                        """)).containsExactly("behaviour");
    }

    @Test
    void everythingThatIsReadIsKnownByRoot() {
        Trigger trigger = Given.loaded(rules().with("triggers/t.yaml", Given.trigger("""
                                unless:
                                  - event: order.completed
                                    where: cart.product_id in event.product_ids && event.total > 1.0
                                given: customer.age > 18 && cart.price > 2.0
                                """)));
        assertThat(trigger.reads().fieldsOf("cart")).containsExactly("price", "product_id");
        assertThat(trigger.reads().fieldsOf("event")).containsExactly("product_ids", "total");
        assertThat(trigger.reads().fieldsOf("customer")).containsExactly("age");
        assertThat(trigger.unless().get(0).lastStep()).isZero();
    }

    private static Set<String> categories(String keys) {
        return Given.loaded(rules().with("triggers/t.yaml", Given.trigger(keys)))
                .categories();
    }

    private static RuleFiles rules() {
        return Given.rules().with("metrics/spend.yaml", Given.METRIC).with("segments/relationship.yaml", Given.SEGMENT);
    }
}
