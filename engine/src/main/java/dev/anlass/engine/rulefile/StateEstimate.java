package dev.anlass.engine.rulefile;

import dev.anlass.engine.event.FieldType;
import dev.anlass.engine.expression.Reads;
import dev.anlass.engine.rule.Step;
import dev.anlass.engine.rule.Trigger;
import java.util.Set;

/**
 * Estimates how many bytes a trigger can keep for one customer.
 *
 * <p>The most it can keep: every key open at every level, each chain with the fields that the trigger reads of the
 * events bound so far.
 */
final class StateEstimate {

    /** What one trigger may keep for one customer. */
    static final long TRIGGER_BUDGET_BYTES = 64 * 1024;

    /** Time, source and id of a bound event. */
    private static final int BOUND_EVENT_BYTES = 56;

    private static final int FIELD_BYTES = 16;

    /** An entry of a counter. */
    private static final int TIME_BYTES = 8;

    private final Environments environments;

    StateEstimate(Environments environments) {
        this.environments = environments;
    }

    /**
     * Reports a trigger that may keep too much.
     *
     * @param at where it is reported
     */
    void check(Trigger trigger, Spot at, Findings findings) {
        long bytes = bytes(trigger);
        if (bytes > TRIGGER_BUDGET_BYTES) {
            findings.error(
                    at,
                    "the trigger may keep about " + bytes / 1024 + " KiB for one customer, the budget is "
                            + TRIGGER_BUDGET_BYTES / 1024 + " KiB",
                    "expected: a smaller \"at_most\" or \"count\", fewer steps or fewer fields");
        }
    }

    long bytes(Trigger trigger) {
        long ofChain = 0;
        long ofKey = 0;
        for (Step step : trigger.steps()) {
            ofChain += BOUND_EVENT_BYTES + (long) FIELD_BYTES * fields(step, trigger.reads());
            ofKey += ofChain + (step.isCounted() ? (long) TIME_BYTES * step.count() : 0);
        }
        boolean hasKeys = !trigger.steps().isEmpty() && trigger.steps().get(0).keep() == Step.Keep.EACH;
        return ofKey * (hasKeys ? trigger.steps().get(0).atMost() : 1);
    }

    private int fields(Step step, Reads reads) {
        Set<String> read = reads.fieldsOf(step.name());
        boolean isEverything = read.contains(Reads.EVERYTHING);
        return isEverything && environments.event(step.event()) instanceof FieldType.RecordOf all
                ? all.fields().size()
                : read.size();
    }
}
