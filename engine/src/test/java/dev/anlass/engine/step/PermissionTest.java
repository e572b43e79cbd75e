package dev.anlass.engine.step;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** No use and no contact without the permission in force. */
class PermissionTest {

    private static final String ADDED = "{\"product\":\"a\",\"price\":1}";
    private static final String WAITING = """
            when: [{step: cart, event: added}]
            wait: 1h
            action: {name: offer}
            """;

    @Test
    void withoutARecordNothingIsKept() {
        Story.when("t", WAITING).at("0m", "added", ADDED).tells();
    }

    @Test
    void aCategoryThatIsMissingMeansNo() {
        Story.when("t", WAITING)
                .consent("-1h", "given", "\"location\"")
                .at("0m", "added", ADDED)
                .tells();
    }

    @Test
    void aGrantNeverWorksBackwards() {
        Story.when("t", WAITING)
                .at("0m", "added", ADDED)
                .consent("-30s", "given", "\"behaviour\"")
                .tells();
    }

    @Test
    void aWithdrawalEndsWhatIsOpenAtOnce() {
        Story.when("t", WAITING)
                .permitted()
                .at("0m", "added", ADDED)
                .consent("10m", "withdrawn", "")
                .consent("20m", "given", "\"behaviour\"")
                .tells();
    }

    @Test
    void aWithdrawalThatArrivesBeforeADueWaitWasCarriedOutRefusesIt() {
        Story.when("t", WAITING)
                .permitted()
                .at("0m", "added", ADDED)
                .consent("1h10m", "withdrawn", "")
                .tells("1h refuse t consent_withdrawn");
    }

    @Test
    void aWithdrawalRevokesWhatIsUnexpired() {
        Story.when("t", WAITING)
                .permitted()
                .at("0m", "added", ADDED)
                .tick("1h")
                .consent("1h10m", "withdrawn", "")
                .tells("1h request t {}", "1h10m revoke t consent_withdrawn");
    }

    @Test
    void anOldWithdrawalActsFromNowOnAndRevokes() {
        Story.when("t", WAITING)
                .permitted()
                .at("0m", "added", ADDED)
                .tick("1h")
                .consent("5m", "withdrawn", "")
                .tells("1h request t {}", "1h revoke t consent_withdrawn");
    }

    @Test
    void anUnreadableRecordBlocksUntilAReadableOneArrives() {
        Story.when("t", WAITING)
                .permitted()
                .at("0m", "added", ADDED)
                .at("10m", "consent.changed", "{\"record_id\":\"x\",\"status\":\"given\"}")
                .at("20m", "added", ADDED)
                .consent("30m", "given", "\"behaviour\"")
                .at("40m", "added", ADDED)
                .tells("1h40m request t {}");
    }

    @Test
    void aReadableRecordEndsTheBlockWhateverItsDate() {
        Story.when("t", WAITING)
                .permitted()
                .at("0m", "added", ADDED)
                .at("10m", "consent.changed", "{\"record_id\":\"x\",\"status\":\"given\"}")
                .consent("-10s", "given", "\"behaviour\"")
                .at("20m", "added", ADDED)
                .tells("1h20m request t {}");
    }

    @Test
    void recordsThatAreTooOldForTheirPlaceActInTheOrderOfTheirArrival() {
        Story.when("t", WAITING)
                .lateness(Duration.ofSeconds(1))
                .permitted()
                .at("10m", "added", ADDED)
                .at("20m", "customer.updated", "{}")
                .consent("2m", "withdrawn", "")
                .consent("3m", "given", "\"behaviour\"")
                .at("30m", "added", ADDED)
                .tells("1h30m request t {}");
    }

    @Test
    void nothingIsTakenBackBeforeItsCause() {
        Story.when("t", WAITING)
                .permitted()
                .at("-1h", "consent.changed", """
                        {"record_id":"o","purpose":"other","status":"given","channels":["push"],\
                        "data":["behaviour"],"expires_at":"2026-03-02T11:10:00Z"}""")
                .at("0m", "added", ADDED)
                .tick("1h")
                .consent("1h20m", "refused", "")
                .tells("1h request t {}", "1h20m revoke t no_consent");
    }

    @Test
    void whatCameBeforeAnErasureIsNotAcceptedAgain() {
        Story.when("t", "when: [{step: cart, event: added}]\naction: {name: offer}\n")
                .permitted()
                .event("same", "10m", "added", ADDED)
                .at("5m", "customer.erased", "{}")
                .event("same", "10m", "added", ADDED)
                .tells("10m request t {}", "10m revoke t erased", "reject erased");
    }

    @Test
    void anExpiredRecordNoLongerHolds() {
        Story.when("t", WAITING)
                .at("-1h", "consent.changed", """
                        {"record_id":"r","purpose":"offers","status":"given","channels":["push"],\
                        "data":["behaviour"],"expires_at":"2026-03-02T10:30:00Z"}""")
                .at("0m", "added", ADDED)
                .at("29m", "added", ADDED)
                .at("31m", "added", ADDED)
                .tells();
    }

    @Test
    void unlessNeedsNoPermission() {
        Story.when("t", """
                        when: [{step: visit, event: visited}]
                        wait: 1h
                        unless: [{event: bought}]
                        action: {name: offer}
                        """)
                .consent("-1h", "given", "\"location\"")
                .at("0m", "visited", "{\"shop\":\"s\"}")
                .at("10m", "bought", "{\"products\":[]}")
                .tells();
    }
}
