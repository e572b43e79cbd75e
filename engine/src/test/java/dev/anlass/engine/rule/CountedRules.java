package dev.anlass.engine.rule;

import dev.anlass.engine.expression.CountedExpressions;
import dev.anlass.engine.expression.Expression;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The same bundle, which says when a condition of a trigger or of a metric is evaluated. */
public final class CountedRules {

    private final Runnable evaluated;

    private CountedRules(Runnable evaluated) {
        this.evaluated = evaluated;
    }

    /** @param evaluated is run with each evaluation */
    public static Bundle of(Bundle bundle, Runnable evaluated) {
        CountedRules counted = new CountedRules(evaluated);
        Map<String, Metric> metrics = new TreeMap<>(bundle.metrics());
        metrics.replaceAll((name, metric) -> counted.metric(metric));
        Map<String, Trigger> triggers = new TreeMap<>(bundle.triggers());
        triggers.replaceAll((name, trigger) -> counted.trigger(trigger));
        return new Bundle(
                bundle.number(),
                bundle.effectiveFrom(),
                bundle.catalogue(),
                bundle.purposes(),
                bundle.channels(),
                bundle.constants(),
                metrics,
                bundle.segments(),
                bundle.policies(),
                bundle.fences(),
                triggers);
    }

    private Metric metric(Metric metric) {
        return new Metric(
                metric.name(),
                metric.event(),
                metric.purpose(),
                metric.value(),
                metric.aggregate(),
                metric.overMillis(),
                metric.bucketMillis(),
                counted(metric.where()),
                metric.categories());
    }

    private Trigger trigger(Trigger trigger) {
        return new Trigger(
                trigger.name(),
                trigger.description(),
                trigger.owner(),
                trigger.state(),
                trigger.purpose(),
                trigger.channel(),
                trigger.steps().stream().map(this::step).toList(),
                trigger.every(),
                counted(trigger.where()),
                trigger.withinMillis(),
                trigger.waitMillis(),
                clauses(trigger.unless()),
                clauses(trigger.until()),
                trigger.prefer(),
                counted(trigger.given()),
                trigger.cooldownMillis(),
                trigger.rollout(),
                trigger.activeFrom(),
                trigger.activeUntil(),
                trigger.action(),
                trigger.categories(),
                trigger.reads());
    }

    private Step step(Step step) {
        return new Step(
                step.name(),
                step.event(),
                counted(step.where()),
                step.withinMillis(),
                step.keep(),
                step.key(),
                step.atMost(),
                step.count(),
                step.overMillis());
    }

    private List<Clause> clauses(List<Clause> clauses) {
        return clauses.stream()
                .map(clause -> new Clause(clause.event(), counted(clause.where()), clause.lastStep()))
                .toList();
    }

    private @Nullable Expression counted(@Nullable Expression condition) {
        return CountedExpressions.counted(condition, evaluated);
    }
}
