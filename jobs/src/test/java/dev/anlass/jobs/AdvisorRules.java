package dev.anlass.jobs;

import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.jobs.operator.TestEvents;

/** A bank of two branches, whose advisors call who has received much money; who is to be called gets no push. */
final class AdvisorRules {

    static final String OFFICES = """
            branches:
              zurich: {zone: Europe/Zurich, cut_off: "06:00", rows: 3}
              london: {zone: Europe/London, cut_off: "06:00", rows: 3}
            advisors:
              anna: {branch: zurich, language: de}
              beat: {branch: zurich, language: en}
              carl: {branch: london, language: en}
            words:
              savings: {de: Sparen, en: Savings}
            """;

    private AdvisorRules() {}

    static RuleFiles files() {
        return RuleFiles.none()
                .with("catalogue/events.yaml", """
                        events:
                          account.credited: {data: transactions, fields: {amount: double}}
                          product.viewed: {data: transactions, fields: {product_id: string}}
                          loan.granted: {data: transactions, fields: {amount: double}}
                          call.planned: {data: transactions, fields: {action_id: string, advisor: string, planned: int}}
                        """)
                .with("catalogue/customer.yaml", "attributes: {advisor: {type: string, data: profile}}")
                .with("catalogue/purposes.yaml", "purposes: {advice: {basis: legitimate_interest}}")
                .with(
                        "catalogue/channels.yaml",
                        "channels: {push: {}, advisor: {collect_for: none, expires: 3d, languages: all}}")
                .with("metrics/planned_calls.yaml", """
                        metric: planned_calls
                        event: call.planned
                        purpose: advice
                        value: event.planned
                        aggregate: last
                        over: 14d
                        bucket: 1d
                        """)
                .with("policies/call-first.yaml", """
                        policy: call-first
                        applies: {channel: push}
                        forbid: has(metric.planned_calls) && metric.planned_calls > 0
                        reason: Who is to be called today is not disturbed before.
                        """)
                .with("triggers/money.yaml", """
                        trigger: money
                        purpose: advice
                        channel: advisor
                        when: [{step: credit, event: account.credited, where: event.amount >= 100.0}]
                        until: [{event: loan.granted}]
                        action:
                          name: talk
                          value: credit.amount
                          payload: {advisor: "${customer.advisor}", product: savings, next_step: meet, amount: "${credit.amount}"}
                          text: {en: "Received ${credit.amount}.", de: "Hat ${credit.amount} erhalten."}
                        """)
                .with("triggers/viewed.yaml", """
                        trigger: viewed
                        purpose: advice
                        channel: push
                        when: [{step: view, event: product.viewed}]
                        action: {name: offer}
                        """);
    }

    static String customer(String customer, String advisor) {
        return TestEvents.event(
                customer, "customer-" + customer, "customer.updated", 0, "{\"advisor\":\"" + advisor + "\"}");
    }

    static String credit(String customer, String id, long seconds, double amount) {
        return TestEvents.event(customer, id, "account.credited", seconds, "{\"amount\":" + amount + "}");
    }

    static String loan(String customer, String id, long seconds) {
        return TestEvents.event(customer, id, "loan.granted", seconds, "{\"amount\":1.0}");
    }

    static String feedback(String customer, String id, String type, String actionId, long seconds) {
        return TestEvents.event(customer, id, type, seconds, "{\"action_id\":\"" + actionId + "\"}");
    }
}
