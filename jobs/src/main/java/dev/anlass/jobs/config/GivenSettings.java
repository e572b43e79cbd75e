package dev.anlass.jobs.config;

import dev.anlass.engine.rulefile.Findings;
import dev.anlass.engine.rulefile.Node;
import dev.anlass.engine.rulefile.Section;
import dev.anlass.engine.rulefile.Values;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The text of every setting by its path, such as {@code kafka.topics.events}, with the place where it was given.
 *
 * <p>The defaults say which settings there are; what is given later goes before what was given earlier.
 */
final class GivenSettings {

    /** The one mapping whose keys are not ours. */
    static final String PROPERTIES = "kafka.properties";

    private final Findings findings;
    private final Values values;
    private final Node.Mapping known;
    private final Map<String, Node> given = new LinkedHashMap<>();
    private final Map<String, String> properties = new TreeMap<>();

    GivenSettings(Node.Mapping defaults, Findings findings) {
        this.known = defaults;
        this.findings = findings;
        this.values = new Values(findings);
        file(defaults);
    }

    /** The paths of all settings. */
    List<String> paths() {
        return List.copyOf(given.keySet());
    }

    /** Puts what a file says over what was given so far. */
    void file(Node document) {
        mapping("", known, document);
    }

    /** Puts one value over what was given so far. */
    void value(String path, Node value) {
        given.put(path, value);
    }

    /** Puts one property of the Kafka clients over what was given so far. */
    void property(String name, String value) {
        properties.put(name, value);
    }

    String text(String path) {
        String text = values.text(node(path));
        return text == null ? "" : text;
    }

    int whole(String path, int least, int most) {
        Long whole = values.whole(node(path), least, most);
        return whole == null ? least : whole.intValue();
    }

    Duration duration(String path) {
        Long millis = values.duration(node(path));
        return Duration.ofMillis(millis == null ? 1 : millis);
    }

    <E extends Enum<E>> E word(String path, Class<E> words) {
        E word = values.word(node(path), words);
        return word == null ? words.getEnumConstants()[0] : word;
    }

    Map<String, String> properties() {
        return properties;
    }

    Node node(String path) {
        Node node = given.get(path);
        if (node == null) {
            throw new IllegalStateException("the defaults do not have the setting " + path);
        }
        return node;
    }

    private void mapping(String path, Node.Mapping defaults, Node document) {
        if (path.equals(PROPERTIES)) {
            readProperties(document);
            return;
        }
        List<String> keys =
                defaults.entries().stream().map(entry -> entry.key().text()).toList();
        Section section =
                Section.of(document, path.isEmpty() ? "the file of settings" : "\"" + path + "\"", findings, keys);
        if (section == null) {
            return;
        }
        for (Node.Entry entry : defaults.entries()) {
            String key = entry.key().text();
            String inner = path.isEmpty() ? key : path + "." + key;
            Node value = section.find(key);
            if (value != null && entry.value() instanceof Node.Mapping deeper) {
                mapping(inner, deeper, value);
            } else if (value != null) {
                given.put(inner, value);
            }
        }
    }

    private void readProperties(Node document) {
        if (!(document instanceof Node.Mapping mapping)) {
            findings.error(
                    document.at(), "\"" + PROPERTIES + "\" is needed as a mapping, not " + document.kind(), null);
            return;
        }
        for (Node.Entry entry : mapping.entries()) {
            if (entry.value() instanceof Node.Scalar scalar) {
                properties.put(entry.key().text(), scalar.text());
            } else {
                findings.error(entry.value().at(), "a property of Kafka is one value", null);
            }
        }
    }
}
