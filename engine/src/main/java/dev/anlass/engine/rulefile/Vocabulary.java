package dev.anlass.engine.rulefile;

import dev.anlass.engine.event.Catalogue;
import dev.anlass.engine.event.EventType;
import dev.anlass.engine.event.FieldType;
import dev.anlass.engine.place.Fence;
import dev.anlass.engine.rule.Channel;
import dev.anlass.engine.rule.Metric;
import dev.anlass.engine.rule.Purpose;
import dev.anlass.engine.rule.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything that a rule set declares and rules refer to by name, as far as it has been read. */
final class Vocabulary {

    /** A named constant with its type. */
    record Constant(Object value, FieldType type) {}

    /**
     * A purpose as declared.
     *
     * @param data the only data categories that it can ever permit; empty if the author does not limit them
     */
    record DeclaredPurpose(Purpose purpose, Set<String> data) {}

    final Declared<EventType> events = new Declared<>();
    final Declared<Catalogue.Attribute> attributes = new Declared<>();
    final Declared<DeclaredPurpose> purposes = new Declared<>();
    final Declared<Channel> channels = new Declared<>();
    final Declared<Constant> constants = new Declared<>();
    final Declared<Metric> metrics = new Declared<>();
    final Declared<Segment> segments = new Declared<>();
    final List<Fence> fences = new ArrayList<>();

    /** The channels that say themselves how large a payload may be. */
    final Set<String> channelsWithLimit = new TreeSet<>();

    /** The types of what fences say about themselves. */
    final Map<String, FieldType> fenceProperties = new TreeMap<>();

    private boolean hasBrokenFences = false;

    /** A file of fences is broken: fences and properties that nobody knows may have been in it. */
    void addBrokenFences() {
        hasBrokenFences = true;
    }

    boolean hasBrokenFences() {
        return hasBrokenFences;
    }

    /** The declared types and attributes together with those that are always there. */
    Catalogue catalogue() {
        return Catalogue.of(events.valid(), attributes.valid(), new FieldType.RecordOf(fenceProperties));
    }
}
