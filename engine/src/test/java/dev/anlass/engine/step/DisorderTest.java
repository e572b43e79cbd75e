package dev.anlass.engine.step;

import org.junit.jupiter.api.Test;

/** What happens when events arrive out of order, twice or too late. */
class DisorderTest {

    private static final String ADDED = "{\"product\":\"a\",\"price\":1}";
    private static final String CART_THEN_VISIT = """
            when:
              - {step: cart, event: added}
              - {step: visit, event: visited, within: 24h}
            unless:
              - {event: bought}
            action: {name: offer, payload: {product: "${cart.product}"}}
            """;

    @Test
    void aLateFoundMatchIsDecidedAtTheCustomersClock() {
        Story.when("t", CART_THEN_VISIT)
                .permitted()
                .at("10m", "visited", "{\"shop\":\"s\"}")
                .at("9m30s", "added", ADDED)
                .tells("10m request t {product=a}");
    }

    @Test
    void aMatchThatVanishesIsRevokedAndDoesNotGoOutAgain() {
        Story.when("t", CART_THEN_VISIT)
                .permitted()
                .at("0m", "added", ADDED)
                .at("10m", "visited", "{\"shop\":\"s\"}")
                .at("9m30s", "bought", "{\"products\":[]}")
                .at("9m40s", "added", ADDED)
                .tells("10m request t {product=a}", "10m revoke t vanished", "10m refuse t revoked");
    }

    @Test
    void anEventAsOldAsTheLatenessIsAcceptedAnOlderOneIsNot() {
        Story.when("t", CART_THEN_VISIT)
                .permitted()
                .at("10m", "visited", "{\"shop\":\"s\"}")
                .at("8m59.999s", "added", ADDED)
                .at("9m", "added", ADDED)
                .tells("reject late", "10m request t {product=a}");
    }

    @Test
    void theSameEventTwiceIsOneEvent() {
        Story.when("t", CART_THEN_VISIT)
                .permitted()
                .at("0m", "added", ADDED)
                .event("twice", "10m", "visited", "{\"shop\":\"s\"}")
                .at("10m1s", "added", ADDED)
                .event("twice", "10m", "visited", "{\"shop\":\"s\"}")
                .tells("10m request t {product=a}");
    }

    @Test
    void aWaitThatCameDueTooEarlyVanishesWithTheEventThatEndsIt() {
        Story.when("t", """
                        when: [{step: cart, event: added}]
                        wait: 1h
                        unless: [{event: bought}]
                        action: {name: offer}
                        """)
                .permitted()
                .at("0m", "added", ADDED)
                .tick("1h10s")
                .at("59m50s", "bought", "{\"products\":[]}")
                .tells("1h request t {}", "1h revoke t vanished");
    }

    @Test
    void whatLiesAfterALateFoundMatchOvertakesIt() {
        Story.when("t", """
                        when:
                          - {step: cart, event: added}
                          - {step: visit, event: visited, within: 24h}
                        until: [{event: bought}]
                        action: {name: offer}
                        """)
                .permitted()
                .at("10m", "visited", "{\"shop\":\"s\"}")
                .at("10m10s", "bought", "{\"products\":[]}")
                .at("9m30s", "added", ADDED)
                .tells("10m10s refuse t overtaken");
    }

    @Test
    void sameTimeCustomerEventsComeFirstThenSourceAndIdDecide() {
        Story.when("t", CART_THEN_VISIT)
                .permitted()
                .event("b", "10m", "visited", "{\"shop\":\"s\"}")
                .event("a", "10m", "added", ADDED)
                .tells("10m request t {product=a}");
    }
}
