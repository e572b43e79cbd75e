package dev.anlass.jobs.operator;

import dev.anlass.engine.rulefile.RuleFiles;

/** Two small triggers: an offer for a big order, and a reminder two hours after browsing without buying. */
public final class TestRules {

    private TestRules() {}

    public static RuleFiles files() {
        return RuleFiles.none()
                .with("catalogue/events.yaml", """
                        events:
                          order.placed:
                            data: behaviour
                            fields: {order_id: string, total: double}
                          product.viewed:
                            data: behaviour
                            fields: {product_id: string}
                          page.scrolled:
                            data: behaviour
                            fields: {depth: int}
                        """)
                .with("catalogue/purposes.yaml", """
                        purposes:
                          offers: {basis: consent}
                        """)
                .with("catalogue/channels.yaml", """
                        channels:
                          push: {collect_for: none, expires: 4h}
                        """)
                .with("triggers/big-order.yaml", bigOrder("100.0"))
                .with("triggers/viewed-not-bought.yaml", """
                        trigger: viewed-not-bought
                        description: Somebody looked at a product and did not buy within two hours.
                        owner: test
                        state: live
                        purpose: offers
                        channel: push
                        when:
                          - step: view
                            event: product.viewed
                        wait: 2h
                        unless:
                          - event: order.placed
                        action:
                          name: reminder
                          expires: 4h
                          payload:
                            product_id: ${view.product_id}
                        """);
    }

    /** The same with another threshold for big orders. */
    public static RuleFiles withThreshold(String total) {
        return files().with("triggers/big-order.yaml", bigOrder(total));
    }

    private static String bigOrder(String total) {
        return """
                trigger: big-order
                description: A big order was placed.
                owner: test
                state: live
                purpose: offers
                channel: push
                when:
                  - step: order
                    event: order.placed
                    where: event.total >= %s
                action:
                  name: thanks
                  expires: 4h
                  payload:
                    order_id: ${order.order_id}
                """.formatted(total);
    }
}
