package dev.anlass.benchmarks.night;

import dev.anlass.engine.rulefile.RuleFiles;

/**
 * The rules of a bank: schedules at two in the morning, each of which matches one customer in a thousand, by an attribute
 * and a metric. Half of them go by where customers live, half by what they do, so that some match the same customers.
 */
final class BankRules {

    /** From band to band, so that neighbours look for different ones. */
    private static final int STRIDE = 7;

    private BankRules() {}

    static RuleFiles of(Bank bank) {
        RuleFiles files = RuleFiles.none()
                .with("catalogue/events.yaml", EVENTS)
                .with("catalogue/customer.yaml", CUSTOMER)
                .with("catalogue/purposes.yaml", PURPOSES)
                .with("catalogue/channels.yaml", CHANNELS)
                .with("metrics/inflow_28d.yaml", INFLOW)
                .with("policies/advisor-week.yaml", ONE_CALL_A_WEEK);
        StringBuilder triggers = new StringBuilder();
        for (int number = 0; number < bank.schedules(); number++) {
            triggers.append(number == 0 ? "" : "---\n").append(schedule(number));
        }
        return files.with("triggers/schedules.yaml", triggers.toString());
    }

    private static String schedule(int number) {
        int kind = number / 2 % Bank.KINDS;
        String fits = number % 2 == 0 ? "customer.district == \"d" + kind : "customer.occupation == \"o" + kind;
        double least = kind * STRIDE % Bank.BANDS * Bank.BAND_WIDTH;
        String where =
                fits + "\" && metric.inflow_28d >= " + least + " && metric.inflow_28d < " + (least + Bank.BAND_WIDTH);
        return """
                trigger: call-%1$d
                owner: advisory
                purpose: advisory-contact
                channel: advisor
                every:
                  at: "02:00"
                  on: weekdays
                  spread: 10m
                  where: %2$s
                cooldown: 27d
                action:
                  name: call-%1$d
                  value: metric.inflow_28d * 0.001
                  expires: 5d
                  payload:
                    inflow_28d: ${metric.inflow_28d}
                    advisor: ${customer.advisor}
                    product: product-%3$d
                    next_step: ask-for-the-goal
                  text:
                    en: "Put ${metric.inflow_28d} aside in four weeks. Ask what it is for."
                    de: "Hat in vier Wochen ${metric.inflow_28d} zur Seite gelegt. Frag nach, wofür."
                """.formatted(number, where, number % Bank.PRODUCTS);
    }

    private static final String EVENTS = """
            events:
              account.credited:
                data: transactions
                fields: {account_id: string, amount: double, balance: double, operation: string, category: string}
            """;

    private static final String CUSTOMER = """
            attributes:
              market: {type: string, data: profile}
              zone: {type: string, data: profile}
              language: {type: string, data: profile}
              birthdate: {type: date, data: profile}
              district: {type: string, data: profile}
              occupation: {type: string, data: profile}
              advisor: {type: string, data: profile}
            """;

    private static final String PURPOSES = """
            purposes:
              advisory-contact: {basis: consent, dpv: dpv:CustomerRelationshipManagement}
            """;

    private static final String CHANNELS = """
            channels:
              advisor: {collect_for: none, expires: 3d, languages: all}
            """;

    private static final String INFLOW = """
            metric: inflow_28d
            event: account.credited
            purpose: advisory-contact
            value: event.amount
            aggregate: sum
            over: 28d
            bucket: 1d
            """;

    private static final String ONE_CALL_A_WEEK = """
            policy: advisor-week
            applies: {channel: advisor}
            cap: {max: 1, per: calendar_week, then: drop}
            """;
}
