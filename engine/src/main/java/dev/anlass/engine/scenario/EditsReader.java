package dev.anlass.engine.scenario;

import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rulefile.Findings;
import dev.anlass.engine.rulefile.Loaded;
import dev.anlass.engine.rulefile.Node;
import dev.anlass.engine.rulefile.Node.Entry;
import dev.anlass.engine.rulefile.Node.Mapping;
import dev.anlass.engine.rulefile.Node.Scalar;
import dev.anlass.engine.rulefile.Node.Sequence;
import dev.anlass.engine.rulefile.Problem;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.rulefile.Rulebook;
import dev.anlass.engine.rulefile.Section;
import dev.anlass.engine.rulefile.Values;
import dev.anlass.engine.rulefile.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the edits of a scenario: bundles that follow the rules beside it, each in force from its time on. */
final class EditsReader {

    private static final List<String> KEYS = List.of("at", "files");

    private final RuleFiles files;
    private final Findings findings;
    private final Values values;

    EditsReader(RuleFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
        this.values = new Values(findings);
    }

    /** The bundles in the order of the list; each edits what the one before left. */
    List<Bundle> read(@Nullable Node node, long start) {
        List<Bundle> bundles = new ArrayList<>();
        if (node instanceof Sequence list) {
            RuleFiles edited = files;
            for (Node item : list.items()) {
                edited = read(item, start, edited, bundles);
            }
        } else if (node != null) {
            findings.error(node.at(), "edits is a list, not " + node.kind(), null);
        }
        return bundles;
    }

    private RuleFiles read(Node item, long start, RuleFiles before, List<Bundle> bundles) {
        Section section = Section.of(item, "an edit", findings, KEYS);
        if (section == null) {
            return before;
        }
        Long at = section.require("at", 0L, values::duration);
        if (at != null
                && !bundles.isEmpty()
                && start + at <= bundles.get(bundles.size() - 1).effectiveFrom()) {
            findings.error(section.at(), "this edit is not later than the one before it", "list them by their times");
        }
        RuleFiles edited = edited(section.require("files"), before);
        Loaded loaded = Rulebook.load(edited, "edit-" + (bundles.size() + 1));
        for (Problem problem : loaded.problems().all()) {
            if (problem.isError()) {
                String place = problem.file() + ":" + problem.line();
                findings.error(
                        section.at(), "after this edit " + place + " is wrong: " + problem.message(), problem.wayOut());
            }
        }
        Bundle bundle = loaded.bundle();
        if (bundle != null && at != null) {
            bundles.add(bundle.withEffectiveFrom(start + at));
        }
        return edited;
    }

    /** A file without text is taken away. */
    private RuleFiles edited(@Nullable Node node, RuleFiles before) {
        RuleFiles edited = before;
        if (node instanceof Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                edited = edited(entry, edited);
            }
        } else if (node != null) {
            findings.error(node.at(), "files have a path and a text, not " + node.kind(), null);
        }
        return edited;
    }

    private RuleFiles edited(Entry entry, RuleFiles before) {
        String path = entry.key().text();
        if (entry.value() instanceof Scalar scalar && scalar.isNothing()) {
            if (before.text(path) == null) {
                findings.error(
                        entry.key().at(),
                        "there is no file \"" + path + "\" to take away",
                        Words.nearest(path, before.paths()));
            }
            return before.without(path);
        }
        String text = values.text(entry.value());
        return text == null ? before : before.with(path, text);
    }
}
