package dev.anlass.engine.rulefile;

import dev.anlass.engine.rule.Policy;
import java.util.List;

/**
 * All triggers whose names could be read.
 *
 * @param isComplete whether all of them are without errors, so that what is not in them is nowhere
 */
record TriggersRead(List<ReadTrigger> all, boolean isComplete) {

    TriggersRead {
        all = List.copyOf(all);
    }

    /** The triggers that a policy applies to. */
    List<ReadTrigger> fitting(Policy.Applies applies) {
        return all.stream().filter(read -> applies.fits(read.trigger())).toList();
    }
}
