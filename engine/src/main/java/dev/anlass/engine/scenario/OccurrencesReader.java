package dev.anlass.engine.scenario;

import dev.anlass.engine.event.Catalogue;
import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.event.EventDecoder;
import dev.anlass.engine.event.EventType;
import dev.anlass.engine.rulefile.Findings;
import dev.anlass.engine.rulefile.Node;
import dev.anlass.engine.rulefile.Node.Entry;
import dev.anlass.engine.rulefile.Node.Mapping;
import dev.anlass.engine.rulefile.Node.Scalar;
import dev.anlass.engine.rulefile.Spot;
import dev.anlass.engine.rulefile.Values;
import dev.anlass.engine.rulefile.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** Reads who a scenario is about and what happens, as the decoder of events would receive it. */
final class OccurrencesReader {

    private static final String NAMELESS = "customer";

    private final Catalogue catalogue;
    private final EventDecoder decoder;
    private final Vocabulary vocabulary;
    private final Findings findings;
    private final Values values;

    OccurrencesReader(Catalogue catalogue, EventDecoder decoder, Vocabulary vocabulary, Findings findings) {
        this.catalogue = catalogue;
        this.decoder = decoder;
        this.vocabulary = vocabulary;
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
        Node id = mapping.get("id");
        String text = id == null ? null : values.text(id);
        Cast cast = new Cast(text == null ? NAMELESS : text, start, new ArrayList<>());
        List<Entry> attributes =
                mapping.entries().stream().filter(entry -> entry.value() != id).toList();
        if (!attributes.isEmpty()) {
            addGiven(cast, mapping.at(), EventType.CUSTOMER_UPDATED, attributes);
        }
        return cast;
    }

    /** A consent record of the start, given if it does not say otherwise. */
    void addConsent(Cast cast, Node item) {
        if (!(item instanceof Mapping mapping)) {
            findings.error(
                    item.at(), "a consent has fields, not " + item.kind(), "expected: {purpose: …, channels: […]}");
            return;
        }
        List<Entry> record = new ArrayList<>(mapping.entries());
        if (mapping.get("record_id") == null) {
            record.add(entry(
                    mapping.at(), "record_id", "consent-" + (cast.occurrences().size() + 1)));
        }
        if (mapping.get("status") == null) {
            record.add(entry(mapping.at(), "status", "given"));
        }
        addGiven(cast, mapping.at(), EventType.CONSENT_CHANGED, record);
    }

    /** What is given from the start and cannot be read is a mistake. */
    private void addGiven(Cast cast, Spot at, String type, List<Entry> data) {
        if (add(cast, at, cast.start(), type, data) instanceof Decoded.Rejected rejected) {
            findings.error(at, rejectedAs(rejected), rejected.rejection().detail());
        }
    }

    /** An event: {@code at} and its type with its fields. */
    void addEvent(Cast cast, Node item) {
        Node at = item instanceof Mapping mapping ? mapping.get("at") : null;
        if (!(item instanceof Mapping mapping)
                || at == null
                || mapping.entries().size() != 2) {
            findings.error(
                    item.at(), "an event has a time and a type", "expected: {at: 1h, type.of.event: {field: value}}");
            return;
        }
        Long offset = values.duration(at);
        for (Entry entry : mapping.entries()) {
            if (offset != null && entry.value() != at) {
                addEvent(cast, cast.start() + offset, entry);
            }
        }
    }

    private void addEvent(Cast cast, long time, Entry entry) {
        boolean isEmpty = entry.value() instanceof Scalar scalar && scalar.isNothing();
        if (!isEmpty && !(entry.value() instanceof Mapping)) {
            findings.error(
                    entry.value().at(),
                    "an event has fields, not " + entry.value().kind(),
                    "expected: {field: value}");
            return;
        }
        List<Entry> data = entry.value() instanceof Mapping mapping ? mapping.entries() : List.of();
        Spot at = entry.key().at();
        if (add(cast, at, time, entry.key().text(), data) instanceof Decoded.Rejected rejected) {
            findings.warning(at, rejectedAs(rejected), rejected.rejection().detail());
        }
    }

    private static String rejectedAs(Decoded.Rejected rejected) {
        return "the event is rejected as " + rejected.rejection().reason();
    }

    private Decoded add(Cast cast, Spot at, long time, String type, List<Entry> data) {
        EventType declared = catalogue.type(type);
        if (declared == null || type.equals(EventType.FENCE_DWELLED)) {
            Set<String> known = new TreeSet<>(catalogue.types().keySet());
            known.remove(EventType.FENCE_DWELLED);
            findings.error(at, "no event of type \"" + type + "\" can arrive", Words.nearest(type, known));
        } else {
            warnOfUnknownFields(declared, data);
        }
        if (type.equals(EventType.CONSENT_CHANGED)) {
            vocabulary.checkConsent(data);
        }
        String id = String.format("%04d-%s", cast.occurrences().size() + 1, type);
        Decoded decoded = decoder.decode(EventText.of(id, cast.customer(), type, time, data), null);
        cast.occurrences().add(new Occurrence(at, time, decoded));
        return decoded;
    }

    private void warnOfUnknownFields(EventType type, List<Entry> data) {
        Set<String> known = type.fields().fields().keySet();
        for (Entry field : data) {
            String name = field.key().text();
            if (!known.contains(name)) {
                findings.warning(
                        field.key().at(), type.name() + " has no field \"" + name + "\"", Words.nearest(name, known));
            }
        }
    }

    private static Entry entry(Spot at, String key, String value) {
        return new Entry(text(at, key), text(at, value));
    }

    private static Scalar text(Spot at, String text) {
        return new Scalar(at, at.offset(), text, ScalarStyle.DOUBLE_QUOTED);
    }
}
