package dev.anlass.engine.rulefile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is found wrong while rule files are read. */
public final class Findings {

    private final List<Problem> found = new ArrayList<>();

    public void error(Spot at, String message, @Nullable String wayOut) {
        found.add(Problem.at(at, Problem.Severity.ERROR, message, wayOut));
    }

    public void warning(Spot at, String message, @Nullable String wayOut) {
        found.add(Problem.at(at, Problem.Severity.WARNING, message, wayOut));
    }

    /** A scenario that is not there: a warning that deploying treats as an error. */
    public void missingScenario(Spot at, String message, @Nullable String wayOut) {
        found.add(Problem.at(at, Problem.Severity.WARNING, message, wayOut).aboutScenarios());
    }

    void add(Problem problem) {
        found.add(problem);
    }

    /** How many errors there are so far; more of them after a part was read say that the part is broken. */
    public int errors() {
        return (int) found.stream().filter(Problem::isError).count();
    }

    public Problems problems() {
        return new Problems(found);
    }
}
