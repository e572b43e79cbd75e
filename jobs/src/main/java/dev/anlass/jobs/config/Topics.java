package dev.anlass.jobs.config;

import java.io.Serializable;
import java.util.List;

/** The names of the topics. */
public record Topics(
        String events,
        String actions,
        String decisions,
        String rejected,
        String rules,
        String advisorLists,
        String inApp)
        implements Serializable {

    /** All of them, in the order in which data flows. */
    public List<String> all() {
        return List.of(events, rules, actions, decisions, rejected, advisorLists, inApp);
    }
}
