package dev.anlass.engine.rulefile;

import dev.anlass.engine.event.Catalogue;
import dev.anlass.engine.event.EventType;
import dev.anlass.engine.event.FieldType;
import dev.anlass.engine.rulefile.Node.Entry;
import dev.anlass.engine.rulefile.Node.Mapping;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads {@code catalogue/events.yaml} and {@code catalogue/customer.yaml}. */
final class CatalogueReader {

    /** Types by which the runtime speaks to the engine; no catalogue declares them. */
    private static final Set<String> OURS = Set.of(EventType.TICK, EventType.CUSTOMER_ERASED);

    private final Vocabulary vocabulary;
    private final Findings findings;
    private final Values values;
    private final TypeReader types;

    CatalogueReader(Vocabulary vocabulary, Findings findings) {
        this.vocabulary = vocabulary;
        this.findings = findings;
        this.values = new Values(findings);
        this.types = new TypeReader(findings);
    }

    void readEvents(Node document) {
        for (Entry entry : NamedEntries.of(document, "events", findings)) {
            int before = findings.errors();
            String name = values.name(entry.key());
            EventType type = eventType(entry.key().text(), entry.value());
            if (name != null) {
                refuseChangesOfFixedTypes(type, entry);
                declare(vocabulary.events, name, type, findings.errors() == before);
            }
        }
    }

    void readAttributes(Node document) {
        for (Entry entry : NamedEntries.of(document, "attributes", findings)) {
            int before = findings.errors();
            String name = values.identifier(entry.key());
            Catalogue.Attribute attribute = attribute(entry.key().text(), entry.value());
            if (name != null) {
                refuseOddAttributes(attribute, entry);
                declare(vocabulary.attributes, name, attribute, findings.errors() == before);
            }
        }
    }

    private static <T> void declare(Declared<T> declared, String name, T meaning, boolean isRight) {
        if (isRight) {
            declared.add(name, meaning);
        } else {
            declared.addBroken(name);
        }
    }

    private EventType eventType(String name, Node node) {
        Section section = Section.of(node, "an event type", findings, List.of("data", "fields", "description"));
        FieldType.RecordOf none = new FieldType.RecordOf(Map.of());
        if (section == null) {
            return new EventType(name, "", none);
        }
        String category = section.require("data", "", values::name);
        FieldType.RecordOf fields = section.read("fields", none, this::fields);
        return new EventType(name, category, fields);
    }

    private FieldType.RecordOf fields(Node node) {
        if (node instanceof Mapping mapping) {
            return types.fields(mapping);
        }
        findings.error(
                node.at(), "fields are a mapping, not " + node.kind(), "expected: {product_id: string, price: double}");
        return new FieldType.RecordOf(Map.of());
    }

    private Catalogue.Attribute attribute(String name, Node node) {
        Section section = Section.of(node, "an attribute", findings, List.of("type", "data", "description"));
        if (section == null) {
            return new Catalogue.Attribute(name, new FieldType.Any(), "");
        }
        FieldType type = section.require("type", new FieldType.Any(), types::read);
        return new Catalogue.Attribute(name, type, section.require("data", "", values::name));
    }

    private void refuseOddAttributes(Catalogue.Attribute attribute, Entry entry) {
        FieldType type = attribute.type().unbounded();
        boolean isText = type == FieldType.Scalar.STRING || type instanceof FieldType.Any;
        boolean isFixed = Catalogue.FIXED_ATTRIBUTES.stream()
                .anyMatch(fixed -> fixed.name().equals(attribute.name()));
        if (isFixed && !isText) {
            findings.error(entry.key().at(), "the attribute " + attribute.name() + " is always a string", null);
        }
        if (attribute.name().equals("age")) {
            findings.error(
                    entry.key().at(),
                    "the age is derived and cannot be declared",
                    "expected: birthdate: {type: date, …}");
        }
    }

    private void refuseChangesOfFixedTypes(EventType type, Entry entry) {
        if (OURS.contains(type.name())) {
            findings.error(entry.key().at(), "events of type " + type.name() + " are not declared", null);
            return;
        }
        EventType fixed = Catalogue.of(Map.of(), Map.of(), new FieldType.RecordOf(Map.of()))
                .type(type.name());
        if (fixed == null) {
            return;
        }
        Map<String, FieldType> changed = new TreeMap<>(type.fields().fields());
        changed.keySet().retainAll(fixed.fields().fields().keySet());
        changed.values().removeAll(fixed.fields().fields().values());
        if (!changed.isEmpty()) {
            String fields = String.join(", ", changed.keySet());
            findings.error(
                    entry.key().at(),
                    "the type " + type.name() + " has a fixed meaning: these fields cannot change: " + fields,
                    null);
        }
        if (!type.category().isEmpty() && !type.category().equals(fixed.category())) {
            findings.error(
                    entry.key().at(),
                    "the type " + type.name() + " has always the data category " + fixed.category(),
                    null);
        }
    }
}
