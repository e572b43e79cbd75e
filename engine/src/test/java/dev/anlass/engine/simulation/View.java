package dev.anlass.engine.simulation;

import dev.anlass.engine.expression.Expression;
import dev.anlass.engine.expression.Scope;
import dev.anlass.engine.expression.Truth;
import dev.anlass.engine.rule.Step;
import dev.anlass.engine.rule.Trigger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an expression sees at one place. */
final class View implements Scope {

    private final Map<String, Object> roots = new HashMap<>();
    private final Facts facts;

    View(Facts facts) {
        this.facts = facts;
    }

    View with(String root, Object value) {
        roots.put(root, value);
        return this;
    }

    View event(Bound event) {
        return with("event", event.fields());
    }

    View steps(Trigger trigger, List<Bound> bound) {
        List<Step> steps = trigger.steps();
        for (int i = 0; i < Math.min(bound.size(), steps.size()); i++) {
            roots.put(steps.get(i).name(), bound.get(i).fields());
        }
        return this;
    }

    boolean isTrue(@Nullable Expression condition) {
        return condition == null || condition.test(this) == Truth.TRUE;
    }

    @Override
    public @Nullable Object read(String root) {
        return switch (root) {
            case "customer" -> facts.customer();
            case "metric" -> facts.metrics();
            case "segment" -> facts.segments();
            case "const" -> facts.bundle().constants();
            default -> roots.get(root);
        };
    }

    @Override
    public long time() {
        return facts.time();
    }
}
