package dev.anlass.benchmarks.patterns;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A customer of a shop who looks, fills a basket and orders, at distances of time at which rules differ: at once, in a
 * moment, exactly at the end of a window, a millisecond after it, much later.
 */
final class Shopper {

    private static final long BEGIN = Instant.parse("2026-03-02T08:00:00Z").toEpochMilli();
    private static final int EVENTS = 60;
    private static final int PRODUCTS = 6;
    private static final int[] WINDOWS_MINUTES = {5, 10, 15, 20, 30};
    private static final List<String> SOURCES = List.of("urn:shop:app", "urn:shop:web");
    private static final List<String> CATEGORIES = List.of("book", "game");

    private final String customer;
    private final SplittableRandom random;
    private long now;

    Shopper(String customer, SplittableRandom random) {
        this.customer = customer;
        this.random = random;
        this.now = BEGIN + random.nextLong(Duration.ofHours(2).toMillis());
    }

    /** In the order of time. */
    List<DatedRecord> events() {
        List<DatedRecord> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            now += distanceMillis();
            events.add(new DatedRecord(now, event(i).getBytes(StandardCharsets.UTF_8)));
        }
        return events;
    }

    private long distanceMillis() {
        double chance = random.nextDouble();
        if (chance < 0.08) {
            return 0;
        } else if (chance < 0.55) {
            return random.nextLong(Duration.ofMinutes(1).toMillis());
        } else if (chance < 0.80) {
            return random.nextLong(Duration.ofMinutes(10).toMillis());
        } else if (chance < 0.95) {
            long window = Duration.ofMinutes(WINDOWS_MINUTES[random.nextInt(WINDOWS_MINUTES.length)])
                    .toMillis();
            return window + random.nextInt(2);
        }
        return random.nextLong(Duration.ofHours(2).toMillis());
    }

    private String event(int number) {
        double chance = random.nextDouble();
        String type = chance < 0.6 ? "product.viewed" : chance < 0.82 ? "cart.product_added" : "order.completed";
        String data = type.equals("order.completed")
                ? "{\"product_ids\":[\"" + product() + "\",\"" + product() + "\"]}"
                : "{\"product_id\":\"" + product() + "\",\"category\":\"" + any(CATEGORIES) + "\"" + price() + "}";
        return """
                {"specversion":"1.0","id":"%s","source":"%s","type":"%s","subject":"%s","time":"%s"%s,"data":%s}""".formatted(
                        Integer.toString(random.nextInt(1296, 46656), 36) + number,
                        any(SOURCES),
                        type,
                        customer,
                        Instant.ofEpochMilli(now),
                        sequence(),
                        data);
    }

    private String product() {
        return "p" + random.nextInt(PRODUCTS);
    }

    /** Missing now and then. */
    private String price() {
        return random.nextInt(20) == 0 ? "" : ",\"price\":" + (5 + random.nextInt(20)) + ".0";
    }

    private String sequence() {
        return random.nextInt(4) == 0 ? ",\"sequence\":\"" + random.nextInt(3) + "\"" : "";
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
