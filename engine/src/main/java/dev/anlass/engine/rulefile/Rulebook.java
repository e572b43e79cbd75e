package dev.anlass.engine.rulefile;

import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Policy;
import dev.anlass.engine.rule.Trigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes a bundle of rule files, or says everything that is wrong with them.
 *
 * <p>Files are read in the order in which they refer to each other. A mistake does not end the reading: the broken
 * part is replaced by something that fits everywhere, and what depends on it is still checked.
 */
public final class Rulebook {

    private static final int NUMBER_DIGITS = 8;

    private final RuleFiles files;
    private final Findings findings = new Findings();
    private final Vocabulary vocabulary = new Vocabulary();
    private final Expressions expressions = new Expressions(findings);
    private final List<ReadTrigger> triggers = new ArrayList<>();
    private final Declared<Policy> policies = new Declared<>();

    private Rulebook(RuleFiles files) {
        this.files = files;
    }

    /**
     * The bundle that the files make, or their mistakes.
     *
     * @param number the number of the bundle; if null it is made from the content
     */
    public static Loaded load(RuleFiles files, @Nullable String number) {
        return new Rulebook(files).load(number);
    }

    private Loaded load(@Nullable String number) {
        new FileChecks(files, findings).check();
        readCatalogue();
        readRules();
        new ScenarioKinds(files, findings).check(triggers);
        Problems problems = findings.problems();
        String named = number != null ? number : "local-" + files.sha256().substring(0, NUMBER_DIGITS);
        List<TriggerSummary> summaries = triggers.stream()
                .map(TriggerSummary::of)
                .sorted(Comparator.comparing(TriggerSummary::name))
                .toList();
        return new Loaded(problems.hasErrors() ? null : bundle(named), problems, summaries);
    }

    private void readCatalogue() {
        CatalogueReader catalogue = new CatalogueReader(vocabulary, findings);
        each(FileKind.EVENTS, catalogue::readEvents, vocabulary.events);
        each(FileKind.CUSTOMER, catalogue::readAttributes, vocabulary.attributes);
        each(FileKind.PURPOSES, new PurposeReader(vocabulary, findings)::read, vocabulary.purposes);
        each(FileKind.CHANNELS, new ChannelReader(vocabulary, findings)::read, vocabulary.channels);
        each(FileKind.CONSTANTS, new ConstantsReader(vocabulary, findings)::read, vocabulary.constants);
        FenceReader fences = new FenceReader(vocabulary, findings);
        for (String path : of(FileKind.FENCES)) {
            fences.read(files.source(path));
        }
    }

    private void readRules() {
        each(FileKind.METRIC, new MetricReader(reading())::read, vocabulary.metrics);
        each(FileKind.SEGMENT, new SegmentReader(reading())::read, vocabulary.segments);
        Reading reading = reading();
        Declared<Trigger> names = new Declared<>();
        each(FileKind.TRIGGER, document -> trigger(document, names, reading), names);
        boolean isComplete = !names.isUnreadable() && triggers.stream().noneMatch(ReadTrigger::isBroken);
        PolicyReader policyReader = new PolicyReader(reading, new TriggersRead(triggers, isComplete));
        each(FileKind.POLICY, document -> policyReader.read(document, policies), policies);
    }

    private void trigger(Node document, Declared<Trigger> names, Reading reading) {
        ReadTrigger read = TriggerReader.read(document, reading);
        if (read == null) {
            names.addUnreadable();
            return;
        }
        triggers.add(read);
        if (!names.add(read.trigger().name(), read.trigger())) {
            findings.error(
                    read.at(), "there is another trigger \"" + read.trigger().name() + "\"", null);
        }
    }

    /** Reads every document of the files of a kind; a file without a document leaves names that nobody knows. */
    private void each(FileKind kind, Consumer<Node> reader, Declared<?> declared) {
        for (String path : of(kind)) {
            int before = findings.errors();
            List<Node> documents = YamlReader.documents(files.source(path), findings);
            documents.forEach(reader);
            if (documents.isEmpty() && findings.errors() > before) {
                declared.addUnreadable();
            } else if (documents.isEmpty()) {
                findings.add(Problem.of(files.shown(path), Problem.Severity.WARNING, "the file is empty", null));
            }
        }
    }

    private List<String> of(FileKind kind) {
        return files.paths().stream().filter(path -> FileKind.of(path) == kind).toList();
    }

    private Reading reading() {
        return Reading.of(vocabulary, expressions, findings);
    }

    private Bundle bundle(String number) {
        Map<String, Object> constants = new TreeMap<>();
        vocabulary.constants.valid().forEach((name, constant) -> constants.put(name, constant.value()));
        Map<String, Trigger> live = new TreeMap<>();
        for (ReadTrigger read : triggers) {
            if (read.trigger().state() != Trigger.State.DRAFT) {
                live.put(read.trigger().name(), read.trigger());
            }
        }
        Map<String, dev.anlass.engine.rule.Purpose> purposes = new TreeMap<>();
        vocabulary.purposes.valid().forEach((name, declared) -> purposes.put(name, declared.purpose()));
        return new Bundle(
                number,
                Long.MIN_VALUE,
                vocabulary.catalogue(),
                purposes,
                vocabulary.channels.valid(),
                constants,
                vocabulary.metrics.valid(),
                vocabulary.segments.valid(),
                policies.valid(),
                vocabulary.fences,
                live);
    }
}
