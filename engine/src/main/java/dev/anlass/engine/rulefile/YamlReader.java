package dev.anlass.engine.rulefile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the YAML of a rule file into nodes that know where they stand.
 *
 * <p>Only what a reader of the file sees counts: no anchors, no aliases, no tags, no key twice.
 */
public final class YamlReader {

    /** The most characters of a YAML file. */
    public static final int MAX_CHARACTERS = 1_048_576;

    /** The deepest nesting of lists and mappings. */
    public static final int MAX_DEPTH = 32;

    private static final String WHOLE_VALUE_IN_QUOTES = "expected: the whole value in single quotes";

    private final Source source;
    private final Findings findings;
    private final CodePoints codePoints;
    private final Iterator<Event> events;

    private YamlReader(Source source, Findings findings) {
        this.source = source;
        this.findings = findings;
        this.codePoints = new CodePoints(source.text());
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source.file())
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        this.events = new Parse(settings).parseString(source.text()).iterator();
    }

    /** The documents of a file; none if it is empty or its syntax is wrong, which is reported. */
    public static List<Node> documents(Source source, Findings findings) {
        if (source.text().length() > MAX_CHARACTERS) {
            findings.add(Problem.of(
                    source.file(),
                    Problem.Severity.ERROR,
                    "the file is longer than " + MAX_CHARACTERS + " characters",
                    null));
            return List.of();
        }
        try {
            return new YamlReader(source, findings).documents();
        } catch (YamlEngineException mistake) {
            SyntaxMistake.report(mistake, source, findings);
            return List.of();
        } catch (TooDeep deep) {
            findings.error(deep.at, "lists and mappings are nested deeper than " + MAX_DEPTH, null);
            return List.of();
        }
    }

    private List<Node> documents() {
        List<Node> documents = new ArrayList<>();
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof NodeEvent) {
                documents.add(node(event, 0));
            }
        }
        return documents;
    }

    private Node node(Event event, int depth) {
        Spot at = spot(event.getStartMark());
        if (depth > MAX_DEPTH) {
            throw new TooDeep(at);
        }
        if (event instanceof MappingStartEvent start) {
            refuseMarks(at, start.getAnchor(), start.getTag());
            return mapping(at, depth);
        }
        if (event instanceof SequenceStartEvent start) {
            refuseMarks(at, start.getAnchor(), start.getTag());
            return sequence(at, depth);
        }
        if (event instanceof ScalarEvent scalar) {
            refuseMarks(at, scalar.getAnchor(), scalar.getTag());
            return scalar(at, scalar);
        }
        findings.lastError(
                at, "an alias of YAML cannot be used in rule files", WHOLE_VALUE_IN_QUOTES + ", or the value itself");
        return nothing(at);
    }

    /** What YAML takes for a tag is a condition with a negation, as the author meant it. */
    private Node.Scalar scalar(Spot at, ScalarEvent scalar) {
        int end = spot(scalar.getEndMark()).offset();
        boolean isTagged = scalar.getTag().isPresent();
        String text = isTagged ? source.text().substring(at.offset(), end).strip() : scalar.getValue();
        return new Node.Scalar(at, end, text, isTagged ? ScalarStyle.PLAIN : scalar.getScalarStyle());
    }

    private Node sequence(Spot at, int depth) {
        List<Node> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event, depth + 1));
        }
        return new Node.Sequence(at, items);
    }

    private Node mapping(Spot at, int depth) {
        Map<String, Node.Entry> entries = new HashMap<>();
        List<Node.Entry> inOrder = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            Node key = node(event, depth + 1);
            Node value = node(events.next(), depth + 1);
            if (!(key instanceof Node.Scalar name)) {
                findings.error(key.at(), "a key cannot be " + key.kind(), keyHint(key));
                continue;
            }
            Node.Entry entry = new Node.Entry(name, value);
            Node.Entry first = entries.putIfAbsent(name.text(), entry);
            if (first == null) {
                inOrder.add(entry);
            } else {
                duplicate(name, first.key());
            }
        }
        return new Node.Mapping(at, inOrder);
    }

    private static @Nullable String keyHint(Node key) {
        Spot at = key.at();
        boolean isTemplate = at.offset() > 0 && at.source().text().charAt(at.offset() - 1) == '$';
        return isTemplate || key instanceof Node.Mapping ? "expected: \"${…}\" in quotes" : null;
    }

    private void duplicate(Node.Scalar key, Node.Scalar first) {
        int line = source.line(first.at().offset());
        findings.error(key.at(), "the key \"" + key.text() + "\" is there twice", "it is first in line " + line);
    }

    private void refuseMarks(Spot at, Optional<Anchor> anchor, Optional<String> tag) {
        if (anchor.isPresent()) {
            findings.error(at, "an anchor of YAML cannot be used in rule files", WHOLE_VALUE_IN_QUOTES);
        } else if (tag.isPresent()) {
            findings.lastError(at, "YAML takes what begins with \"!\" for a tag", WHOLE_VALUE_IN_QUOTES);
        }
    }

    private Spot spot(Optional<Mark> mark) {
        return mark.map(known -> source.at(codePoints.offset(known.getIndex()))).orElseGet(() -> source.at(0));
    }

    private static Node nothing(Spot at) {
        return new Node.Scalar(at, at.offset(), "", ScalarStyle.PLAIN);
    }

    private static final class TooDeep extends RuntimeException {
        private final transient Spot at;

        TooDeep(Spot at) {
            super("nested too deep", null, false, false);
            this.at = at;
        }
    }
}
