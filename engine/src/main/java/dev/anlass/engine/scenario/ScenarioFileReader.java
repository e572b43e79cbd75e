package dev.anlass.engine.scenario;

import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rulefile.Findings;
import dev.anlass.engine.rulefile.Node;
import dev.anlass.engine.rulefile.Node.Mapping;
import dev.anlass.engine.rulefile.Node.Sequence;
import dev.anlass.engine.rulefile.Section;
import dev.anlass.engine.rulefile.Source;
import dev.anlass.engine.rulefile.Values;
import dev.anlass.engine.rulefile.YamlReader;
import dev.anlass.engine.step.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of scenarios.
 *
 * <p>What stands at the top of the file holds for every scenario that does not say otherwise. A scenario with a mistake
 * is reported and not played.
 */
final class ScenarioFileReader {

    private static final List<String> FILE_KEYS = List.of("start", "customer", "consent", "events", "scenarios");
    private static final List<String> SCENARIO_KEYS =
            List.of("scenario", "start", "customer", "consent", "edits", "events", "expect");

    private final Program rules;
    private final EditsReader edits;
    private final Findings findings;
    private final Values values;

    /** @param rules those beside the scenarios */
    ScenarioFileReader(Program rules, EditsReader edits, Findings findings) {
        this.rules = rules;
        this.edits = edits;
        this.findings = findings;
        this.values = new Values(findings);
    }

    ScenarioFile read(Source source) {
        List<Scenario> scenarios = new ArrayList<>();
        for (Node document : YamlReader.documents(source, findings)) {
            Section file = Section.of(document, "a file of scenarios", findings, FILE_KEYS);
            if (file != null) {
                each(file.require("scenarios"), "scenarios", node -> read(node, file, scenarios));
            }
        }
        return new ScenarioFile(source.file(), scenarios);
    }

    private void read(Node node, Section file, List<Scenario> scenarios) {
        int before = findings.errors();
        Section section = Section.of(node, "a scenario", findings, SCENARIO_KEYS);
        if (section == null) {
            return;
        }
        String name = section.require("scenario", "", values::text);
        Long start = start(section, file);
        if (start == null) {
            return;
        }
        Program program = program(section, start);
        Vocabulary vocabulary = new Vocabulary(program.bundles(), findings);
        List<Occurrence> happens = occurrences(section, file, start, program, vocabulary);
        ExpectationsReader expectations = new ExpectationsReader(program.bundles(), vocabulary, findings);
        List<Expectation> expected = expectations.read(section.require("expect"), start);
        if (findings.errors() == before) {
            scenarios.add(new Scenario(name, section.at(), start, program, happens, expected));
        }
    }

    private Program program(Section section, long start) {
        List<Bundle> later = edits.read(section.find("edits"), start);
        if (later.isEmpty()) {
            return rules;
        }
        List<Bundle> all = new ArrayList<>(rules.bundles());
        all.addAll(later);
        return Program.of(all, rules.settings());
    }

    private @Nullable Long start(Section section, Section file) {
        Node start = own(section, file, "start");
        if (start == null) {
            findings.error(
                    section.at(), "a scenario needs the key \"start\"", "expected: here or at the top of the file");
            return null;
        }
        return values.timestamp(start);
    }

    private List<Occurrence> occurrences(
            Section section, Section file, long start, Program program, Vocabulary vocabulary) {
        Bundle newest = program.bundles().get(program.bundles().size() - 1);
        OccurrencesReader occurrences =
                new OccurrencesReader(newest.catalogue(), program.decoder(), vocabulary, findings);
        OccurrencesReader.Cast cast = occurrences.cast(merged(file.find("customer"), section.find("customer")), start);
        each(own(section, file, "consent"), "consent", item -> occurrences.addConsent(cast, item));
        each(own(section, file, "events"), "events", item -> occurrences.addEvent(cast, item));
        return cast.occurrences();
    }

    private static @Nullable Node own(Section section, Section file, String key) {
        Node own = section.find(key);
        return own != null ? own : file.find(key);
    }

    /** The customer of the file with what the scenario changes. */
    private static @Nullable Node merged(@Nullable Node ofFile, @Nullable Node own) {
        if (!(ofFile instanceof Mapping base) || !(own instanceof Mapping changes)) {
            return own != null ? own : ofFile;
        }
        List<Node.Entry> all = new ArrayList<>();
        for (Node.Entry entry : base.entries()) {
            if (changes.get(entry.key().text()) == null) {
                all.add(entry);
            }
        }
        all.addAll(changes.entries());
        return new Mapping(changes.at(), all);
    }

    private void each(@Nullable Node node, String key, Consumer<Node> reader) {
        if (node instanceof Sequence list) {
            list.items().forEach(reader);
        } else if (node != null) {
            findings.error(node.at(), key + " is a list, not " + node.kind(), null);
        }
    }
}
