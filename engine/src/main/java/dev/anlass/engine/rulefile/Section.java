package dev.anlass.engine.rulefile;

import dev.anlass.engine.rulefile.Node.Entry;
import dev.anlass.engine.rulefile.Node.Mapping;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of a rule file that has a fixed set of keys.
 *
 * <p>A value that is wrong is reported by its reader and replaced by the default, so that reading goes on and finds
 * what else is wrong.
 */
public final class Section {

    private final Mapping mapping;
    private final String what;
    private final Findings findings;

    /** Keys that the author seems to have meant by unknown ones; that they are missing is not said again. */
    private final Set<String> misspelled = new HashSet<>();

    private Section(Mapping mapping, String what, Findings findings) {
        this.mapping = mapping;
        this.what = what;
        this.findings = findings;
    }

    /**
     * The node as a section; unknown keys are reported.
     *
     * @param what what it is, as {@code a step}
     * @return null if the node is no mapping, which is reported
     */
    public static @Nullable Section of(Node node, String what, Findings findings, List<String> keys) {
        if (!(node instanceof Mapping mapping)) {
            findings.error(
                    node.at(),
                    what + " is needed, not " + node.kind(),
                    "expected: the keys " + String.join(", ", keys));
            return null;
        }
        Section section = new Section(mapping, what, findings);
        section.refuseUnknown(keys);
        return section;
    }

    private void refuseUnknown(List<String> keys) {
        for (Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (keys.contains(key)) {
                continue;
            }
            Optional<String> meant = Words.nearestWord(key, keys);
            meant.ifPresent(misspelled::add);
            String wayOut = meant.map(Words::didYouMean).orElse("expected: one of " + String.join(", ", keys));
            findings.error(entry.key().at(), what + " has no key \"" + key + "\"", wayOut);
        }
    }

    public Spot at() {
        return mapping.at();
    }

    public boolean has(String key) {
        return mapping.get(key) != null;
    }

    /** The value of a key, or null. */
    public @Nullable Node find(String key) {
        return mapping.get(key);
    }

    /** The value of a mandatory key; null, and reported, if it is missing. */
    public @Nullable Node require(String key) {
        Node value = mapping.get(key);
        if (value == null && !misspelled.contains(key)) {
            findings.error(at(), what + " needs the key \"" + key + "\"", null);
        }
        return value;
    }

    /** Where a key stands; where the section begins if it is missing. */
    public Spot spotOf(String key) {
        for (Entry entry : mapping.entries()) {
            if (entry.key().text().equals(key)) {
                return entry.key().at();
            }
        }
        return at();
    }

    /** The value of a key, or another if it is missing or wrong. */
    public <T> T read(String key, T otherwise, Function<Node, @Nullable T> reader) {
        Node value = mapping.get(key);
        T read = value == null ? null : reader.apply(value);
        return read == null ? otherwise : read;
    }

    /** The value of a key, or null if it is missing or wrong. */
    public <T> @Nullable T readOrNull(String key, Function<Node, @Nullable T> reader) {
        Node value = mapping.get(key);
        return value == null ? null : reader.apply(value);
    }

    /** The value of a mandatory key, or another if it is missing or wrong. */
    public <T> T require(String key, T otherwise, Function<Node, @Nullable T> reader) {
        Node value = require(key);
        T read = value == null ? null : reader.apply(value);
        return read == null ? otherwise : read;
    }
}
