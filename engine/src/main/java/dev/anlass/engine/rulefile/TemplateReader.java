package dev.anlass.engine.rulefile;

import dev.anlass.engine.event.FieldType;
import dev.anlass.engine.expression.Expression;
import dev.anlass.engine.rule.PayloadValue;
import dev.anlass.engine.rule.Template;
import dev.anlass.engine.rulefile.Node.Entry;
import dev.anlass.engine.rulefile.Node.Mapping;
import dev.anlass.engine.rulefile.Node.Scalar;
import dev.anlass.engine.rulefile.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads text and payloads with <code>${…}</code> in them. */
final class TemplateReader {

    private final Reading reading;
    private final Map<String, FieldType> names;
    private final Uses uses;

    TemplateReader(Reading reading, Map<String, FieldType> names, Uses uses) {
        this.reading = reading;
        this.names = names;
        this.uses = uses;
    }

    /** The fields of a payload, in the author's order. */
    Map<String, PayloadValue> payload(Mapping mapping) {
        Map<String, PayloadValue> fields = new LinkedHashMap<>();
        for (Entry entry : mapping.entries()) {
            PayloadValue value = value(entry.value());
            if (value != null) {
                fields.put(entry.key().text(), value);
            }
        }
        return fields;
    }

    /** A text; every expression in it is a single value. */
    Template text(Scalar scalar) {
        List<Template.Part> parts = new ArrayList<>();
        for (TemplatePiece piece : TemplatePiece.of(scalar, reading.findings())) {
            if (piece.passage() == null) {
                parts.add(new Template.Literal(piece.literal()));
                continue;
            }
            Expression expression = uses.needed(reading.expressions().single(piece.passage(), names));
            if (expression != null) {
                parts.add(new Template.Computed(expression));
            }
        }
        return new Template(parts);
    }

    private @Nullable PayloadValue value(Node node) {
        if (node instanceof Mapping mapping) {
            return new PayloadValue.Group(payload(mapping));
        }
        if (node instanceof Sequence list) {
            return items(list);
        }
        return scalar((Scalar) node);
    }

    private PayloadValue items(Sequence list) {
        List<PayloadValue> items = new ArrayList<>();
        for (Node item : list.items()) {
            PayloadValue value = value(item);
            if (value != null) {
                items.add(value);
            }
        }
        return new PayloadValue.Items(items);
    }

    private @Nullable PayloadValue scalar(Scalar scalar) {
        if (scalar.isNothing()) {
            reading.findings().error(scalar.at(), "a payload field needs a value", null);
            return null;
        }
        if (!scalar.text().contains("$")) {
            return new PayloadValue.Constant(PlainValue.of(scalar));
        }
        Passage alone = TemplatePiece.alone(scalar);
        if (alone == null) {
            return new PayloadValue.Text(text(scalar));
        }
        Expression expression = uses.needed(reading.expressions().check(alone, names, null));
        return expression == null ? null : new PayloadValue.Computed(expression);
    }
}
