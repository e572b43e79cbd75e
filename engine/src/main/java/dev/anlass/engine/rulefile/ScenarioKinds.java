package dev.anlass.engine.rulefile;

import dev.anlass.engine.rule.Trigger;
import dev.anlass.engine.rulefile.Node.Mapping;
import dev.anlass.engine.rulefile.Node.Scalar;
import dev.anlass.engine.rulefile.Node.Sequence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds triggers that are not proved by the three kinds of scenario in the file beside them.
 *
 * <p>Drafts need no proof yet. The scenarios are only looked at, not checked: that is done when they are run.
 */
final class ScenarioKinds {

    /** What a scenario shows of the trigger beside it. */
    enum Kind {
        EMITS("emits"),
        SILENT("stays silent"),
        REFUSED("is refused");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private final RuleFiles files;
    private final Findings findings;
    private final Map<String, String> pathOf = new HashMap<>();

    /** The triggers of one file have their scenarios in one file too, which is read once. */
    private final Map<String, Optional<List<Node>>> documents = new HashMap<>();

    ScenarioKinds(RuleFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
        files.paths().forEach(path -> pathOf.put(files.shown(path), path));
    }

    void check(List<ReadTrigger> triggers) {
        Set<String> used = new HashSet<>();
        for (ReadTrigger read : triggers) {
            String path = scenariosOf(read);
            used.add(path);
            if (read.trigger().state() != Trigger.State.DRAFT) {
                check(read, path);
            }
        }
        for (String path : files.paths()) {
            if (FileKind.of(path) == FileKind.SCENARIOS && !used.contains(path) && !hasTriggerBeside(path)) {
                findings.add(Problem.of(
                        files.shown(path),
                        Problem.Severity.WARNING,
                        "there is no trigger beside these scenarios",
                        "expected: " + triggerBeside(path)));
            }
        }
    }

    private String scenariosOf(ReadTrigger read) {
        String path = pathOf.getOrDefault(read.at().source().file(), "");
        return path.replaceAll("\\.yaml$", "") + FileKind.SCENARIOS_END;
    }

    private boolean hasTriggerBeside(String path) {
        return files.text(triggerBeside(path)) != null;
    }

    private static String triggerBeside(String path) {
        return path.substring(0, path.length() - FileKind.SCENARIOS_END.length()) + ".yaml";
    }

    private void check(ReadTrigger read, String path) {
        String name = read.trigger().name();
        if (files.text(path) == null) {
            findings.missingScenario(
                    read.at(),
                    "the trigger \"" + name + "\" has no scenarios",
                    "expected: " + files.shown(path)
                            + " with scenarios of which one emits, one stays silent, one is refused");
            return;
        }
        Set<Kind> missing = missing(read.trigger(), path);
        if (!missing.isEmpty()) {
            List<String> words = new ArrayList<>();
            missing.forEach(kind -> words.add("no scenario that " + kind.words));
            findings.missingScenario(
                    read.at(),
                    "the trigger \"" + name + "\" has " + String.join(", ", words),
                    "expected: in " + files.shown(path));
        }
    }

    private Set<Kind> missing(Trigger trigger, String path) {
        Optional<List<Node>> scenarioFile = documents.computeIfAbsent(path, this::documents);
        if (scenarioFile.isEmpty()) {
            return Set.of();
        }
        EnumSet<Kind> missing = EnumSet.allOf(Kind.class);
        for (Node document : scenarioFile.get()) {
            if (document instanceof Mapping file && file.get("scenarios") instanceof Sequence scenarios) {
                scenarios.items().forEach(scenario -> missing.removeAll(shown(scenario, trigger)));
            }
        }
        return missing;
    }

    /** The documents of a scenario file; empty if it has mistakes, which are reported. */
    private Optional<List<Node>> documents(String path) {
        Findings inScenarios = new Findings();
        List<Node> read = YamlReader.documents(files.source(path), inScenarios);
        for (Problem problem : inScenarios.problems().all()) {
            findings.add(problem.withSeverity(Problem.Severity.WARNING).aboutScenarios());
        }
        return inScenarios.errors() > 0 ? Optional.empty() : Optional.of(read);
    }

    private static Set<Kind> shown(Node scenario, Trigger trigger) {
        Node expect = scenario instanceof Mapping mapping ? mapping.get("expect") : null;
        EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (expect instanceof Scalar word
                && word.text().toLowerCase(Locale.ROOT).equals("nothing")) {
            kinds.add(Kind.SILENT);
        }
        if (!(expect instanceof Sequence list)) {
            return kinds;
        }
        if (list.items().isEmpty()) {
            kinds.add(Kind.SILENT);
        }
        for (Node item : list.items()) {
            if (says(item, "action", trigger.action().name())) {
                kinds.add(Kind.EMITS);
            }
            if (says(item, "refused", trigger.name())) {
                kinds.add(Kind.REFUSED);
            }
        }
        return kinds;
    }

    private static boolean says(Node item, String key, String text) {
        @Nullable Node value = item instanceof Mapping mapping ? mapping.get(key) : null;
        return value instanceof Scalar scalar && scalar.text().equals(text);
    }
}
