package dev.anlass.engine.match;

import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.Fields;
import dev.anlass.engine.event.NameSet;
import dev.anlass.engine.expression.Reads;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Policy;
import dev.anlass.engine.rule.Purpose;
import dev.anlass.engine.rule.Trigger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** A trigger with everything looked up that matching it needs. */
public final class TriggerPlan {

    private final Trigger trigger;
    private final int number;
    private final Need need;
    private final List<String> stepNames;
    private final List<NameSet> stepReads;
    private final Set<String> decisionMetrics;
    private final List<Long> unchangedSince;
    private final Set<String> continuedBy = new HashSet<>();

    /** @param number of the trigger in the order of the names */
    TriggerPlan(int number, Trigger trigger, Bundle bundle, Needs needs, List<Long> unchangedSince) {
        this.number = number;
        this.trigger = trigger;
        Purpose purpose = Objects.requireNonNull(bundle.purposes().get(trigger.purpose()), trigger.purpose());
        this.need = needs.of(purpose, trigger.categories());
        this.stepNames = trigger.steps().stream().map(step -> step.name()).toList();
        this.stepReads = stepNames.stream()
                .map(step -> NameSet.of(trigger.reads().fieldsOf(step)))
                .toList();
        this.decisionMetrics = decisionMetrics(trigger, bundle);
        this.unchangedSince = List.copyOf(unchangedSince);
        trigger.steps().stream().skip(1).forEach(step -> continuedBy.add(step.event()));
        trigger.unless().forEach(clause -> continuedBy.add(clause.event()));
    }

    /** Whether an event of the type can extend or remove what is open. */
    boolean isContinuedBy(String type) {
        return continuedBy.contains(type);
    }

    /** In the order of the names of all triggers of the bundle, from 0. */
    int number() {
        return number;
    }

    public Trigger trigger() {
        return trigger;
    }

    public Purpose purpose() {
        return need.purpose();
    }

    Need need() {
        return need;
    }

    List<String> stepNames() {
        return stepNames;
    }

    /** The metrics whose values a decision of this trigger may read. */
    Set<String> decisionMetrics() {
        return decisionMetrics;
    }

    /** Effective time of the bundle since which each step and all before it are as they are. */
    List<Long> unchangedSince() {
        return unchangedSince;
    }

    int steps() {
        return trigger.steps().size();
    }

    boolean waits() {
        return trigger.waitMillis() > 0;
    }

    /** The event with just the fields that the trigger refers to under the name of a step. */
    Bound bind(int step, Event event) {
        NameSet read = stepReads.get(step);
        boolean all = read.contains(Reads.EVERYTHING);
        Fields kept = all ? event.fields() : event.fields().retain(read::contains);
        return new Bound(event.key(), kept);
    }

    private static Set<String> decisionMetrics(Trigger trigger, Bundle bundle) {
        List<Reads> all = new ArrayList<>();
        all.add(trigger.reads());
        for (Policy policy : bundle.policies().values()) {
            if (policy.forbid() != null) {
                all.add(policy.forbid().reads());
            }
            if (policy.weight() != null) {
                all.add(policy.weight().reads());
            }
        }
        Set<String> names = new TreeSet<>();
        for (Reads reads : all) {
            Set<String> read = reads.fieldsOf("metric");
            names.addAll(read.contains(Reads.EVERYTHING) ? bundle.metrics().keySet() : read);
        }
        names.retainAll(bundle.metrics().keySet());
        return names;
    }
}
