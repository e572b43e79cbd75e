package dev.anlass.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.step.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ScenarioRunnerTest {

    private static final String WALKS_IN = """
              - scenario: walks in
                events:
                  - {at: 0s, cart.product_added: {product_id: p1, price: 20}}
                  - {at: 30s, shop.entered: {shop_id: s1}}
                expect:
                  - {at: 30s, action: pickup-offer}
            """;

    @Test
    void aScenarioIsPlayedAsWrittenDoubledAndInOtherOrders() {
        List<Script> scripts = new ArrayList<>();
        new Shop().with("pickup", WALKS_IN).playedOn(script -> {
            scripts.add(script);
            return Stage.inMemory().play(script);
        });

        List<Decoded> written = scripts.get(0).arrivals();
        assertThat(scripts.get(1).arrivals())
                .containsExactly(
                        written.get(0),
                        written.get(0),
                        written.get(1),
                        written.get(1),
                        written.get(2),
                        written.get(2),
                        written.get(3),
                        written.get(3));
        assertThat(scripts.subList(2, scripts.size()))
                .extracting(Script::arrivals)
                .allSatisfy(arrivals -> assertThat(arrivals).containsExactlyInAnyOrderElementsOf(written))
                .anySatisfy(arrivals -> assertThat(arrivals)
                        .containsExactly(written.get(0), written.get(1), written.get(3), written.get(2)));
    }

    @Test
    void itIsToldIfDoubledEventsGiveSomethingElse() {
        ScenarioReport report = new Shop()
                .with("pickup", WALKS_IN)
                .playedOn(silentIf(script -> script.arrivals().size() > 4));

        assertThat(report.isGood()).isFalse();
        assertThat(report.render()).contains("! with every event doubled something else happens\n");
    }

    @Test
    void itIsToldIfAnotherOrderGivesOtherMatches() {
        ScenarioReport report = new Shop().with("pickup", WALKS_IN).playedOn(silentIf(script -> !isInOrder(script)));

        assertThat(report.isGood()).isFalse();
        assertThat(report.render())
                .containsPattern("! in another order of the events \\(\\d\\) the match of pickup at 30s is missing\n")
                .doesNotContain("doubled");
    }

    @Test
    void aWithdrawalStaysWhereItIs() {
        ScenarioReport report = new Shop().with("pickup", """
                          - scenario: withdrawn after the offer
                            events:
                              - {at: 0s, cart.product_added: {product_id: p1, price: 20}}
                              - {at: 30s, shop.entered: {shop_id: s1}}
                              - {at: 40s, consent.changed: {record_id: r2, purpose: offers, status: withdrawn}}
                              - {at: 50s, cart.product_added: {product_id: p2, price: 20}}
                              - {at: 60s, shop.entered: {shop_id: s1}}
                            expect:
                              - {at: 30s, action: pickup-offer}
                              - {at: 40s, revoked: pickup, reason: consent_withdrawn}
                        """).played();

        assertThat(report.isGood()).as(report.render()).isTrue();
    }

    @Test
    void anEventIsNotDelayedBeyondTheEndOfAPermission() {
        ScenarioReport report = new Shop().with("pickup", """
                          - scenario: used before the permission ends
                            consent: [{purpose: offers, channels: [push], data: [behaviour, location, profile],
                                       expires_at: "2026-03-02T10:00:20Z"}]
                            events:
                              - {at: 0s, cart.product_added: {product_id: p1, price: 20}}
                              - {at: 10s, shop.entered: {shop_id: s1}}
                              - {at: 30s, cart.product_added: {product_id: p2, price: 20}}
                              - {at: 40s, shop.entered: {shop_id: s1}}
                            expect:
                              - {at: 10s, action: pickup-offer}
                              - {at: 20s, revoked: pickup, reason: no_consent}
                        """).played();

        assertThat(report.render()).doesNotContain("in another order");
    }

    @Test
    void eventsMayArriveOutOfOrderAndTooLate() {
        ScenarioReport report = new Shop().with("pickup", """
                          - scenario: bought ten seconds before the visit, heard of after it
                            events:
                              - {at: 0s, cart.product_added: {product_id: p1, price: 20}}
                              - {at: 10m, shop.entered: {shop_id: s1}}
                              - {at: 9m50s, order.completed: {product_ids: [p1]}}
                              - {at: 1m, cart.product_added: {product_id: p2, price: 20}}
                            expect:
                              - {at: 10m, action: pickup-offer}
                              - {at: 10m, vanished: pickup}
                        """).played();

        assertThat(report.isGood()).as(report.render()).isTrue();
    }

    @Test
    void timePassesToTheLastExpectedMomentAndUntilAllWaitsAreDone() {
        ScenarioReport report = new Shop().with("reminder", """
                          - scenario: forgotten
                            events:
                              - {at: 0s, cart.product_added: {product_id: p1, price: 120}}
                            expect: nothing
                        """).played();

        assertThat(report.render()).contains("2h action basket-reminder");
    }

    @Test
    void scenariosOfDraftsAreNotPlayed() {
        ScenarioReport report = new Shop()
                .withDraftReminder()
                .with("reminder", "  - {scenario: later, expect: [{at: 2h, action: basket-reminder}]}\n")
                .played();

        assertThat(report.render()).isEqualTo("0 scenarios, all as expected\n");
    }

    private static Stage silentIf(Predicate<Script> silences) {
        return script ->
                silences.test(script) ? List.<Effect>of() : Stage.inMemory().play(script);
    }

    private static boolean isInOrder(Script script) {
        long newest = Long.MIN_VALUE;
        for (Decoded arrival : script.arrivals()) {
            long time = ((Decoded.Accepted) arrival).event().time();
            if (time < newest) {
                return false;
            }
            newest = time;
        }
        return true;
    }

    @Test
    void editsAreBundlesInForceFromTheirTimeOn() {
        ScenarioReport report = new Shop().with("pickup", """
              - scenario: the trigger is gone before anybody walks in
                edits:
                  - at: 10s
                    files:
                      triggers/pickup.yaml: ~
                events:
                  - {at: 0s, cart.product_added: {product_id: p1, price: 20}}
                  - {at: 30s, shop.entered: {shop_id: s1}}
                expect: nothing
            """).played();

        assertThat(report.isGood()).as(report.render()).isTrue();
    }

    @Test
    void editsAreListedByTheirTimes() {
        ScenarioSuite suite = new Shop().with("pickup", """
              - scenario: walks in
                edits:
                  - {at: 10s, files: {triggers/pickup.yaml: ~}}
                  - {at: 5s, files: {}}
                events: []
                expect: nothing
            """).suite();

        assertThat(suite.problems().render())
                .contains("this edit is not later than the one before it")
                .contains("list them by their times");
    }

    @Test
    void aMistakeInAnEditIsToldWithItsPlaceAndAWayOut() {
        ScenarioSuite suite = new Shop().with("pickup", """
              - scenario: walks in
                edits:
                  - at: 10s
                    files:
                      triggers/pickup.yaml: |
                        trigger: pickup
                        purpos: offers
                events: []
                expect: nothing
            """).suite();

        assertThat(suite.problems().render())
                .contains("after this edit triggers/pickup.yaml:2 is wrong: a trigger has no key \"purpos\"")
                .contains("did you mean \"purpose\"?");
    }

    @Test
    void aWordThatLooksLikeOneOfTheRulesIsWarnedOf() {
        ScenarioSuite suite = new Shop().with("pickup", """
              - scenario: walks in
                consent: [{purpose: offerz, channels: [pushh, mail], data: [behavior]}]
                events: []
                expect: [{at: 0s, refused: pickup, reason: no_consnt}]
            """).suite();

        assertThat(suite.problems().render())
                .contains("no rule knows the purpose \"offerz\"")
                .contains("no rule knows the channel \"pushh\"")
                .contains("no rule knows the data category \"behavior\"")
                .contains("nothing is refused for the reason \"no_consnt\"")
                .contains("did you mean \"no_consent\"?")
                .endsWith("4 warnings\n");
    }
}
