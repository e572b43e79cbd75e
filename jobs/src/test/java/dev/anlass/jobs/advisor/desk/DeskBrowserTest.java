package dev.anlass.jobs.advisor.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.anlass.jobs.advisor.desk.DeskWorld.ANNA;
import static dev.anlass.jobs.advisor.desk.DeskWorld.BEN;
import static dev.anlass.jobs.advisor.desk.DeskWorld.CARLA;
import static dev.anlass.jobs.advisor.desk.DeskWorld.TODAY;
import static dev.anlass.jobs.advisor.desk.DeskWorld.YESTERDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.anlass.jobs.advisor.Feedback.Kind;
import dev.anlass.jobs.advisor.Row;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An advisor's morning in a real browser. */
class DeskBrowserTest {

    private static Browser browser;

    private final DeskWorld world = new DeskWorld();

    @BeforeAll
    static void open() {
        browser = Browser.ofThisMachine();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void close() {
        world.close();
        assertThat(browser.complaints).isEmpty();
    }

    @Test
    void anAdvisorReadsOpensAStoryAndAnswersByClick() {
        Page page = signedIn("de-DE", "anna");
        assertThat(page.locator("h1")).hasText("Freitag, 6. Mai 1994");
        assertThat(open(page)).hasCount(6);
        open(page)
                .first()
                .locator("summary", new Locator.LocatorOptions().setHasText("Bewertung"))
                .click();
        assertThat(open(page).first()).containsText("18,135");

        open(page).first().locator("a.story").click();
        assertThat(page.locator("h1")).hasText("c-1001");
        assertThat(page.locator(".chapters")).containsText("savings-idle: beginnt");
        page.locator("[data-back]").click();

        open(page).first().locator("button[value=contacted]").click();
        assertThat(open(page)).hasCount(5);
        assertThat(page.locator("#notice")).hasText("Gespeichert: kontaktiert.");
        assertThat(page.locator(".rows.done .row")).containsText(new String[] {"c-1001"});
        assertThat(world.taken).extracting("kind").containsExactly(Kind.CONTACTED);
    }

    @Test
    void everythingCanBeDoneByKeys() {
        Page page = signedIn("en-GB", "anna");
        press(page, "j", "j", "k");
        assertThat(open(page).first()).isFocused();
        press(page, "a");
        assertThat(open(page)).hasCount(5);
        assertThat(open(page).first()).isFocused();

        press(page, "r");
        page.keyboard().type("Too");
        press(page, "Tab", "Enter");
        assertThat(open(page)).hasCount(4);

        press(page, "n", "Enter");
        assertThat(open(page)).hasCount(3);

        press(page, "d", "Escape", "d", "Enter");
        assertThat(open(page)).hasCount(2);

        press(page, "ArrowDown", "c");
        assertThat(open(page)).hasCount(1);
        assertThat(world.taken)
                .extracting("kind")
                .containsExactly(Kind.ACCEPTED, Kind.REJECTED, Kind.NOT_NOW, Kind.DO_NOT_CONTACT, Kind.CONTACTED);
        press(page, "?");
        assertThat(page.locator("#help summary")).isFocused();
        page.locator("#keys").uncheck();
        open(page).first().focus();
        press(page, "c", "s");
        assertThat(open(page)).hasCount(1);
        page.locator("#keys").check();
        press(page, "k", "s");
        assertThat(page.locator("h1")).containsText("c-1");
    }

    @Test
    void whatCouldNotBeKeptStaysAndIsSaid() {
        Page page = signedIn("en-GB", "anna");
        world.takerIsBroken = true;
        open(page).first().locator("button[value=accepted]").click();
        assertThat(page.locator("#notice")).containsText("could not be saved");
        assertThat(open(page)).hasCount(6);
        browser.complaints.removeIf(complaint -> complaint.contains("503"));
    }

    @Test
    void anotherAdvisorsListIsRefusedByItsAddress() {
        Page page = signedIn("en-GB", "anna");
        for (String path : List.of(Addresses.list(BEN, TODAY), Addresses.lists(CARLA), "/branches/branch-1")) {
            assertThat(page.navigate(world.url() + path).status()).isEqualTo(403);
            assertThat(page.locator("main")).not().containsText("c-2001");
            Browser.assertUsable(page);
        }
    }

    @Test
    void theLanguageIsSwitchedAndRemembered() {
        Page page = signedIn("en-GB", "anna");
        assertThat(page.locator("h1")).hasText("Friday 6 May 1994");
        page.locator("a[hreflang=de]").click();
        assertThat(page.locator("h1")).hasText("Freitag, 6. Mai 1994");
        page.navigate(world.url() + Addresses.history(ANNA));
        assertThat(page.locator("h1")).hasText("Frühere Tage");
    }

    @Test
    void aHeadFollowsTheBranch() {
        Page page = signedIn("de-DE", "boss");
        assertThat(page.locator("tbody tr")).hasCount(3);
        page.locator("a", new Page.LocatorOptions().setHasText("Anna Berger")).click();
        assertThat(page.locator(".rows .row")).hasCount(6);
        assertThat(page.locator("button[value=contacted]")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"360, LIGHT", "800, DARK", "1280, LIGHT"})
    void everyPageCanBeUsedByEverybodyAtEveryWidth(int width, ColorScheme scheme) {
        Page page = browser.page("de-DE", width, 800, scheme);
        page.navigate(world.url() + "/sign-in");
        Browser.assertUsable(page);
        Browser.signIn(page, world.url(), "anna");
        for (String path : List.of(
                Addresses.list(ANNA, TODAY) + "?said=contacted",
                Addresses.list(ANNA, YESTERDAY.minusDays(30)),
                Addresses.story(ANNA, TODAY, "a-c-1001"),
                Addresses.history(ANNA))) {
            page.navigate(world.url() + path);
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
            Browser.assertUsable(page);
        }
        Browser.signIn(page, world.url(), "boss");
        Browser.assertUsable(page);
        page.context().close();
    }

    @Test
    void hostileTextIsOnlyText() {
        List<String> hostile = List.of(
                "<script>window.hurt=1</script>",
                "<img src=x onerror=window.hurt=1>",
                "\" onfocus=\"window.hurt=1\" autofocus=\"",
                "'><svg/onload=window.hurt=1>",
                "${7*7} {{7*7}} javascript:window.hurt=1",
                "\u202Eevil\u202D \uD83D\uDCA3 " + "x".repeat(2_000));
        List<Row> rows = hostile.stream()
                .map(text -> DeskWorld.row(1 + hostile.indexOf(text), text, text))
                .toList();
        world.lists.publish(DeskWorld.list(ANNA, "branch-1", TODAY.plusDays(1), rows));
        Page page = browser.page("de-DE", 360, 800, ColorScheme.LIGHT);
        Browser.signIn(page, world.url(), "anna");
        page.navigate(world.url() + Addresses.list(ANNA, TODAY.plusDays(1)));
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
        for (int i = 0; i < hostile.size(); i++) {
            assertThat(page.locator(".row h3").nth(i).textContent()).isEqualTo(hostile.get(i));
        }
        Browser.assertUsable(page);
        page.locator("button[value=contacted]").first().click();
        assertThat(page.locator(".rows.done .row")).hasCount(1);
        page.locator(".rows.done a.story").click();
        assertThat(page.locator("h1").textContent()).isEqualTo(hostile.get(0));
        assertThat(page.evaluate("window.hurt")).isNull();
    }

    private Page signedIn(String language, String user) {
        Page page = browser.page(language);
        Browser.signIn(page, world.url(), user);
        return page;
    }

    private static Locator open(Page page) {
        return page.locator("[data-row]");
    }

    private static void press(Page page, String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }
}
