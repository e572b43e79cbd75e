package dev.anlass.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.rulefile.Loaded;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.rulefile.Rulebook;

/** The rules of a small shop, beside which scenarios are put. */
final class Shop {

    static final String TOP = """
            start: 2026-03-02T10:00:00Z
            customer: {id: c1, market: CH, birthdate: 1990-01-01}
            consent: [{purpose: offers, channels: [push], data: [behaviour, location, profile]}]
            scenarios:
            """;

    private static final String EVENTS = """
            events:
              cart.product_added:
                data: behaviour
                fields: {product_id: string, price: double}
              order.completed:
                data: behaviour
                fields: {product_ids: list(string)}
              shop.entered:
                data: location
                fields: {shop_id: string}
            """;

    private static final String PICKUP = """
            trigger: pickup
            description: Something waits in the basket and its owner walks in.
            owner: example
            purpose: offers
            channel: push
            when:
              - step: cart
                event: cart.product_added
                keep: each event.product_id
              - step: visit
                event: shop.entered
                within: 24h
            unless:
              - event: order.completed
                where: cart.product_id in event.product_ids
            until:
              - event: order.completed
                where: cart.product_id in event.product_ids
            prefer: cart.price
            given: customer.market == "CH"
            cooldown: 1h
            action:
              name: pickup-offer
              expires: 2h
              payload: {product_id: "${cart.product_id}", price: "${cart.price}", percent: 10}
              text: {en: "Pick up ${cart.product_id}."}
            """;

    private static final String REMINDER = """
            trigger: reminder
            description: In the basket, and nothing bought for two hours.
            owner: example
            state: STATE
            purpose: offers
            channel: push
            when:
              - step: cart
                event: cart.product_added
                where: event.price > 100.0
            wait: 2h
            unless:
              - event: order.completed
            action:
              name: basket-reminder
              payload: {product_id: "${cart.product_id}"}
            """;

    private RuleFiles files = RuleFiles.none()
            .with("catalogue/events.yaml", EVENTS)
            .with(
                    "catalogue/customer.yaml",
                    "attributes: {birthdate: {type: date, data: profile}, market: {type: string, data: profile}}")
            .with("catalogue/purposes.yaml", "purposes: {offers: {basis: consent}}")
            .with("catalogue/channels.yaml", "channels: {push: {collect_for: none, expires: 4h}}")
            .with("triggers/pickup.yaml", PICKUP)
            .with("triggers/reminder.yaml", REMINDER.replace("STATE", "live"));

    /** With scenarios beside a trigger, under the usual top of the file. */
    Shop with(String trigger, String scenarios) {
        return withFile(trigger, TOP + scenarios);
    }

    /** With a whole file of scenarios beside a trigger. */
    Shop withFile(String trigger, String text) {
        files = files.with("triggers/" + trigger + ".test.yaml", text);
        return this;
    }

    Shop withDraftReminder() {
        files = files.with("triggers/reminder.yaml", REMINDER.replace("STATE", "draft"));
        return this;
    }

    ScenarioReport played() {
        return playedOn(Stage.inMemory());
    }

    ScenarioReport playedOn(Stage stage) {
        return suite().run(stage);
    }

    ScenarioSuite suite() {
        Loaded loaded = Rulebook.load(files, "1");
        assertThat(loaded.bundle()).as(loaded.problems().render()).isNotNull();
        return ScenarioSuite.of(files, loaded);
    }
}
