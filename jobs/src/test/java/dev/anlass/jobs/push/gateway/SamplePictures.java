package dev.anlass.jobs.push.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import dev.anlass.jobs.advisor.desk.Browser;
import dev.anlass.jobs.connector.kafka.TestTopics;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Takes the picture of the documents anew: {@code -Dtest=SamplePictures -Dpictures=DIR}. */
@EnabledIfSystemProperty(named = "pictures", matches = ".+")
@ExtendWith(TestTopics.Extension.class)
class SamplePictures {

    @Test
    void take(TestTopics topics) {
        try (Browser browser = Browser.ofThisMachine();
                GatewayWorld world = new GatewayWorld(topics)) {
            world.post(
                    world.message("anna", "a-1", "Your Atlas is waiting at Bahnhofstrasse.", "k-1"),
                    "https://shop.example/a/a-1");
            world.post(
                    world.message(
                            "anna",
                            "a-2",
                            "de",
                            "Ihr Paket mit 5 GB für die Schweiz ist für 9 Franken zu haben.",
                            "k-2"),
                    "");
            Page page = browser.page("en-GB", 360, 480, ColorScheme.LIGHT);
            page.clock().setFixedTime(GatewayWorld.NOON);
            page.navigate(world.url() + "/sample#token=" + world.token("anna"));
            assertThat(page.locator(".card")).hasCount(2);
            page.screenshot(new ScreenshotOptions()
                    .setAnimations(ScreenshotAnimations.DISABLED)
                    .setPath(Path.of(System.getProperty("pictures", "."), "gateway-sample.png")));
        }
    }
}
