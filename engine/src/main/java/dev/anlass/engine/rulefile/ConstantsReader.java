package dev.anlass.engine.rulefile;

import dev.anlass.engine.event.FieldType;
import dev.anlass.engine.rulefile.Node.Entry;
import dev.anlass.engine.rulefile.Node.Mapping;
import dev.anlass.engine.rulefile.Node.Scalar;
import dev.anlass.engine.rulefile.Node.Sequence;
import dev.anlass.engine.rulefile.Vocabulary.Constant;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code constants.yaml}: numbers, text, booleans, lists and mappings of them.
 *
 * <p>A list of whole and other numbers is a list of doubles. What a mapping contains is only known when it is read,
 * because its keys may be chosen by a value: {@code const.market_zones[customer.market]}.
 */
final class ConstantsReader {

    private final Vocabulary vocabulary;
    private final Findings findings;
    private final Values values;

    ConstantsReader(Vocabulary vocabulary, Findings findings) {
        this.vocabulary = vocabulary;
        this.findings = findings;
        this.values = new Values(findings);
    }

    void read(Node document) {
        if (!(document instanceof Mapping mapping)) {
            findings.error(document.at(), "constants are a mapping of names, not " + document.kind(), null);
            return;
        }
        for (Entry entry : mapping.entries()) {
            String name = values.identifier(entry.key());
            Constant constant = constant(entry.value());
            if (name == null || constant == null) {
                vocabulary.constants.addBroken(entry.key().text());
            } else {
                vocabulary.constants.add(name, constant);
            }
            if (entry.key().text().equals("market_zones")) {
                checkZones(entry.value());
            }
        }
    }

    private @Nullable Constant constant(Node node) {
        if (node instanceof Scalar scalar) {
            return scalar(scalar);
        }
        return node instanceof Sequence list ? list(list) : mapping((Mapping) node);
    }

    private @Nullable Constant scalar(Scalar scalar) {
        if (scalar.isNothing()) {
            findings.error(scalar.at(), "a constant needs a value", null);
            return null;
        }
        Object value = PlainValue.of(scalar);
        return new Constant(value, PlainValue.typeOf(value));
    }

    private @Nullable Constant list(Sequence list) {
        List<Constant> items = new ArrayList<>();
        for (Node item : list.items()) {
            Constant constant = constant(item);
            if (constant == null) {
                return null;
            }
            items.add(constant);
        }
        boolean isNumeric = !items.isEmpty() && items.stream().allMatch(item -> item.value() instanceof Number);
        boolean isMixed =
                isNumeric && items.stream().map(Constant::type).distinct().count() > 1;
        if (isMixed) {
            items.replaceAll(item -> new Constant(((Number) item.value()).doubleValue(), FieldType.Scalar.DOUBLE));
        }
        List<FieldType> types = items.stream().map(Constant::type).distinct().toList();
        FieldType element = types.size() == 1 ? types.get(0) : new FieldType.Any();
        return new Constant(items.stream().map(Constant::value).toList(), new FieldType.ListOf(element));
    }

    private @Nullable Constant mapping(Mapping mapping) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (Entry entry : mapping.entries()) {
            Constant constant = constant(entry.value());
            if (constant == null) {
                return null;
            }
            content.put(entry.key().text(), constant.value());
        }
        return new Constant(Map.copyOf(content), new FieldType.Any());
    }

    private void checkZones(Node node) {
        if (!(node instanceof Mapping zones)) {
            findings.error(node.at(), "market_zones is a mapping from markets to time zones, not " + node.kind(), null);
            return;
        }
        for (Entry entry : zones.entries()) {
            String zone = values.text(entry.value());
            if (zone != null && !isZone(zone)) {
                String wayOut = Words.nearest(zone, ZoneId.getAvailableZoneIds());
                findings.error(entry.value().at(), "there is no time zone \"" + zone + "\"", wayOut);
            }
        }
    }

    private static boolean isZone(String text) {
        try {
            ZoneId.of(text);
            return true;
        } catch (DateTimeException mistake) {
            return false;
        }
    }
}
