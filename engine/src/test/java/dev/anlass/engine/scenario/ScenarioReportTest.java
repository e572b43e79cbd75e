package dev.anlass.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What an author reads, to the letter. */
class ScenarioReportTest {

    @Test
    void scenariosThatHappenAsExpected() {
        ScenarioReport report =
                new Shop().with("pickup", """
                          - scenario: walks in
                            events:
                              - {at: 0s, cart.product_added: {product_id: p1, price: 20}}
                              - {at: 1d2h, tick: {}}
                              - {at: 1h30m, shop.entered: {shop_id: s1}}
                            expect:
                              - {at: 1h30m, action: pickup-offer, trigger: pickup, channel: push, text: Pick up p1.,
                                 payload: {product_id: p1, price: 20, percent: 10, nowhere: null}}
                          - scenario: another market
                            customer: {market: DE}
                            events:
                              - {at: 0s, cart.product_added: {product_id: p1, price: 20}}
                              - {at: 1h30m, shop.entered: {shop_id: s1}}
                            expect:
                              - {at: 1h30m, refused: pickup, reason: not_eligible}
                        """).with("reminder", """
                          - scenario: nothing permitted
                            consent: []
                            events:
                              - {at: 0s, cart.product_added: {product_id: p1, price: 120}}
                            expect: nothing
                          - scenario: forgotten
                            events:
                              - {at: 0s, cart.product_added: {product_id: p1, price: 120}}
                            expect:
                              - {at: 2h, action: basket-reminder}
                        """).played();

        assertThat(report.render()).isEqualTo("""
                        triggers/pickup.test.yaml
                          ok  walks in
                          ok  another market

                        triggers/reminder.test.yaml
                          ok  nothing permitted
                          ok  forgotten

                        4 scenarios, all as expected
                        """);
        assertThat(report.isGood()).isTrue();
    }

    @Test
    void whatWasExpectedStandsBesideWhatHappened() {
        ScenarioReport report = new Shop().with("pickup", """
                          - scenario: the wrong product, and nothing bought
                            events:
                              - {at: 0s, cart.product_added: {product_id: p1, price: 20}}
                              - {at: 1h, shop.entered: {shop_id: s1}}
                              - {at: 70m, cart.product_added: {product_id: p2, price: 120}}
                              - {at: 80m, shop.entered: {shop_id: s1}}
                            expect:
                              - {at: 1h, action: pickup-offer, text: "Pick up p3.", payload: {product_id: p3}}
                              - {at: 80m, refused: pickup, reason: cooldown}
                              - {at: 2h, revoked: pickup, reason: overtaken}
                          - scenario: not so silent
                            events:
                              - {at: 0s, cart.product_added: {product_id: p1, price: 20}}
                              - {at: 30m, shop.entered: {shop_id: s1}}
                            expect: nothing
                        """).played();

        assertThat(report.render()).isEqualTo("""
                        triggers/pickup.test.yaml
                          NO  the wrong product, and nothing bought (line 5)
                                expected                                               | happened
                              ! 1h action pickup-offer {product_id: p3} "Pick up p3."  | 1h action pickup-offer by pickup {product_id: p1, price: 20.0, percent: 10} "Pick up p1."
                              = 1h20m refused pickup, cooldown                         | 1h20m refused pickup, cooldown
                              ! 2h revoked pickup, overtaken                           | nothing
                              ! nothing                                                | 3h10m action basket-reminder by reminder {product_id: p2}
                          NO  not so silent (line 15)
                                expected  | happened
                              ! nothing   | 30m action pickup-offer by pickup {product_id: p1, price: 20.0, percent: 10}

                        2 scenarios, 2 not as expected
                        """);
        assertThat(report.isGood()).isFalse();
    }

    @Test
    void mistakesAreShownWhereTheyAre() throws IOException {
        String mistakes = new Shop()
                .withFile("pickup", """
                        customer: {id: c1, markt: CH}
                        consent: [{purpose: offers, chanels: [push], data: [behaviour]}]
                        scenarios:
                          - scenario: no start
                            expect: nothing
                          - scenario: wrong events
                            start: 2026-03-02
                            events:
                              - {at: 0s, cart.product_add: {product_id: p1}}
                              - {at: 1w, cart.product_added: {product_id: p1}}
                              - {at: 0s, cart.product_added: {product_id: p1, prize: 3, price: dear}}
                              - {cart.product_added: {product_id: p1}}
                              - {at: 0s, cart.product_added: p1}
                            expect: nothing
                          - scenario: wrong expectations
                            start: 2026-03-02
                            events: []
                            expect:
                              - {at: 1h, action: pick-up-offer}
                              - {at: 1h, refused: pikup, because: cooldown}
                              - {at: 1h, reason: cooldown}
                              - {action: pickup-offer, payload: 3}
                          - scenario: silence
                            start: 2026-03-02
                            expect: silence
                        """)
                .suite()
                .problems()
                .withMissingScenariosAsErrors()
                .render();

        assertThat(mistakes).isEqualTo(golden("mistakes.txt", mistakes));
    }

    /** Written anew with {@code -Dgolden.write=true}. */
    private static String golden(String name, String actual) throws IOException {
        Path file = Path.of("src/test/resources/scenario", name);
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual);
        }
        return Files.readString(file);
    }
}
