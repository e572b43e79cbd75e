package dev.anlass.engine.rulefile;

import dev.anlass.engine.rulefile.Node.Entry;
import dev.anlass.engine.rulefile.Node.Mapping;
import java.util.List;

/** The entries of a file that has one key with a mapping of names below it, such as {@code purposes}. */
final class NamedEntries {

    private NamedEntries() {}

    static List<Entry> of(Node document, String key, Findings findings) {
        Section section = Section.of(document, "a file of " + key, findings, List.of(key));
        Node below = section == null ? null : section.require(key);
        if (below instanceof Mapping names) {
            return names.entries();
        }
        boolean isEmpty = below instanceof Node.Scalar scalar && scalar.isNothing();
        if (below != null && !isEmpty) {
            findings.error(below.at(), key + " are a mapping of names, not " + below.kind(), null);
        }
        return List.of();
    }
}
