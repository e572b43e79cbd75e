package dev.anlass.benchmarks.mix;

/**
 * The triggers of the mix by their numbers. Of a hundred, 60 wait for a visit after a basket, 20 for an absence after three
 * looks, 10 for an order, 7 read metrics, 2 only positions, and one of each of the first five hundred is a schedule.
 */
final class MixTrigger {

    private static final int FIRST_BROWSED = 60;
    private static final int FIRST_ORDERED = 80;
    private static final int FIRST_METRIC = 90;
    private static final int FIRST_POSITION = 97;
    private static final int SCHEDULE = 99;
    private static final int LEAST_PRICE = 50;
    private static final int PRICES = 100;

    private MixTrigger() {}

    /** The trigger with a number. One that cannot match always reads a category, and one that does not occur. */
    static String yaml(int number, MixShape.Rules rules) {
        boolean canMatch = number < rules.matching();
        String category = canMatch ? "c" + number % Assortment.CATEGORIES : "unheard-" + number;
        int kind = number % 100;
        if (kind < FIRST_BROWSED) {
            return pickup(number, category);
        } else if (kind < FIRST_ORDERED) {
            return browsed(number, category);
        } else if (kind < FIRST_METRIC) {
            return ordered(number, category);
        } else if (kind == SCHEDULE && canMatch && number / 100 < rules.schedules()) {
            return scheduled(number);
        } else if (kind >= FIRST_POSITION && kind < SCHEDULE && canMatch) {
            return passing(number);
        }
        return loyal(number, category);
    }

    private static String price(int number) {
        return LEAST_PRICE + new Dice(number, 1).below(PRICES) + ".0";
    }

    private static String pickup(int number, String category) {
        return """
                trigger: pickup-%1$d
                owner: retail
                purpose: personalised-offers
                channel: push
                when:
                  - step: basket
                    event: basket.added
                    where: event.category == "%2$s" && event.price > %3$s
                    keep: each event.product_id
                    at_most: 20
                  - step: visit
                    event: fence.entered
                    where: event.fence.kind == "shop"
                    within: 24h
                unless:
                  - event: order.placed
                    where: basket.product_id in event.product_ids
                  - event: basket.removed
                    where: event.product_id == basket.product_id
                until:
                  - event: order.placed
                    where: basket.product_id in event.product_ids
                prefer: basket.price
                given: customer.age >= 18
                cooldown: 7d
                action:
                  name: pickup-offer
                  value: basket.price * 0.1
                  expires: 2h
                  payload:
                    product_id: ${basket.product_id}
                    product_category: ${basket.category}
                    shop: ${visit.fence.name}
                    discount_percent: 10
                    others_waiting: ${alternatives}
                  text:
                    en: "Your ${basket.name} is waiting at ${visit.fence.name}."
                    de: "Dein ${basket.name} wartet bei ${visit.fence.name}."
                """.formatted(number, category, price(number));
    }

    private static String browsed(int number, String category) {
        return """
                trigger: browsed-%1$d
                owner: retail
                purpose: personalised-offers
                channel: push
                when:
                  - step: view
                    event: product.viewed
                    where: event.category == "%2$s" && event.price > %3$s
                    keep: each event.product_id
                    at_most: 20
                    count: 3
                    over: 1h
                wait: 2h
                unless:
                  - event: order.placed
                    where: view.product_id in event.product_ids
                until:
                  - event: order.placed
                    where: view.product_id in event.product_ids
                prefer: view.price
                cooldown: 3d
                action:
                  name: product-reminder
                  value: view.price * 0.02
                  expires: 4h
                  payload:
                    product_id: ${view.product_id}
                    product_category: ${view.category}
                  text:
                    en: "Still interested in ${has(view.name) ? view.name : 'what you looked at'}?"
                    de: "Noch interessiert an ${has(view.name) ? view.name : 'dem, was du angesehen hast'}?"
                """.formatted(number, category, price(number));
    }

    private static String ordered(int number, String category) {
        return """
                trigger: ordered-%1$d
                owner: retail
                purpose: personalised-offers
                channel: push
                when:
                  - step: order
                    event: order.placed
                    where: event.category == "%2$s" && event.total > %3$s
                given: customer.tier == "gold" || segment.relationship == "fan"
                cooldown: 30d
                action:
                  name: accessory-offer
                  value: order.total * 0.05
                  expires: 1d
                  payload:
                    order_id: ${order.order_id}
                    product_category: ${order.category}
                  text:
                    en: "Thank you for ${order.total}. Something goes well with it."
                    de: "Danke für ${order.total}. Etwas passt gut dazu."
                """.formatted(number, category, price(number));
    }

    private static String loyal(int number, String category) {
        return """
                trigger: loyal-%1$d
                owner: retail
                purpose: personalised-offers
                channel: push
                when:
                  - step: view
                    event: product.viewed
                    where: event.category == "%2$s" && event.price > %3$s && metric.spend_30d >= const.loyal_spend
                cooldown: 14d
                action:
                  name: loyalty-offer
                  value: metric.spend_30d * 0.01
                  expires: 4h
                  payload:
                    product_id: ${view.product_id}
                    product_category: ${view.category}
                    discount_percent: 5
                  text:
                    en: "As a loyal customer you get 5 %% off ${view.name}."
                    de: "Als treuer Kunde erhältst du 5 %% auf ${view.name}."
                """.formatted(number, category, price(number));
    }

    private static String passing(int number) {
        return """
                trigger: passing-%1$d
                owner: retail
                purpose: personalised-offers
                channel: push
                when:
                  - step: visit
                    event: fence.entered
                    where: event.fence.kind == "shop" && event.fence.chain == "chain-%2$d"
                cooldown: 7d
                action:
                  name: shop-greeting
                  expires: 1h
                  payload:
                    shop: ${visit.fence.name}
                  text:
                    en: "Have a look at what is new at ${visit.fence.name}."
                    de: "Schau dir an, was es bei ${visit.fence.name} Neues gibt."
                """.formatted(number, number / 50 % Shops.CHAINS);
    }

    private static String scheduled(int number) {
        return """
                trigger: monday-%1$d
                owner: retail
                purpose: personalised-offers
                channel: push
                every: {at: "12:00", on: [monday], spread: 1d, where: metric.spend_30d >= %2$s}
                cooldown: 27d
                action:
                  name: thank-you
                  payload:
                    spent: ${metric.spend_30d}
                """.formatted(number, price(number));
    }
}
