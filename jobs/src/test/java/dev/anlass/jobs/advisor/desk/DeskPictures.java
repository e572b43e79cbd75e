package dev.anlass.jobs.advisor.desk;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes the pictures of the documents anew: {@code -Dtest=DeskPictures -Dpictures=DIR}. */
@EnabledIfSystemProperty(named = "pictures", matches = ".+")
class DeskPictures {

    private final Path directory = Path.of(System.getProperty("pictures", "."));

    @Test
    void take() {
        try (Browser browser = Browser.ofThisMachine();
                DeskWorld world = new DeskWorld()) {
            Page wide = browser.page("de-DE", 1280, 610, ColorScheme.LIGHT);
            wide.navigate(world.url() + "/sign-in");
            picture(wide, "desk-sign-in");
            Browser.signIn(wide, world.url(), "anna");
            wide.locator("[data-row] button[value=accepted]").nth(4).click();
            wide.locator(".rows.done .row").waitFor();
            wide.navigate(world.url() + Addresses.list(DeskWorld.ANNA, DeskWorld.TODAY));
            wide.keyboard().press("j");
            picture(wide, "desk-list");
            wide.navigate(world.url() + Addresses.story(DeskWorld.ANNA, DeskWorld.TODAY, "a-c-1001"));
            picture(wide, "desk-story");
            Browser.signIn(wide, world.url(), "boss");
            picture(wide, "desk-branch");
            Page phone = browser.page("de-DE", 360, 740, ColorScheme.LIGHT);
            Browser.signIn(phone, world.url(), "anna");
            picture(phone, "desk-phone");
            Page dark = browser.page("en-GB", 1280, 620, ColorScheme.DARK);
            Browser.signIn(dark, world.url(), "anna");
            dark.keyboard().press("j");
            dark.keyboard().press("r");
            picture(dark, "desk-dark");
        }
    }

    private void picture(Page page, String name) {
        page.screenshot(new ScreenshotOptions().setPath(directory.resolve(name + ".png")));
    }
}
