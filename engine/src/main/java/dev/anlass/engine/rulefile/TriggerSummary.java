package dev.anlass.engine.rulefile;

import dev.anlass.engine.rule.Trigger;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an author should know of a trigger before it goes live.
 *
 * @param file the path as it is shown to the author
 * @param categories the data categories that it needs permission for
 */
public record TriggerSummary(
        String name, String file, Trigger.State state, String purpose, String channel, Set<String> categories) {

    public TriggerSummary {
        SortedSet<String> sorted = new TreeSet<>(categories);
        categories = java.util.Collections.unmodifiableSortedSet(sorted);
    }

    static TriggerSummary of(ReadTrigger read) {
        Trigger trigger = read.trigger();
        return new TriggerSummary(
                trigger.name(),
                read.at().source().file(),
                trigger.state(),
                trigger.purpose(),
                trigger.channel(),
                trigger.categories());
    }
}
