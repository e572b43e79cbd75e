package dev.anlass.engine.rulefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All findings in a set of rule files, by file, line and column. */
public record Problems(List<Problem> all) {

    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::severity)
            .thenComparing(Problem::message);

    public Problems {
        all = all.stream().sorted(ORDER).distinct().toList();
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public boolean hasErrors() {
        return all.stream().anyMatch(Problem::isError);
    }

    public long errors() {
        return all.stream().filter(Problem::isError).count();
    }

    public long warnings() {
        return all.size() - errors();
    }

    /** These and others. */
    public Problems and(Problems others) {
        List<Problem> both = new ArrayList<>(all);
        both.addAll(others.all);
        return new Problems(both);
    }

    /** What is wrong with scenario files: their triggers are not proved. */
    public Problems aboutScenarios() {
        return new Problems(all.stream()
                .map(problem -> problem.isError()
                        ? problem.withSeverity(Problem.Severity.WARNING).aboutScenarios()
                        : problem)
                .toList());
    }

    /** As the commands see them that put rules to work: a trigger that is not proved is an error. */
    public Problems withMissingScenariosAsErrors() {
        return new Problems(all.stream()
                .map(problem -> problem.kind() == Problem.Kind.MISSING_SCENARIO
                        ? problem.withSeverity(Problem.Severity.ERROR)
                        : problem)
                .toList());
    }

    /** The text for the author: every finding, then how many there are. */
    public String render() {
        StringBuilder text = new StringBuilder();
        for (Problem problem : all) {
            text.append(problem.render()).append('\n');
        }
        return text.append(counts()).append('\n').toString();
    }

    private String counts() {
        if (isEmpty()) {
            return "no problems";
        }
        String errors = counted(errors(), "error");
        String warnings = counted(warnings(), "warning");
        if (errors() == 0) {
            return warnings;
        }
        return warnings() == 0 ? errors : errors + ", " + warnings;
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
