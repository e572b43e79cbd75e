package dev.anlass.engine.rulefile;

import dev.anlass.engine.event.FieldType;
import dev.anlass.engine.event.FieldType.Scalar;
import dev.anlass.engine.rulefile.Node.Entry;
import dev.anlass.engine.rulefile.Node.Mapping;
import dev.anlass.engine.rulefile.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the types of fields and attributes.
 *
 * <p>{@code string int double bool timestamp date list(T)}; a list of records is written {@code [{name: type}]}, a
 * single record {@code {name: type}}. A number in brackets behind a string or a list is its longest length, as in {@code
 * string(80)} and {@code list(string(20))(10)}.
 */
final class TypeReader {

    private static final List<String> KNOWN = known();
    private static final Pattern WITH_LENGTH = Pattern.compile("(string|list\\(.+\\))\\s*\\(\\s*(\\d{1,9})\\s*\\)");

    /** No event holds longer text, and no longer list. */
    private static final int MAX_LENGTH = 8_192;

    private final Findings findings;
    private final Values values;

    TypeReader(Findings findings) {
        this.findings = findings;
        this.values = new Values(findings);
    }

    /** The type; {@code any}, which fits everywhere, if the author's text is none, which is reported. */
    FieldType read(Node node) {
        if (node instanceof Mapping mapping) {
            return fields(mapping);
        }
        if (node instanceof Sequence list) {
            return listOf(list);
        }
        Node.Scalar scalar = values.scalar(node, "a type such as string");
        return scalar == null
                ? new FieldType.Any()
                : named(scalar, scalar.text().strip(), 0);
    }

    /** The types of the fields of a record, by name. */
    FieldType.RecordOf fields(Mapping mapping) {
        Map<String, FieldType> fields = new TreeMap<>();
        for (Entry entry : mapping.entries()) {
            String name = values.identifier(entry.key());
            FieldType type = read(entry.value());
            if (name != null) {
                fields.put(name, type);
            }
        }
        return new FieldType.RecordOf(fields);
    }

    private FieldType listOf(Sequence list) {
        if (list.items().size() == 1 && list.items().get(0) instanceof Mapping fields) {
            return new FieldType.ListOf(fields(fields));
        }
        findings.error(
                list.at(),
                "in brackets stand the fields of one record",
                "expected: list(string), or [{product_id: string, price: double}]");
        return new FieldType.Any();
    }

    private FieldType named(Node.Scalar scalar, String text, int depth) {
        Matcher withLength = WITH_LENGTH.matcher(text);
        if (withLength.matches() && depth < YamlReader.MAX_DEPTH) {
            return bounded(scalar, named(scalar, withLength.group(1), depth + 1), withLength.group(2));
        }
        if (text.startsWith("list(") && text.endsWith(")") && depth < YamlReader.MAX_DEPTH) {
            String element = text.substring("list(".length(), text.length() - 1).strip();
            return new FieldType.ListOf(named(scalar, element, depth + 1));
        }
        FieldType known = scalarType(text);
        if (known != null) {
            return known;
        }
        findings.error(scalar.at(), "there is no type \"" + text + "\"", Words.nearest(text, KNOWN));
        return new FieldType.Any();
    }

    private FieldType bounded(Node.Scalar scalar, FieldType type, String length) {
        int longest = Integer.parseInt(length);
        if (longest < 1 || longest > MAX_LENGTH) {
            findings.error(
                    scalar.at(),
                    "a longest length is 1 to " + MAX_LENGTH + ", not " + longest,
                    "expected: such as " + type + "(80)");
            return type;
        }
        return type instanceof FieldType.Any ? type : new FieldType.Bounded(type, longest);
    }

    private static @Nullable FieldType scalarType(String text) {
        for (Scalar type : Scalar.values()) {
            if (type.toString().equals(text)) {
                return type;
            }
        }
        return null;
    }

    private static List<String> known() {
        List<String> known = new ArrayList<>();
        for (Scalar type : Scalar.values()) {
            known.add(type.name().toLowerCase(Locale.ROOT));
        }
        known.add("list(T)");
        return List.copyOf(known);
    }
}
