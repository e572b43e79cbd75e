package dev.anlass.jobs.operator;

import dev.anlass.engine.rulefile.RuleFiles;

/** Rules that differ from bundle to bundle in one thing: a chain of two steps, a wait, a count, a schedule, a night. */
public final class SwitchRules {

    private SwitchRules() {}

    /** Without any trigger. */
    public static RuleFiles none() {
        RuleFiles rules = RuleFiles.none();
        for (String path : TestRules.files().paths()) {
            if (path.startsWith("catalogue/")) {
                rules = rules.with(path, TestRules.files().source(path).text());
            }
        }
        return rules;
    }

    /** Somebody looks at a product and orders within the hour. */
    public static RuleFiles seenThenOrdered(String seen, String ordered) {
        return withTrigger("seen-then-ordered", """
                when:
                  - step: view
                    event: product.viewed
                    where: %s
                  - step: order
                    event: order.placed
                    where: %s
                    within: 1h
                """.formatted(seen, ordered));
    }

    /** The same, but not for those who scrolled in between. */
    public static RuleFiles seenThenOrderedWithoutScrolling(String seen, String ordered) {
        RuleFiles rules = seenThenOrdered(seen, ordered);
        return rules.with("triggers/seen-then-ordered.yaml", rules.text("triggers/seen-then-ordered.yaml") + """
                unless:
                  - event: page.scrolled
                """);
    }

    /** Somebody looked at a product and did not buy for so long. */
    public static RuleFiles seenNotOrdered(String wait) {
        return withTrigger("seen-not-ordered", """
                when:
                  - step: view
                    event: product.viewed
                wait: %s
                unless:
                  - event: order.placed
                """.formatted(wait));
    }

    /** The third order within some time. */
    public static RuleFiles thirdOrder(String over, String bucket) {
        return withTrigger("third-order", """
                when:
                  - step: order
                    event: order.placed
                    where: metric.orders >= 3
                """).with("metrics/orders.yaml", """
                metric: orders
                event: order.placed
                purpose: offers
                aggregate: count
                over: %s
                bucket: %s
                """.formatted(over, bucket));
    }

    /** An order, and a rest until nine in the evening. */
    public static RuleFiles orderedAtNight() {
        return withNight(withTrigger("ordered", """
                when:
                  - step: order
                    event: order.placed
                """));
    }

    public static RuleFiles withNight(RuleFiles rules) {
        return rules.with("policies/night.yaml", """
                policy: night
                applies: {channel: push}
                quiet: {from: "18:00", to: "21:00", on: all, then: hold}
                """);
    }

    /** Every evening, half an hour after the start of the test events. */
    public static RuleFiles everyEvening() {
        return withTrigger("evening", """
                every: {at: "20:30", on: all, spread: 0s}
                """);
    }

    /** Ten minutes in the one shop; said by mail. */
    public static RuleFiles staysInShop() {
        RuleFiles rules = withTrigger("stays", """
                when:
                  - step: stay
                    event: fence.dwelled
                """);
        String mail = rules.source("triggers/stays.yaml").text().replace("channel: push", "channel: mail");
        return rules.with("triggers/stays.yaml", mail)
                .with("catalogue/channels.yaml", """
                        channels:
                          push: {collect_for: none, expires: 4h}
                          mail: {collect_for: none, expires: 4h}
                        """)
                .with("fences/shop.geojson", """
                        {"type": "FeatureCollection", "features": [{"type": "Feature", "id": "shop",
                          "geometry": {"type": "Point", "coordinates": [8.5, 47.0]}, "properties": {"radius_m": 80}}]}
                        """);
    }

    private static RuleFiles withTrigger(String name, String moment) {
        return none().with("triggers/" + name + ".yaml", """
                trigger: %s
                description: A test.
                owner: test
                state: live
                purpose: offers
                channel: push
                action:
                  name: act
                  expires: 4h
                %s""".formatted(name, moment));
    }

    /** All the triggers of both. */
    public static RuleFiles both(RuleFiles one, RuleFiles other) {
        RuleFiles all = one;
        for (String path : other.paths()) {
            all = all.with(path, other.source(path).text());
        }
        return all;
    }
}
