package dev.anlass.benchmarks.mix;

import static dev.anlass.benchmarks.mix.MixEvent.plain;
import static dev.anlass.benchmarks.mix.MixEvent.text;

import dev.anlass.benchmarks.mix.Session.Kind;
import dev.anlass.benchmarks.mix.Session.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Somebody looks around in the shop, returns to one product again and again, fills the basket, and sometimes orders. */
final class Browsing {

    private static final long LEAST_PAUSE_MILLIS = 3_000;
    private static final long MOST_PAUSE_MILLIS = 40_000;
    private static final long HOUR_MILLIS = 3_600_000;
    private static final double FOCUS = 0.35;
    private static final double SAME_CATEGORY = 0.4;
    private static final double PICKS_IT_UP = 0.12;
    private static final double NEWS_OF_THE_CUSTOMER = 0.05;

    private final Session session;
    private final Dice dice;
    private final Delay delay;
    private final double unread;
    private final int focus;
    private final List<MixEvent> events = new ArrayList<>();
    private final List<Integer> basket = new ArrayList<>();
    private long time;

    Browsing(Session session, Dice dice, Delay delay, double unread) {
        this.session = session;
        this.dice = dice;
        this.delay = delay;
        this.unread = unread;
        this.focus = Assortment.any(dice);
        this.time = session.start();
    }

    Told tell(int length) {
        for (int event = 0; event < length; event++) {
            if (dice.chance(unread)) {
                lookAround();
            } else {
                shop();
            }
            time += dice.between(LEAST_PAUSE_MILLIS, MOST_PAUSE_MILLIS);
        }
        if (dice.chance(NEWS_OF_THE_CUSTOMER)) {
            events.add(
                    dice.chance(0.5)
                            ? Registration.newTier(session.customer(), time, dice)
                            : Registration.changeOfMind(session.customer(), time, dice));
        }
        return new Told(events, later());
    }

    /** Who left something in the basket sometimes walks past a shop hours later. */
    private List<Session> later() {
        if (basket.isEmpty() || !dice.chance(PICKS_IT_UP)) {
            return List.of();
        }
        long start = time + dice.between(HOUR_MILLIS, 12 * HOUR_MILLIS);
        return List.of(new Session(session.customer(), start, Kind.WALK_PAST_A_SHOP));
    }

    private void lookAround() {
        switch (dice.weighted(15, 60, 25)) {
            case 0 -> add("app.opened", text("version", "7.1." + dice.below(9)), text("platform", "ios"));
            case 1 ->
                add(
                        "page.viewed",
                        text("page", "/page/" + dice.below(500)),
                        text("referrer", "/page/" + dice.below(500)),
                        plain("seconds", dice.below(90)));
            default ->
                add(
                        "search.performed",
                        text("query", "words " + dice.below(10_000)),
                        plain("results", dice.below(300)));
        }
    }

    private void shop() {
        switch (dice.weighted(62, 24, 5, 7)) {
            case 0 -> add("product.viewed", product(chosen()));
            case 1 -> fill(chosen());
            case 2 -> takeOut();
            default -> order();
        }
    }

    private int chosen() {
        if (dice.chance(FOCUS)) {
            return focus;
        }
        return dice.chance(SAME_CATEGORY) ? Assortment.neighbour(focus, dice) : Assortment.any(dice);
    }

    private void fill(int product) {
        basket.add(product);
        add("basket.added", product(product), plain("quantity", 1));
    }

    private void takeOut() {
        int product = basket.isEmpty() ? focus : basket.remove(dice.below(basket.size()));
        add("basket.removed", text("product_id", Assortment.id(product)));
    }

    private void order() {
        if (basket.isEmpty()) {
            basket.add(focus);
        }
        long cents = basket.stream().mapToLong(Assortment::cents).sum();
        String products = basket.stream()
                .map(product -> "\"" + Assortment.id(product) + "\"")
                .collect(Collectors.joining(",", "[", "]"));
        add(
                "order.placed",
                text("order_id", "o" + session.customer() + "-" + time),
                plain("product_ids", products),
                text("category", Assortment.category(basket.get(0))),
                plain("total", Decimals.ofCents(cents)),
                text("country", "CH"));
        basket.clear();
    }

    private static String product(int product) {
        return String.join(
                ",",
                text("product_id", Assortment.id(product)),
                text("name", Assortment.name(product)),
                text("category", Assortment.category(product)),
                text("brand", Assortment.brand(product)),
                plain("price", Decimals.ofCents(Assortment.cents(product))));
    }

    private void add(String type, String... fields) {
        events.add(new MixEvent(
                type, MixEvent.WEB, session.customer(), time, time + delay.millis(), String.join(",", fields)));
    }
}
