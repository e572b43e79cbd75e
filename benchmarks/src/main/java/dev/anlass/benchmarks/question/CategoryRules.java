package dev.anlass.benchmarks.question;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A rule directory with as many triggers as wanted, each about a product category of its own: somebody looks at something
 * of it, puts it into the basket and comes to a shop, without having ordered it. What one event starts, moves or completes
 * does not depend on how many triggers there are.
 */
final class CategoryRules {

    static final double PRICE_ABOVE = 20;

    private static final String EVENTS = """
            events:
              product.viewed:
                data: behaviour
                fields: {product_id: string, name: string, category: string, brand: string, price: double}
              cart.product_added:
                data: behaviour
                fields: {product_id: string, name: string, category: string, brand: string, price: double}
              order.completed:
                data: behaviour
                fields: {order_id: string, product_ids: list(string), total: double}
              store.visited:
                data: behaviour
                fields: {store_id: string}
            """;

    private static final String PRESSURE = """
            policy: pressure
            description: Two pushes a week.
            applies: {channel: push}
            cap: {max: 2, per: 7d, then: drop}
            """;

    private CategoryRules() {}

    /** The category of a trigger, by its number from 0. */
    static String category(int trigger) {
        return "category-" + trigger;
    }

    /** Writes the files below an empty directory. */
    static void write(Path directory, int triggers) throws IOException {
        put(directory.resolve("catalogue/events.yaml"), EVENTS);
        put(directory.resolve("catalogue/purposes.yaml"), "purposes:\n  offers: {basis: consent}\n");
        put(directory.resolve("catalogue/channels.yaml"), "channels:\n  push: {collect_for: 0s, expires: 4h}\n");
        put(directory.resolve("policies/pressure.yaml"), PRESSURE);
        for (int i = 0; i < triggers; i++) {
            put(directory.resolve(String.format(Locale.ROOT, "triggers/category-%05d.yaml", i)), trigger(i));
        }
    }

    private static String trigger(int number) {
        return String.format(Locale.ROOT, """
            trigger: category-%1$05d
            description: Looked at something of the category, put it into the basket, and came to a shop.
            owner: benchmarks
            state: live
            purpose: offers
            channel: push
            when:
              - step: look
                event: product.viewed
                where: event.price > %2$.1f && event.category == "%3$s"
              - step: basket
                event: cart.product_added
                where: event.product_id == look.product_id
                within: 24h
              - step: visit
                event: store.visited
                within: 24h
            unless:
              - event: order.completed
                where: look.product_id in event.product_ids
            cooldown: 7d
            action:
              name: offer
              value: look.price * 0.1
              expires: 2h
              payload:
                product_id: ${look.product_id}
                store: ${visit.store_id}
            """, number, PRICE_ABOVE, category(number));
    }

    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
