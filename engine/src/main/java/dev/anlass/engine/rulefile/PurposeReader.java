package dev.anlass.engine.rulefile;

import dev.anlass.engine.rule.Purpose;
import dev.anlass.engine.rulefile.Node.Entry;
import dev.anlass.engine.rulefile.Node.Sequence;
import dev.anlass.engine.rulefile.Vocabulary.DeclaredPurpose;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads {@code catalogue/purposes.yaml}.
 *
 * <p>A purpose may list under {@code data} the only categories that can ever be permitted for it.
 */
final class PurposeReader {

    private static final List<String> KEYS = List.of("basis", "dpv", "data", "description");

    private final Vocabulary vocabulary;
    private final Findings findings;
    private final Values values;

    PurposeReader(Vocabulary vocabulary, Findings findings) {
        this.vocabulary = vocabulary;
        this.findings = findings;
        this.values = new Values(findings);
    }

    void read(Node document) {
        for (Entry entry : NamedEntries.of(document, "purposes", findings)) {
            int before = findings.errors();
            String name = values.name(entry.key());
            Section section = Section.of(entry.value(), "a purpose", findings, KEYS);
            if (name == null || section == null) {
                vocabulary.purposes.addBroken(entry.key().text());
                continue;
            }
            DeclaredPurpose purpose = purpose(name, section);
            if (findings.errors() == before) {
                vocabulary.purposes.add(name, purpose);
            } else {
                vocabulary.purposes.addBroken(name);
            }
        }
    }

    private DeclaredPurpose purpose(String name, Section section) {
        Purpose.Basis basis =
                section.require("basis", Purpose.Basis.CONSENT, node -> values.word(node, Purpose.Basis.class));
        Purpose purpose = new Purpose(name, basis, section.readOrNull("dpv", values::text));
        return new DeclaredPurpose(purpose, section.read("data", Set.of(), this::categories));
    }

    private Set<String> categories(Node node) {
        Set<String> categories = new TreeSet<>();
        List<Node> items = node instanceof Sequence list ? list.items() : List.of(node);
        for (Node item : items) {
            String category = values.name(item);
            if (category != null) {
                categories.add(category);
            }
        }
        return categories;
    }
}
