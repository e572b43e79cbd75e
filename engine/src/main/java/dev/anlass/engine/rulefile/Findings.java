package dev.anlass.engine.rulefile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is found wrong while rule files are read. */
public final class Findings {

    private final List<Problem> found = new ArrayList<>();
    private final Set<Spot> settled = new HashSet<>();
    private int errors;

    public void error(Spot at, String message, @Nullable String wayOut) {
        if (!settled.contains(at)) {
            add(Problem.at(at, Problem.Severity.ERROR, message, wayOut));
        }
    }

    /** An error after which nothing more is to be said about the place. */
    void lastError(Spot at, String message, @Nullable String wayOut) {
        error(at, message, wayOut);
        settled.add(at);
    }

    public void warning(Spot at, String message, @Nullable String wayOut) {
        add(Problem.at(at, Problem.Severity.WARNING, message, wayOut));
    }

    /** A scenario that is not there: a warning that deploying treats as an error. */
    public void missingScenario(Spot at, String message, @Nullable String wayOut) {
        add(Problem.at(at, Problem.Severity.WARNING, message, wayOut).aboutScenarios());
    }

    void add(Problem problem) {
        found.add(problem);
        errors += problem.isError() ? 1 : 0;
    }

    /** How many errors there are so far; more of them after a part was read say that the part is broken. */
    public int errors() {
        return errors;
    }

    public Problems problems() {
        return new Problems(found);
    }
}
