package dev.anlass.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.decide.Brakes;
import dev.anlass.engine.decide.Stops;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What may go out: the gates in their order. */
class DecidingTest {

    private static final String AT_ONCE = "when: [{step: cart, event: added}]\naction: {name: offer}\n";

    private static String added(String price) {
        return "{\"product\":\"a\",\"price\":" + price + "}";
    }

    @Test
    void aContactExactlyAsOldAsTheCooldownNoLongerCounts() {
        Story.when("t", AT_ONCE + "cooldown: 1h\n")
                .permitted()
                .at("0m", "added", added("1"))
                .at("59m59.999s", "added", added("1"))
                .at("1h", "added", added("1"))
                .tells("0s request t {}", "59m59.999s refuse t cooldown", "1h request t {}");
    }

    @Test
    void aCapPoolsAllThatItAppliesTo() {
        Story.when("a", AT_ONCE)
                .trigger(Story.head("b") + AT_ONCE.replace("added", "viewed"))
                .file("policies/p.yaml", "policy: p\napplies: {channel: push}\ncap: {max: 2, per: 1h, then: drop}\n")
                .permitted()
                .at("0m", "added", added("1"))
                .at("1m", "viewed", "{\"product\":\"a\"}")
                .at("2m", "added", added("1"))
                .at("1h", "added", added("1"))
                .tells("0s request a {}", "1m request b {}", "2m refuse a cap:p", "1h request a {}");
    }

    @Test
    void aCapThatHoldsWaitsForRoom() {
        Story.when("t", AT_ONCE)
                .file("policies/p.yaml", "policy: p\napplies: {channel: push}\ncap: {max: 1, per: 1h, then: hold}\n")
                .permitted()
                .at("0m", "added", added("1"))
                .at("10m", "added", added("1"))
                .tells("0s request t {}", "1h request t {}");
    }

    @Test
    void unknownRefusesWhereALawForbids() {
        Story.when("t", AT_ONCE)
                .file("policies/p.yaml", "policy: p\nforbid: customer.market == \"DE\"\n")
                .permitted()
                .at("0m", "added", added("1"))
                .at("1m", "customer.updated", "{\"market\":\"DE\"}")
                .at("2m", "added", added("1"))
                .at("3m", "customer.updated", "{\"market\":\"CH\"}")
                .at("4m", "added", added("1"))
                .tells("0s refuse t forbidden:p", "2m refuse t forbidden:p", "4m request t {}");
    }

    @Test
    void whatIsQuietIsHeldUntilTheMorning() {
        Story.when("t", AT_ONCE.replace("{name: offer}", "{name: offer, expires: 1d}"))
                .file("policies/p.yaml", "policy: p\nquiet: {from: \"21:00\", to: \"08:00\", on: all, then: hold}\n")
                .permitted()
                .at("11h", "added", added("1"))
                .tells("22h request t {}");
    }

    @Test
    void ofTheCandidatesOfOneInstantTheBestWins() {
        var told = Story.when("a", AT_ONCE)
                .trigger(Story.head("b") + AT_ONCE.replace("{name: offer}", "{name: offer, value: cart.price}"))
                .channels("channels: {push: {expires: 4h}}")
                .permitted()
                .at("0m", "added", added("5"))
                .at("1m", "added", added("0.5"))
                .told();
        assertThat(told)
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("0s request b {}"),
                        line -> assertThat(line).startsWith("0s refuse a outranked:a-"),
                        line -> assertThat(line).isEqualTo("1m request a {}"),
                        line -> assertThat(line).startsWith("1m refuse b outranked:a-"));
    }

    @Test
    void whatComesDueAsAWindowClosesCompetesAtOnce() {
        var told = Story.when("b", AT_ONCE)
                .trigger(Story.head("a") + "when: [{step: look, event: viewed}]\nwait: 5s\naction: {name: offer}\n")
                .channels("channels: {push: {collect_for: 5s, expires: 4h}}")
                .permitted()
                .at("0m", "viewed", "{\"product\":\"a\"}")
                .at("0m", "added", added("1"))
                .told();
        assertThat(told)
                .satisfiesExactly(line -> assertThat(line).isEqualTo("5s request a {}"), line -> assertThat(line)
                        .startsWith("5s refuse b outranked:a-"));
    }

    @Test
    void hoursAreThoseOfTheZoneAtTheMomentDecided() {
        Story.when("t", AT_ONCE)
                .channels("channels: {push: {collect_for: 5s, expires: 4h}}")
                .file("policies/p.yaml", "policy: p\nquiet: {from: \"11:00\", to: \"12:00\", on: all, then: drop}\n")
                .permitted()
                .at("0m", "added", added("1"))
                .at("5s", "customer.updated", "{\"zone\":\"Europe/Zurich\"}")
                .tells("5s refuse t quiet:p");
    }

    @Test
    void aTextWithoutItsValueIsIncomplete() {
        Story.when("t", """
                        when: [{step: cart, event: added}]
                        action: {name: offer, text: {en: "Your ${cart.product} waits."}}
                        """)
                .permitted()
                .at("0m", "added", "{\"price\":1}")
                .tells("0s refuse t incomplete:cart.product");
    }

    @Test
    void onlyThoseWhoAreEligible() {
        Story.when("t", AT_ONCE + "given: customer.age >= 18\n")
                .permitted()
                .at("0m", "added", added("1"))
                .at("1m", "customer.updated", "{\"birthdate\":\"2008-03-03\"}")
                .at("2m", "added", added("1"))
                .at("24h", "added", added("1"))
                .tells("0s refuse t not_eligible", "2m refuse t not_eligible", "24h request t {}");
    }

    @Test
    void whatIsStoppedIsRefusedBeforeEverythingElse() {
        Story.of(Story.head("a").replace("live", "paused") + AT_ONCE)
                .trigger(Story.head("b") + AT_ONCE)
                .trigger(Story.head("c") + AT_ONCE.replace("added", "viewed"))
                .under(Brakes.of(new Stops(false, Set.of("mail"), Set.of("a", "b"))))
                .permitted()
                .at("0m", "added", added("1"))
                .at("1m", "viewed", "{\"product\":\"a\"}")
                .tells("0s refuse a stopped", "0s refuse b stopped", "1m request c {}");
    }

    @Test
    void aStoppedChannelHoldsBackAllItsTriggersAndAStopOfAllEverything() {
        for (Stops stops : List.of(new Stops(false, Set.of("push"), Set.of()), new Stops(true, Set.of(), Set.of()))) {
            Story.when("t", AT_ONCE)
                    .under(Brakes.of(stops))
                    .permitted()
                    .at("0m", "added", added("1"))
                    .tells("0s refuse t stopped");
        }
    }

    @Test
    void whileEverythingIsStoppedWhatIsOutIsStillTakenBack() {
        Story.when("t", AT_ONCE + "until: [{event: bought}]\n")
                .permitted()
                .at("0m", "added", added("1"))
                .under(Brakes.of(new Stops(true, Set.of(), Set.of())))
                .at("1m", "added", added("1"))
                .at("2m", "bought", "{}")
                .under(Brakes.NONE)
                .at("3m", "added", added("1"))
                .tells("0s request t {}", "1m refuse t stopped", "2m revoke t overtaken", "3m request t {}");
    }

    @Test
    void aStepSendsOutNoMoreThanTheRoomItWasGiven() {
        Story.when("a", AT_ONCE)
                .trigger(Story.head("b") + AT_ONCE)
                .trigger(Story.head("c") + AT_ONCE)
                .under(new Brakes(Stops.NONE, Map.of("push", 2)))
                .permitted()
                .at("0m", "added", added("1"))
                .tells("0s request a {}", "0s request b {}", "0s refuse c ceiling:push");
    }

    @Test
    void aShadowTriggerSendsNothingOutAndNeedsNoRoom() {
        Story.when("a", AT_ONCE)
                .trigger(Story.head("b").replace("state: live", "state: shadow") + AT_ONCE)
                .under(new Brakes(Stops.NONE, Map.of("push", 0)))
                .permitted()
                .at("0m", "added", added("1"))
                .tells("0s refuse a ceiling:push", "0s refuse b shadow");
    }

    @Test
    void whatIsRefusedByACeilingIsNoContact() {
        Story.when("t", AT_ONCE + "cooldown: 1h\n")
                .under(new Brakes(Stops.NONE, Map.of("push", 0)))
                .permitted()
                .at("0m", "added", added("1"))
                .at("1m", "added", added("1"))
                .tells("0s refuse t ceiling:push", "1m refuse t ceiling:push");
    }

    @Test
    void aHeldCandidateIsRefusedWhenItIsReleasedWhileItIsStopped() {
        Story.when("t", AT_ONCE)
                .file("policies/p.yaml", "policy: p\napplies: {channel: push}\ncap: {max: 1, per: 1h, then: hold}\n")
                .permitted()
                .at("0m", "added", added("1"))
                .at("10m", "added", added("1"))
                .under(Brakes.of(new Stops(false, Set.of(), Set.of("t"))))
                .tick("61m")
                .tells("0s request t {}", "1h refuse t stopped");
    }
}
