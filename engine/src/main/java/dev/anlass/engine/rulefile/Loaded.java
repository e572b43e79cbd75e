package dev.anlass.engine.rulefile;

import dev.anlass.engine.rule.Bundle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a set of rule files.
 *
 * @param bundle null if and only if there are errors among the problems
 * @param triggers every trigger whose name could be read, drafts too, by name
 */
public record Loaded(@Nullable Bundle bundle, Problems problems, List<TriggerSummary> triggers) {
    public Loaded {
        triggers = List.copyOf(triggers);
    }
}
