package dev.anlass.jobs.push.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.anlass.jobs.advisor.desk.Browser;
import dev.anlass.jobs.connector.kafka.TestTopics;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A real browser shows what the in-app topic says. */
@ExtendWith(TestTopics.Extension.class)
class SampleBrowserTest {

    private static final List<String> HOSTILE = List.of(
            "<script>window.hurt=1</script>",
            "<img src=x onerror=window.hurt=1>",
            "'><svg/onload=window.hurt=1>",
            "\u202Eevil\u202D \uD83D\uDCA3\n\ndata: x\n\nevent: reset " + "x".repeat(500));

    private static Browser browser;

    private GatewayWorld world;
    private Page page;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.ofThisMachine();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open(TestTopics topics) {
        world = new GatewayWorld(topics);
        page = browser.page("de-DE", 360, 740, ColorScheme.LIGHT);
        page.clock().setFixedTime(GatewayWorld.NOON);
    }

    @AfterEach
    void close() {
        page.context().close();
        world.close();
        // Requests that the browser could not make while the gateway was away.
        assertThat(browser.complaints).allMatch(complaint -> complaint.contains("net::ERR_"));
        browser.complaints.clear();
    }

    @Test
    void aMessageComesAndGoes() {
        show();
        world.post("anna", "a-1");
        assertThat(cards()).hasText(new String[] {"Your Atlas is waiting."});
        assertThat(page.locator(".link")).hasAttribute("href", "https://shop.example/a/a-1");
        Browser.assertUsable(page);
        world.takeBack("anna", "a-1");
        assertThat(cards()).hasCount(0);
        Browser.assertUsable(page);
    }

    @Test
    void whatIsAcceptedIsWrittenToTheEvents() {
        world.post("anna", "a-1", "a-2");
        show();
        assertThat(cards()).hasCount(2);
        page.locator(".card[data-action=a-1] .accept").click();
        page.locator(".card[data-action=a-2] .dismiss").click();
        assertThat(cards()).hasCount(0);
        String events = world.topics.settings().topics().events();
        assertThat(TestTopics.texts(world.topics.readUntil(events, read -> read.size() >= 4)))
                .anySatisfy(event -> assertThat(event).contains("\"type\":\"action.accepted\"", "\"a-1\""))
                .anySatisfy(event -> assertThat(event).contains("\"type\":\"action.dismissed\"", "\"a-2\""));
    }

    @Test
    void afterARestartOfTheGatewayItIsThereOnce() {
        show();
        world.post("anna", "a-1");
        assertThat(cards()).hasCount(1);
        world.restart();
        world.post("anna", "a-2");
        assertThat(cards()).hasCount(2);
        assertThat(page.locator("#state")).hasText("Connected.");
    }

    @Test
    void oneOfTheSameCollapseKeyTakesThePlaceAndGermanIsAnsweredInGerman() {
        show();
        world.post(world.message("anna", "a-1", "Your Atlas is waiting.", "same"), "");
        assertThat(cards()).hasCount(1);
        world.post(world.message("anna", "a-2", "de", "Ihr Atlas liegt bereit.", "same"), "");
        assertThat(cards()).hasText(new String[] {"Ihr Atlas liegt bereit."});
        assertThat(page.locator(".accept")).hasText("Ja, gern");
    }

    @Test
    void hostileTextIsOnlyTextAndOnlyWebAddressesAreLinks() {
        for (int i = 0; i < HOSTILE.size(); i++) {
            world.post(world.message("anna", "a-" + i, HOSTILE.get(i), "k-" + i), "javascript:window.hurt=1//" + i);
        }
        show();
        assertThat(cards()).hasCount(HOSTILE.size());
        for (int i = 0; i < HOSTILE.size(); i++) {
            assertThat(page.locator(".card[data-action=a-" + i + "] .text").textContent())
                    .isEqualTo(HOSTILE.get(i));
        }
        assertThat(page.locator(".link")).hasCount(0);
        assertThat(page.evaluate("window.hurt")).isNull();
        Browser.assertUsable(page);
    }

    @Test
    void aTokenThatDoesNotHoldIsSaid() {
        page.navigate(world.url() + "/sample#token=none");
        assertThat(page.locator("#state")).containsText("The token does not hold.");
        Browser.assertUsable(page);
    }

    private void show() {
        page.navigate(world.url() + "/sample#token=" + world.token("anna"));
        assertThat(page.locator("#state")).hasText("Connected.");
    }

    private Locator cards() {
        return page.locator(".card .text");
    }
}
