package dev.anlass.engine.rulefile;

import dev.anlass.engine.event.Catalogue;
import dev.anlass.engine.event.EventType;
import dev.anlass.engine.expression.Reads;
import dev.anlass.engine.rule.Metric;
import dev.anlass.engine.rule.Segment;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Derives the data categories that a use of data needs from what it reads.
 *
 * <p>Law: no action without the permission in force; the needed categories are derived, not declared.
 */
final class Categories {

    private final Vocabulary vocabulary;
    private final Catalogue catalogue;
    private final Set<String> found = new TreeSet<>();

    Categories(Vocabulary vocabulary, Catalogue catalogue) {
        this.vocabulary = vocabulary;
        this.catalogue = catalogue;
    }

    Set<String> found() {
        return found;
    }

    /** Events of a type are used. */
    void addEvent(String name) {
        EventType type = catalogue.type(name);
        if (type != null) {
            found.add(type.category());
        }
    }

    /** What expressions read of the customer, of metrics and of segments. */
    void addReads(Reads reads) {
        for (String attribute :
                all(reads, Environments.CUSTOMER, catalogue.attributes().keySet())) {
            addAttribute(attribute);
        }
        for (String name : all(reads, Environments.METRIC, vocabulary.metrics.names())) {
            Metric metric = vocabulary.metrics.get(name);
            found.addAll(metric == null ? Set.of() : metric.categories());
        }
        for (String name : all(reads, Environments.SEGMENT, vocabulary.segments.names())) {
            Segment segment = vocabulary.segments.get(name);
            found.addAll(segment == null ? Set.of() : segment.categories());
        }
    }

    /** Fields of a {@code customer.updated} event are attributes. */
    void addAttributes(Set<String> names) {
        for (String name :
                names.contains(Reads.EVERYTHING) ? catalogue.attributes().keySet() : names) {
            addAttribute(name);
        }
    }

    private void addAttribute(String name) {
        String declared = name.equals(Environments.AGE) ? Environments.BIRTHDATE : name;
        Catalogue.Attribute attribute = catalogue.attributes().get(declared);
        if (attribute != null) {
            found.add(attribute.category());
        }
    }

    static Collection<String> all(Reads reads, String root, Collection<String> everything) {
        Set<String> fields = reads.fieldsOf(root);
        return fields.contains(Reads.EVERYTHING) ? everything : fields;
    }
}
