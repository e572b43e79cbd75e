package dev.anlass.engine.scenario;

import dev.anlass.engine.event.Catalogue;
import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.event.EventDecoder;
import dev.anlass.engine.event.EventType;
import dev.anlass.engine.rulefile.Findings;
import dev.anlass.engine.rulefile.Node;
import dev.anlass.engine.rulefile.Node.Mapping;
import dev.anlass.engine.rulefile.Node.Scalar;
import dev.anlass.engine.rulefile.Section;
import dev.anlass.engine.rulefile.Spot;
import dev.anlass.engine.rulefile.Values;
import dev.anlass.engine.rulefile.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads who a scenario is about and what happens, as the decoder of events would receive it. */
final class OccurrencesReader {

    private static final String NAMELESS = "customer";
    private static final List<String> CONSENT_KEYS =
            List.of("record_id", "purpose", "status", "channels", "data", "notice", "expires_at");

    private final Catalogue catalogue;
    private final EventDecoder decoder;
    private final Findings findings;
    private final Values values;

    OccurrencesReader(Catalogue catalogue, EventDecoder decoder, Findings findings) {
        this.catalogue = catalogue;
        this.decoder = decoder;
        this.findings = findings;
        this.values = new Values(findings);
    }

    /** The customer of a scenario, and what happens to them in the order of arrival. */
    record Cast(String customer, long start, List<Occurrence> occurrences) {}

    /** The customer; what is known of them from the start arrives first. */
    Cast cast(@Nullable Node customer, long start) {
        if (!(customer instanceof Mapping mapping)) {
            if (customer != null) {
                findings.error(
                        customer.at(), "a customer has attributes, not " + customer.kind(), "expected: {id: c1}");
            }
            return new Cast(NAMELESS, start, new ArrayList<>());
        }
        Map<String, Node> attributes = fields(mapping);
        Node id = attributes.remove("id");
        String text = id == null ? null : values.text(id);
        Cast cast = new Cast(text == null ? NAMELESS : text, start, new ArrayList<>());
        if (!attributes.isEmpty()) {
            add(cast, mapping.at(), start, EventType.CUSTOMER_UPDATED, attributes);
        }
        return cast;
    }

    /** A consent record, given at the start if it does not say otherwise. */
    void addConsent(Cast cast, Node item) {
        Section section = Section.of(item, "a consent", findings, CONSENT_KEYS);
        if (section != null && item instanceof Mapping mapping) {
            Map<String, Node> record = new LinkedHashMap<>();
            record.put(
                    "record_id",
                    text(mapping.at(), "consent-" + (cast.occurrences().size() + 1)));
            record.put("status", text(mapping.at(), "given"));
            record.putAll(fields(mapping));
            add(cast, mapping.at(), cast.start(), EventType.CONSENT_CHANGED, record);
        }
    }

    /** An event: {@code at} and its type with its fields. */
    void addEvent(Cast cast, Node item) {
        if (!(item instanceof Mapping mapping)
                || mapping.get("at") == null
                || mapping.entries().size() != 2) {
            findings.error(
                    item.at(), "an event has a time and a type", "expected: {at: 1h, type.of.event: {field: value}}");
            return;
        }
        Node at = mapping.get("at");
        Long offset = at == null ? null : values.duration(at);
        for (Node.Entry entry : mapping.entries()) {
            if (offset != null && entry.value() != at) {
                addEvent(cast, cast.start() + offset, entry);
            }
        }
    }

    private void addEvent(Cast cast, long time, Node.Entry entry) {
        String type = entry.key().text();
        Node data = entry.value();
        if (data instanceof Mapping mapping) {
            add(cast, entry.key().at(), time, type, fields(mapping));
        } else if (data instanceof Scalar scalar && scalar.isNothing()) {
            add(cast, entry.key().at(), time, type, Map.of());
        } else {
            findings.error(data.at(), "an event has fields, not " + data.kind(), "expected: {field: value}");
        }
    }

    private void warnOfUnknownFields(String type, Map<String, Node> data) {
        EventType declared = catalogue.type(type);
        Set<String> known =
                declared == null ? data.keySet() : declared.fields().fields().keySet();
        for (Map.Entry<String, Node> field : data.entrySet()) {
            if (!known.contains(field.getKey())) {
                findings.warning(
                        field.getValue().at(),
                        type + " has no field \"" + field.getKey() + "\"",
                        Words.nearest(field.getKey(), known));
            }
        }
    }

    private void add(Cast cast, Spot at, long time, String type, Map<String, Node> data) {
        warnOfUnknownFields(type, data);
        String id = String.format("%04d-%s", cast.occurrences().size() + 1, type);
        Decoded decoded = decoder.decode(EventText.of(id, cast.customer(), type, time, data), null);
        if (decoded instanceof Decoded.UnknownType) {
            Set<String> known = new TreeSet<>(catalogue.types().keySet());
            known.remove(EventType.FENCE_DWELLED);
            findings.error(at, "no event of type \"" + type + "\" can arrive", Words.nearest(type, known));
        } else if (decoded instanceof Decoded.Rejected rejected) {
            findings.warning(
                    at,
                    "the event is rejected as " + rejected.rejection().reason(),
                    rejected.rejection().detail());
        }
        cast.occurrences().add(new Occurrence(at, time, decoded));
    }

    private static Map<String, Node> fields(Mapping mapping) {
        Map<String, Node> fields = new LinkedHashMap<>();
        mapping.entries().forEach(entry -> fields.put(entry.key().text(), entry.value()));
        return fields;
    }

    private static Node text(Spot at, String text) {
        return new Scalar(at, at.offset(), text, org.snakeyaml.engine.v2.common.ScalarStyle.DOUBLE_QUOTED);
    }
}
