package dev.anlass.engine.step;

import org.junit.jupiter.api.Test;

/** An event of which nothing comes leaves no trace but that it is remembered, and that time has passed until it. */
class StandstillTest {

    private static final String LOOK = """
            when:
              - {step: look, event: viewed, where: event.product == "lamp"}
              - {step: visit, event: visited, within: 24h}
            action: {name: offer}
            """;

    private static final String DAILY = """
            every: {at: "11:00", on: weekdays}
            action: {name: greet}
            """;

    @Test
    void whatItDoesNotStartIsNotContinued() {
        Story.when("t", LOOK)
                .permitted()
                .at("0m", "viewed", "{\"product\":\"book\"}")
                .at("1m", "visited", "{\"shop\":\"s\"}")
                .at("2m", "viewed", "{\"product\":\"lamp\"}")
                .at("3m", "viewed", "{\"product\":\"book\"}")
                .at("4m", "visited", "{\"shop\":\"s\"}")
                .tells("4m request t {}");
    }

    @Test
    void anEarlierEventThatComesLateMakesItMatter() {
        Story.when("t", LOOK)
                .permitted()
                .at("0m", "viewed", "{\"product\":\"book\"}")
                .at("2m", "visited", "{\"shop\":\"s\"}")
                .at("1m30s", "viewed", "{\"product\":\"lamp\"}")
                .tells("2m request t {}");
    }

    /** The schedule's instants before the new rules are none of its, whenever the customer was last heard of. */
    @Test
    void aScheduleThatBeginsWithItsRulesIsCarriedOutAtOnce() {
        Story.when("t", LOOK)
                .file("catalogue/customer.yaml", "attributes: {zone: {type: string, data: profile}}")
                .permitted()
                .at("-1h", "customer.updated", "{\"zone\":\"UTC\"}")
                .at("6h", "viewed", "{\"product\":\"book\"}")
                .at("12h", "viewed", "{\"product\":\"book\"}")
                .edited("25h")
                .trigger(Story.head("greeting") + DAILY)
                .at("25h30m", "viewed", "{\"product\":\"book\"}")
                .tells("25h request greeting {}");
    }
}
