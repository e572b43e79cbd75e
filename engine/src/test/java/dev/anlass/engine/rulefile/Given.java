package dev.anlass.engine.rulefile;

import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Trigger;
import java.util.List;
import java.util.Objects;

/** A small rule set in memory to which tests add files. */
final class Given {

    private static final String CATALOGUE = """
            events:
              cart.product_added:
                data: behaviour
                fields: {product_id: string, name: string, price: double, quantity: int, tags: list(string)}
              order.completed:
                data: transactions
                fields: {product_ids: list(string), total: double}
              review.written:
                data: community
                fields: {stars: int}
            """;

    private static final String CUSTOMER = """
            attributes:
              birthdate: {type: date, data: profile}
              tier: {type: string, data: loyalty}
            """;

    private static final String PURPOSES = """
            purposes:
              offers: {basis: consent}
              research: {basis: consent}
              narrow: {basis: consent, data: [behaviour]}
            """;

    private static final String CHANNELS = """
            channels:
              push: {collect_for: 0s, expires: 4h}
              advisor: {collect_for: none, expires: 3d}
            """;

    static final String METRIC = """
            metric: spend
            event: order.completed
            purpose: offers
            value: event.total
            aggregate: sum
            over: 30d
            bucket: 1d
            where: customer.tier != "none"
            """;

    static final String SEGMENT = """
            segment: relationship
            otherwise: buyer
            types:
              fan: {score: metric.spend * 2.0, at_least: 10.0}
            """;

    private Given() {}

    static RuleFiles rules() {
        return RuleFiles.none()
                .with(FileKind.EVENTS_FILE, CATALOGUE)
                .with(FileKind.CUSTOMER_FILE, CUSTOMER)
                .with(FileKind.PURPOSES_FILE, PURPOSES)
                .with(FileKind.CHANNELS_FILE, CHANNELS);
    }

    /** A trigger {@code t} on a basket, with more keys below. */
    static String trigger(String... keys) {
        return """
               trigger: t
               purpose: offers
               channel: push
               when:
                 - step: cart
                   event: cart.product_added
               """ + action("") + String.join("\n", keys);
    }

    static String action(String keys) {
        return "action:\n  name: act\n" + keys.indent(2);
    }

    static Trigger loaded(RuleFiles files) {
        return Objects.requireNonNull(bundle(files).triggers().get("t"));
    }

    static Bundle bundle(RuleFiles files) {
        Loaded loaded = Rulebook.load(files, null);
        if (loaded.bundle() == null) {
            throw new AssertionError(loaded.problems().render());
        }
        return loaded.bundle();
    }

    /** Where and what: {@code file:line:column: severity: message}, without what is said of scenarios. */
    static List<String> problems(RuleFiles files) {
        return Rulebook.load(files, null).problems().all().stream()
                .filter(problem -> problem.kind() == Problem.Kind.RULE)
                .map(problem -> problem.render().lines().findFirst().orElseThrow())
                .toList();
    }
}
