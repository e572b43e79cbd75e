package dev.anlass.engine.step;

import org.junit.jupiter.api.Test;

/** Which moments are complete: steps, windows, keep, unless, prefer, wait, count. */
class MatchingTest {

    private static final String CART_THEN_VISIT = """
            when:
              - {step: cart, event: added, keep: each event.product}
              - {step: visit, event: visited, within: 24h}
            prefer: cart.price
            action:
              name: offer
              payload: {product: "${cart.product}", others: "${alternatives}"}
            """;

    @Test
    void everyKeyThatCompletesIsOneMomentAndTheDearestIsOffered() {
        Story.when("t", CART_THEN_VISIT)
                .permitted()
                .at("0m", "added", "{\"product\":\"a\",\"price\":20}")
                .at("1m", "added", "{\"product\":\"b\",\"price\":35.5}")
                .at("2m", "visited", "{\"shop\":\"s\"}")
                .at("3m", "visited", "{\"shop\":\"s\"}")
                .tells("2m request t {product=b, others=1}");
    }

    @Test
    void theLastInstantOfAWindowIsInIt() {
        Story.when("t", CART_THEN_VISIT)
                .permitted()
                .at("0m", "added", "{\"product\":\"a\",\"price\":1}")
                .at("24h", "visited", "{\"shop\":\"s\"}")
                .tells("24h request t {product=a, others=0}");
        Story.when("t", CART_THEN_VISIT)
                .permitted()
                .at("0m", "added", "{\"product\":\"a\",\"price\":1}")
                .at("24h0.001s", "visited", "{\"shop\":\"s\"}")
                .tells();
    }

    @Test
    void keepLastBindsAnewAndAWaitStartsAnew() {
        Story.when("t", WAITING)
                .permitted()
                .at("0m", "added", "{\"product\":\"a\",\"price\":1}")
                .at("30m", "added", "{\"product\":\"b\",\"price\":1}")
                .tells("1h30m request t {product=b}");
    }

    private static final String WAITING = """
            when:
              - {step: cart, event: added}
            wait: 1h
            unless:
              - {event: bought, where: cart.product in event.products}
            action: {name: offer, payload: {product: "${cart.product}"}}
            """;

    @Test
    void anUnlessAtTheDueInstantStillEndsTheWait() {
        Story.when("t", WAITING)
                .permitted()
                .at("0m", "added", "{\"product\":\"a\",\"price\":1}")
                .at("1h", "bought", "{\"products\":[\"a\"]}")
                .tells();
        Story.when("t", WAITING)
                .permitted()
                .at("0m", "added", "{\"product\":\"a\",\"price\":1}")
                .at("1h", "bought", "{\"products\":[\"b\"]}")
                .at("1h0.001s", "bought", "{\"products\":[\"a\"]}")
                .tells("1h request t {product=a}");
    }

    @Test
    void keepFirstLeavesTheOpenOne() {
        Story.when("t", WAITING.replace("event: added}", "event: added, keep: first}"))
                .permitted()
                .at("0m", "added", "{\"product\":\"a\",\"price\":1}")
                .at("30m", "added", "{\"product\":\"b\",\"price\":1}")
                .tells("1h request t {product=a}");
    }

    @Test
    void oneEventNeverFillsTwoStepsOfOneChain() {
        Story.when("t", """
                        when:
                          - {step: one, event: viewed}
                          - {step: two, event: viewed, within: 1h}
                        action: {name: offer, payload: {first: "${one.product}", second: "${two.product}"}}
                        """)
                .permitted()
                .at("0m", "viewed", "{\"product\":\"a\"}")
                .at("1m", "viewed", "{\"product\":\"b\"}")
                .at("2m", "viewed", "{\"product\":\"c\"}")
                .tells("1m request t {first=a, second=b}", "2m request t {first=b, second=c}");
    }

    @Test
    void aCountIsFulfilledByTheLastOfItsEventsWithinTheWindow() {
        Story.when("t", """
                        when:
                          - {step: interest, event: viewed, keep: each event.product, count: 3, over: 10m}
                        action: {name: offer, payload: {product: "${interest.product}"}}
                        """)
                .permitted()
                .at("0m", "viewed", "{\"product\":\"a\"}")
                .at("5m", "viewed", "{\"product\":\"a\"}")
                .at("6m", "viewed", "{\"product\":\"b\"}")
                .at("11m", "viewed", "{\"product\":\"a\"}")
                .at("15m", "viewed", "{\"product\":\"a\"}")
                .at("16m", "viewed", "{\"product\":\"a\"}")
                .tells("15m request t {product=a}");
    }

    @Test
    void theKeyWithTheOldestFirstEventGivesWay() {
        Story.when("t", CART_THEN_VISIT.replace("each event.product}", "each event.product, at_most: 2}"))
                .permitted()
                .at("0m", "added", "{\"product\":\"a\",\"price\":90}")
                .at("1m", "added", "{\"product\":\"b\",\"price\":2}")
                .at("2m", "added", "{\"product\":\"c\",\"price\":1}")
                .at("3m", "visited", "{\"shop\":\"s\"}")
                .tells("3m request t {product=b, others=1}");
    }
}
