package dev.anlass.jobs.consent;

import dev.anlass.engine.rulefile.Findings;
import dev.anlass.engine.rulefile.Node;
import dev.anlass.engine.rulefile.Problems;
import dev.anlass.engine.rulefile.Source;
import dev.anlass.engine.rulefile.YamlReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the controller says of itself, beside what the customers said: texts, or lists of texts. */
public record Controller(Map<ControllerField, Object> said) {

    private static final String KNOWN = " of " + String.join(", ", ControllerField.keys());

    public static final Controller UNKNOWN = new Controller(Map.of());

    /** @param controller null if there are errors among the problems */
    public record Read(@Nullable Controller controller, Problems problems) {}

    public Controller {
        Map<ControllerField, Object> copy = new EnumMap<>(ControllerField.class);
        copy.putAll(said);
        said = Collections.unmodifiableMap(copy);
    }

    /** Reads YAML or JSON; all mistakes are said at once. */
    public static Read read(String file, String text) {
        Findings findings = new Findings();
        List<Node> documents = YamlReader.documents(new Source(file, text), findings);
        Map<ControllerField, Object> said = new EnumMap<>(ControllerField.class);
        for (Node document : documents) {
            if (document instanceof Node.Mapping mapping) {
                mapping.entries().forEach(entry -> add(entry, said, findings));
            } else {
                findings.error(document.at(), "this is " + document.kind(), "expected: a mapping" + KNOWN);
            }
        }
        Problems problems = findings.problems();
        return new Read(problems.hasErrors() ? null : new Controller(said), problems);
    }

    private static void add(Node.Entry entry, Map<ControllerField, Object> said, Findings findings) {
        String key = entry.key().text();
        Object value = value(entry.value());
        ControllerField field = ControllerField.of(key).orElse(null);
        if (field == null) {
            findings.error(entry.key().at(), "\"" + key + "\" is not known here", "expected: one" + KNOWN);
        } else if (value == null) {
            findings.error(
                    entry.value().at(), "this is " + entry.value().kind(), "expected: a text or a list of texts");
        } else {
            said.put(field, value);
        }
    }

    private static @Nullable Object value(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return scalar.isNothing() ? null : scalar.text();
        }
        if (!(node instanceof Node.Sequence list)) {
            return null;
        }
        List<Object> texts = new ArrayList<>();
        for (Node item : list.items()) {
            if (!(item instanceof Node.Scalar scalar) || scalar.isNothing()) {
                return null;
            }
            texts.add(scalar.text());
        }
        return texts;
    }
}
