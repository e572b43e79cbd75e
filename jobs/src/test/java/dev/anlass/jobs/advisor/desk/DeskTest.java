package dev.anlass.jobs.advisor.desk;

import static dev.anlass.jobs.advisor.desk.DeskWorld.ANNA;
import static dev.anlass.jobs.advisor.desk.DeskWorld.BEN;
import static dev.anlass.jobs.advisor.desk.DeskWorld.CARLA;
import static dev.anlass.jobs.advisor.desk.DeskWorld.TODAY;
import static dev.anlass.jobs.advisor.desk.DeskWorld.YESTERDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.anlass.jobs.advisor.AdvisorList;
import dev.anlass.jobs.advisor.Feedback.Kind;
import dev.anlass.jobs.advisor.ListStore.Access;
import dev.anlass.jobs.advisor.RowClosed;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the desk answers, to whom, and what it refuses. */
class DeskTest {

    private static final String TODAYS = Addresses.list(ANNA, TODAY);
    private static final String FIRST = Addresses.row(ANNA, TODAY, "a-c-1001");

    private final DeskWorld world = new DeskWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whoIsNotSignedInIsSentToSignIn() {
        DeskClient stranger = new DeskClient(world.url());
        for (String path : List.of("/", TODAYS, Addresses.history(ANNA), "/branches/branch-1", "/metrics")) {
            assertThat(DeskClient.location(stranger.get(path))).isEqualTo("/sign-in");
        }
        assertThat(DeskClient.location(stranger.postWithoutToken(FIRST, "kind", "contacted")))
                .isEqualTo("/sign-in");
        assertThat(world.taken).isEmpty();
    }

    @Test
    void theListSaysWhomAboutWhatWhyAndWhyItIsAllowed() {
        DeskClient anna = DeskClient.signedIn(world, "anna");
        assertThat(DeskClient.location(anna.get("/"))).isEqualTo("/lists/advisor-1-0");
        String page = anna.get("/lists/advisor-1-0", "Accept-Language", "de-CH, en;q=0.5")
                .body();
        assertThat(page)
                .contains(
                        "Freitag, 6. Mai 1994",
                        "6 Anrufe offen",
                        "c-1001",
                        "Tagesgeld",
                        "Seit 30 Tagen liegen mehr als 60 000 Kronen")
                .contains("consent-221", "vom 28.1.1993", "Fr., 13. Mai 1994", "seit 4.5.1994", "84.250", "e-771")
                .contains("3 weitere Vorschläge");
    }

    @Test
    void aStoryGoesAsFarAsItsRow() {
        long taken = DeskWorld.MORNING.toEpochMilli() - 60_000;
        DeskClient anna = DeskClient.signedIn(world, "anna");
        anna.get(Addresses.story(ANNA, TODAY, "a-c-1001"));
        assertThat(world.toldUntil).isEqualTo(DeskWorld.MORNING.toEpochMilli());

        world.lists.close(new RowClosed(
                AdvisorList.id(ANNA, TODAY), ANNA, "a-c-1001", "c-1001", "consent_withdrawn", null, taken));
        anna.get(Addresses.story(ANNA, TODAY, "a-c-1001"));

        assertThat(world.toldUntil).isEqualTo(taken);
    }

    @Test
    void listsThatAreNotBeingReadAreSaidToBeOutOfDate() {
        DeskClient anna = DeskClient.signedIn(world, "anna");
        assertThat(anna.get(TODAYS).body()).doesNotContain("nicht aktualisiert", "not being updated");

        world.isBehind = true;

        assertThat(anna.get(TODAYS, "Accept-Language", "de").body()).contains("nicht aktualisiert");
        assertThat(anna.get(TODAYS, "Accept-Language", "en").body()).contains("not being updated");
    }

    @Test
    void otherPeoplesPagesAreRefusedWhetherTheyExistOrNot() {
        DeskClient anna = DeskClient.signedIn(world, "anna");
        String refusal = anna.get("/lists/" + CARLA).body();
        for (String path : List.of(
                "/lists/" + CARLA,
                "/lists/nobody",
                Addresses.list(BEN, TODAY),
                Addresses.list(BEN, YESTERDAY),
                Addresses.history(BEN),
                Addresses.story(BEN, TODAY, "a-c-2001"),
                Addresses.story(BEN, TODAY, "a-nothing"),
                Addresses.story(ANNA, TODAY, "a-c-2001"),
                TODAYS + "x",
                "/branches/branch-1",
                "/branches/nowhere",
                "/metrics",
                "/lists")) {
            HttpResponse<String> answer = anna.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.body()).as(path).isEqualTo(refusal);
        }
        assertThat(world.lists.accesses())
                .filteredOn(access -> !access.allowed())
                .hasSize(14)
                .extracting(Access::user)
                .containsOnly("anna");
    }

    @Test
    void feedbackOnOtherPeoplesRowsIsRefused() {
        DeskClient boss = DeskClient.signedIn(world, "boss");
        boss.get("/branches/branch-1");
        assertThat(boss.post(FIRST, "kind", "contacted").statusCode()).isEqualTo(403);
        DeskClient anna = DeskClient.signedIn(world, "anna");
        anna.get(TODAYS);
        assertThat(anna.post(Addresses.row(BEN, TODAY, "a-c-2001"), "kind", "contacted")
                        .statusCode())
                .isEqualTo(403);
        assertThat(anna.post(Addresses.row(ANNA, TODAY, "a-c-2001"), "kind", "contacted")
                        .statusCode())
                .isEqualTo(403);
        assertThat(world.taken).isEmpty();
    }

    @Test
    void aHeadSeesTheirBranchAndNoOther() {
        DeskClient boss = DeskClient.signedIn(world, "boss");
        assertThat(DeskClient.location(boss.get("/"))).isEqualTo("/branches/branch-1");
        assertThat(boss.get("/branches/branch-1").body()).contains("Anna Berger", "Ben Čermák", "7 of 7 open");
        assertThat(boss.get(TODAYS).body()).contains("Anna Berger").doesNotContain("value=\"contacted\"");
        assertThat(boss.get(Addresses.story(ANNA, TODAY, "a-c-1001")).statusCode())
                .isEqualTo(200);
        assertThat(boss.get("/lists/" + CARLA).statusCode()).isEqualTo(403);
        assertThat(boss.get("/branches/branch-2").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-out", "/lists/advisor-1-0/1994-05-06/rows/a-c-1001"})
    void aFormWithoutTheTokenOfThePageIsRefused(String path) {
        DeskClient anna = DeskClient.signedIn(world, "anna");
        anna.get(TODAYS);
        assertThat(anna.postWithoutToken(path, "kind", "contacted").statusCode())
                .isEqualTo(403);
        assertThat(anna.postWithoutToken(path, "kind", "contacted", "token", "guess")
                        .statusCode())
                .isEqualTo(403);
        assertThat(world.taken).isEmpty();
        assertThat(anna.get(TODAYS).statusCode()).isEqualTo(200);
    }

    @Test
    void signingInNeedsTheTokenOfTheFormAndTakesItOnce() {
        DeskClient stranger = new DeskClient(world.url());
        assertThat(stranger.postWithoutToken("/sign-in", "name", "anna", "password", DeskWorld.PASSWORD)
                        .statusCode())
                .isEqualTo(403);
        assertThat(stranger.get(TODAYS).statusCode()).isEqualTo(302);
    }

    @Test
    void feedbackIsTakenKeptAndSeen() {
        DeskClient anna = DeskClient.signedIn(world, "anna");
        anna.get(TODAYS);
        HttpResponse<String> answer = anna.post(FIRST, "kind", "rejected", "reason", "too_expensive");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(anna.get(DeskClient.location(answer)).body()).contains("5 calls open", "Saved: rejected.");
        assertThat(world.taken)
                .extracting("kind", "actionId", "customer", "advisor", "purpose", "reason")
                .containsExactly(tuple(Kind.REJECTED, "a-c-1001", "c-1001", ANNA, "advice", "too_expensive"));
        assertThat(world.taken.get(0).time()).isEqualTo(768_208_500_000L);
        assertThat(world.lists.given()).isEqualTo(world.taken);
    }

    @Test
    void aDoubleClickIsOneFeedback() {
        DeskClient anna = DeskClient.signedIn(world, "anna");
        anna.get(TODAYS);
        anna.post(FIRST, "kind", "contacted");
        assertThat(anna.post(FIRST, "kind", "contacted").statusCode()).isEqualTo(303);
        assertThat(anna.post(FIRST, "kind", "accepted").statusCode()).isEqualTo(409);
        assertThat(world.taken).hasSize(1);
        assertThat(FeedbackRoutes.id("l-1", "a", Kind.CONTACTED))
                .isEqualTo(FeedbackRoutes.id("l-1", "a", Kind.CONTACTED))
                .isNotEqualTo(FeedbackRoutes.id("l-1", "a", Kind.ACCEPTED))
                .isNotEqualTo(FeedbackRoutes.id("l-2", "a", Kind.CONTACTED));
    }

    @Test
    void feedbackThatCannotBeKeptLeavesTheRow() {
        DeskClient anna = DeskClient.signedIn(world, "anna");
        anna.get(TODAYS);
        world.takerIsBroken = true;
        HttpResponse<String> answer = anna.post(FIRST, "kind", "accepted");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("could not be saved", "6 calls open");
        assertThat(world.lists.given()).isEmpty();
    }

    @Test
    void aDayIsAskedForThatLiesWithinTheTerm() {
        DeskClient anna = DeskClient.signedIn(world, "anna");
        anna.get(TODAYS);
        for (String until : List.of("", "tomorrow", "1994-05-06", "1994-05-14")) {
            assertThat(anna.post(FIRST, "kind", "not_now", "until", until).statusCode())
                    .as(until)
                    .isEqualTo(422);
        }
        assertThat(anna.post(FIRST, "kind", "rejected", "reason", "because").statusCode())
                .isEqualTo(422);
        assertThat(anna.post(FIRST, "kind", "nonsense").statusCode()).isEqualTo(422);
        assertThat(anna.post(FIRST, "kind", "not_now", "until", "1994-05-13").statusCode())
                .isEqualTo(303);
        assertThat(world.taken).extracting("until").containsExactly(TODAY.plusDays(7));
    }

    @Test
    void anOlderListIsOnlyRead() {
        DeskClient anna = DeskClient.signedIn(world, "anna");
        assertThat(anna.get(Addresses.list(ANNA, YESTERDAY)).body())
                .contains("There is a newer list.")
                .doesNotContain("value=\"contacted\"");
        assertThat(anna.post(Addresses.row(ANNA, YESTERDAY, "a-c-1001"), "kind", "contacted")
                        .statusCode())
                .isEqualTo(409);
        assertThat(anna.get(Addresses.history(ANNA)).body()).contains("5 May 1994", "6 May 1994");
        assertThat(anna.get(Addresses.list(ANNA, YESTERDAY.minusDays(9))).body())
                .contains("There is no list");
    }

    @Test
    void whoLeftNoTraceOfACustomerSeesNoStory() {
        DeskClient anna = DeskClient.signedIn(world, "anna");
        String story = Addresses.story(ANNA, TODAY, "a-c-1001");
        assertThat(anna.get(story).body()).contains("savings-idle: begins", "c-1001");
        world.lists.erase("c-1001", Long.MAX_VALUE);
        assertThat(anna.get(story).statusCode()).isEqualTo(403);
    }

    @Test
    void everyAccessIsWrittenDown() {
        DeskClient anna = DeskClient.signedIn(world, "anna");
        anna.get(TODAYS);
        anna.get(Addresses.story(ANNA, TODAY, "a-c-1001"));
        anna.post(FIRST, "kind", "contacted");
        anna.get(Addresses.history(ANNA));
        anna.get("/branches/branch-1");
        anna.post("/sign-out");
        assertThat(world.lists.accesses())
                .extracting(Access::user, Access::what, Access::about, Access::allowed)
                .containsExactly(
                        tuple("anna", "signed_in", null, true),
                        tuple("anna", "list", ANNA, true),
                        tuple("anna", "story", "c-1001", true),
                        tuple("anna", "feedback", ANNA, true),
                        tuple("anna", "history", ANNA, true),
                        tuple("anna", "branch", "branch-1", false),
                        tuple("anna", "signed_out", null, true));
    }

    @Test
    void aWrongPasswordIsRefusedAndTriesAreFew() {
        DeskClient stranger = new DeskClient(world.url());
        stranger.get("/sign-in");
        for (int i = 0; i < 5; i++) {
            assertThat(stranger.post("/sign-in", "name", "anna", "password", "guess" + i)
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(stranger.post("/sign-in", "name", "anna", "password", DeskWorld.PASSWORD)
                        .statusCode())
                .isEqualTo(429);
        world.wall.advance(60_000);
        assertThat(stranger.post("/sign-in", "name", "anna", "password", DeskWorld.PASSWORD)
                        .statusCode())
                .isEqualTo(303);
        stranger.get("/sign-in");
        stranger.post("/sign-in", "name", "my secret", "password", "");
        assertThat(world.lists.accesses())
                .extracting(Access::user, Access::what, Access::allowed)
                .endsWith(
                        tuple("anna", "signed_in", false),
                        tuple("anna", "signed_in", true),
                        tuple("unknown", "signed_in", false));
    }

    @Test
    void aSessionEndsWhenItIsNotUsed() {
        DeskClient anna = DeskClient.signedIn(world, "anna");
        world.wall.advance(29 * 60_000);
        assertThat(anna.get(TODAYS).statusCode()).isEqualTo(200);
        world.wall.advance(30 * 60_000);
        assertThat(anna.get(TODAYS).statusCode()).isEqualTo(302);
    }

    @Test
    void theNumberOfASessionIsNewAndEndsWithIt() {
        DeskClient anna = DeskClient.signedIn(world, "anna");
        HttpCookie first = session(anna);
        anna.get("/sign-in");
        anna.post("/sign-in", "name", "anna", "password", DeskWorld.PASSWORD);
        HttpCookie second = session(anna);
        assertThat(second.getValue()).isNotEqualTo(first.getValue());
        anna.get(TODAYS);
        anna.post("/sign-out");
        DeskClient thief = new DeskClient(world.url());
        assertThat(thief.get(TODAYS, "Cookie", "anlass-desk=" + second.getValue())
                        .statusCode())
                .isEqualTo(302);
        assertThat(thief.get(TODAYS, "Cookie", "anlass-desk=" + first.getValue())
                        .statusCode())
                .isEqualTo(302);
    }

    private static HttpCookie session(DeskClient client) {
        return client.cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("anlass-desk"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void cookiesAndHeadersProtectThePage() {
        DeskClient stranger = new DeskClient(world.url());
        HttpResponse<String> page = stranger.get("/sign-in");
        assertThat(page.headers().firstValue("Set-Cookie").orElse(""))
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.headers().firstValue("Server")).isEmpty();
        assertThat(page.body()).doesNotContain("<script>", "style=", "onclick");
    }

    @Test
    void behindHttpsCookiesAreSecure() {
        try (DeskWorld secure = new DeskWorld("https://desk.bank.example", DeskWorld.NO_PROVIDER)) {
            HttpResponse<String> page = new DeskClient(secure.url()).get("/sign-in");
            assertThat(page.headers().firstValue("Set-Cookie").orElse(""))
                    .startsWith("__Host-anlass-guest=")
                    .contains("Secure");
            assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
        }
    }

    @Test
    void theLanguageIsTheBrowsersUntilAnotherIsChosen() {
        DeskClient stranger = new DeskClient(world.url());
        assertThat(stranger.get("/sign-in", "Accept-Language", "de").body()).contains("Passwort");
        assertThat(stranger.get("/sign-in", "Accept-Language", "fr").body()).contains("Password");
        assertThat(stranger.get("/sign-in", "Accept-Language", "!!").body()).contains("Password");
        assertThat(stranger.get("/sign-in?language=de").body()).contains("Passwort");
        assertThat(stranger.get("/sign-in", "Accept-Language", "en").body()).contains("Passwort");
    }

    @Test
    void aBrokenPartIsAnApologyWithoutItsReason() {
        DeskClient anna = DeskClient.signedIn(world, "anna");
        world.storiesAreBroken = true;
        HttpResponse<String> answer = anna.get(Addresses.story(ANNA, TODAY, "a-c-1001"));
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("That did not work").doesNotContain("c-1001");
    }

    @Test
    void aFormThatIsTooLongIsNotRead() {
        DeskClient anna = DeskClient.signedIn(world, "anna");
        anna.get(TODAYS);
        assertThat(anna.post(FIRST, "kind", "contacted", "reason", "x".repeat(20_000))
                        .statusCode())
                .isIn(400, 403, 413, 500);
        assertThat(world.taken).isEmpty();
    }
}
