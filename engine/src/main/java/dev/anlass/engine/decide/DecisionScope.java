package dev.anlass.engine.decide;

import dev.anlass.engine.customer.Attributes;
import dev.anlass.engine.customer.CustomerView;
import dev.anlass.engine.customer.Zones;
import dev.anlass.engine.expression.Scope;
import dev.anlass.engine.match.Match;
import dev.anlass.engine.rule.Bundle;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the conditions and values of a decision see: the match and the facts at its place. */
final class DecisionScope implements Scope {

    private final Bundle bundle;
    private final Match match;
    private final @Nullable Map<String, Object> action;

    /** @param action what policies see of the action; null outside policies */
    DecisionScope(Bundle bundle, Match match, @Nullable Map<String, Object> action) {
        this.bundle = bundle;
        this.match = match;
        this.action = action;
    }

    @Override
    public long time() {
        return match.instant();
    }

    ZoneId zone() {
        return Zones.of(attributes(), bundle.constants());
    }

    Attributes attributes() {
        return match.circumstances().attributes();
    }

    @Override
    public @Nullable Object read(String root) {
        int step = match.steps().indexOf(root);
        if (step >= 0) {
            return step < match.bound().size() ? match.bound().get(step).fields() : null;
        }
        return switch (root) {
            case "customer" -> new CustomerView(attributes(), zone(), match.instant());
            case "metric" -> match.circumstances().metrics();
            case "segment" -> match.circumstances().segments();
            case "const" -> bundle.constants();
            case "alternatives" -> (long) match.alternatives();
            case "action" -> action;
            default -> null;
        };
    }
}
