package dev.anlass.jobs.advisor.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** A real Chromium without a window. */
public final class Browser implements AutoCloseable {

    /** Set where a test without a browser is no test. */
    private static final String REQUIRED = "BROWSER_REQUIRED";

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    /** What pages complained about. */
    public final List<String> complaints = new ArrayList<>();

    private Browser(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(executable).setArgs(ARGUMENTS));
    }

    /** The browser of this machine; the test is left out, saying so, if there is none and none is required. */
    public static Browser ofThisMachine() {
        Path executable = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
        boolean isThere = Files.isExecutable(executable);
        if (System.getenv(REQUIRED) != null) {
            assertThat(isThere).as("a browser is required: %s", executable).isTrue();
        }
        if (!isThere) {
            System.err.println("NOT TESTED in a browser: there is no Chromium at " + executable
                    + "; the variable CHROMIUM says where one is");
        }
        Assumptions.assumeTrue(isThere, "there is no Chromium");
        return new Browser(executable);
    }

    public Page page(String language, int width, int height, ColorScheme scheme) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(language)
                .setTimezoneId("Europe/Prague")
                .setColorScheme(scheme)
                .setViewportSize(width, height));
        context.setDefaultTimeout(10_000);
        Page page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 40")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    public Page page(String language) {
        return page(language, 1280, 900, ColorScheme.LIGHT);
    }

    /** Signs in and comes to the first page. */
    static void signIn(Page page, String url, String user) {
        page.navigate(url + "/sign-in");
        page.fill("#name", user);
        page.fill("#password", DeskWorld.PASSWORD);
        page.click("main button[type=submit]");
        page.waitForURL(address -> !address.endsWith("/sign-in"));
    }

    /** Everybody can use the page, and it is no wider than its window. */
    public static void assertUsable(Page page) {
        assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
                .as(page.url())
                .extracting(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                .isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("no sideways scrolling at " + page.url())
                .isTrue();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
