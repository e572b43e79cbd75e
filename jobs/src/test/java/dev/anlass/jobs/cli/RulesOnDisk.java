package dev.anlass.jobs.cli;

import static dev.anlass.jobs.cli.CommandRun.resource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of the rules of the worked example that a test may change. */
record RulesOnDisk(Path directory) {

    private static final String PICKUP_SCENARIOS = """
            start: 2026-03-02T10:00:00Z
            customer: {id: anna}
            consent: [{purpose: offers, channels: [push], data: [behaviour, location]}]
            scenarios:
              - scenario: walks in, and once more
                events:
                  - {at: 0s, cart.product_added: {product_id: p1, price: 20}}
                  - {at: 5m, shop.entered: {shop_id: s1}}
                  - {at: 6m, cart.product_added: {product_id: p2, price: 20}}
                  - {at: 7m, shop.entered: {shop_id: s1}}
                  - {at: 8m, order.completed: {product_ids: [p2]}}
                expect:
                  - {at: 5m, action: pickup-offer, payload: {product_id: p1}}
                  - {at: 7m, refused: pickup, reason: cooldown}
              - scenario: not permitted
                consent: []
                events:
                  - {at: 0s, cart.product_added: {product_id: p1, price: 20}}
                  - {at: 5m, shop.entered: {shop_id: s1}}
                expect: nothing
            """;

    private static final String REMINDER_SCENARIOS = """
            start: 2026-03-02T10:00:00Z
            customer: {id: ben}
            consent: [{purpose: offers, channels: [push], data: [behaviour]}]
            scenarios:
              - scenario: forgotten
                events:
                  - {at: 0s, cart.product_added: {product_id: p1, price: 20}}
                expect:
                  - {at: 2h, action: basket-reminder}
              - scenario: bought
                events:
                  - {at: 0s, cart.product_added: {product_id: p1, price: 20}}
                  - {at: 1h, order.completed: {product_ids: [p1]}}
                expect: nothing
              - scenario: no push
                consent: [{purpose: offers, channels: [mail], data: [behaviour]}]
                events:
                  - {at: 0s, cart.product_added: {product_id: p1, price: 20}}
                expect:
                  - {at: 2h, refused: reminder, reason: no_consent}
            """;

    static RulesOnDisk in(Path directory) {
        Path from = resource("first-contact/rules");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, directory.resolve(from.relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RulesOnDisk(directory);
    }

    RulesOnDisk proved() {
        return with("triggers/shop/pickup.test.yaml", PICKUP_SCENARIOS)
                .with("triggers/shop/reminder.test.yaml", REMINDER_SCENARIOS);
    }

    RulesOnDisk with(String path, String text) {
        try {
            Files.writeString(directory.resolve(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** With a piece of a file replaced. */
    RulesOnDisk replacing(String path, String piece, String by) {
        try {
            return with(path, Files.readString(directory.resolve(path)).replace(piece, by));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
