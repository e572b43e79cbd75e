package dev.anlass.engine.event;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How events of one type are read: which fields are checked, which are kept, and what the engine itself asks of them. */
final class TypeReader {

    /** In a set of read fields: all of them. */
    private static final String EVERYTHING = "*";

    /** The field that every event has without saying it. */
    private static final String TIME = "time";

    private static final Rejection BINARY_DATA = new Rejection(
            Rejection.badField(EnvelopeAttribute.DATA_BASE64.word()),
            "Data in base64 is not supported: send it as JSON in data.",
            null);

    private final String name;
    private final int rank;
    private final FixedMeaning meaning;
    private final RecordReader record;
    private final int timeIndex;
    private final Set<String> fences;

    private TypeReader(String name, RecordReader record, Set<String> fences) {
        this.name = name;
        this.rank = EventType.isAboutCustomer(name) ? OrderKey.RANK_CUSTOMER : OrderKey.RANK_EVENT;
        this.meaning = FixedMeaning.of(name);
        this.record = record;
        this.timeIndex = record.indexOf(TIME);
        this.fences = fences;
    }

    /**
     * Decides once what happens to each field of the type.
     *
     * @param attributes names of the customer attributes, each of which a null removes
     * @param read names of the fields that some rule reads
     * @param fences ids of the known fences
     */
    static TypeReader of(EventType type, Set<String> attributes, Set<String> read, Set<String> fences) {
        FixedMeaning meaning = FixedMeaning.of(type.name());
        Map<String, FieldType> declared = new HashMap<>(type.fields().fields());
        declared.keySet().removeAll(meaning.derived());
        boolean everything = read.contains(EVERYTHING);
        Set<String> kept = new HashSet<>(everything ? declared.keySet() : read);
        kept.addAll(meaning.needed());
        Set<String> computed = everything || read.contains(TIME) ? Set.of(TIME) : Set.of();
        Set<String> removable = meaning == FixedMeaning.ATTRIBUTES ? attributes : Set.of();
        FieldType.RecordOf fields = new FieldType.RecordOf(declared);
        return new TypeReader(type.name(), RecordReader.data(fields, kept, removable, computed), fences);
    }

    /** The data of an event that has none. */
    Data none() {
        return new Data(this, record.nothing());
    }

    /** Reads the value that the parser stands on. */
    Data read(JsonParser parser) throws IOException {
        Data data = none();
        @Nullable Object[] values = record.values(parser, data);
        if (values != null) {
            data.keep(values);
        }
        return data;
    }

    /** The event, or why it is none. Takes over the data. */
    Decoded decoded(Envelope envelope, Data data, long time) {
        Rejection problem = envelope.hasBinaryData() ? BINARY_DATA : data.problem();
        if (problem != null) {
            return new Decoded.Rejected(meaning.inItsWords(problem), null);
        }
        if (timeIndex >= 0) {
            data.values()[timeIndex] = Instant.ofEpochMilli(time);
        }
        Fields fields = record.fields(data.values());
        problem = meaning.problem(fields, fences);
        if (problem != null) {
            return new Decoded.Rejected(problem, null);
        }
        String customer = envelope.required(EnvelopeAttribute.SUBJECT);
        Event event = new Event(customer, envelope.key(time, rank), name, fields);
        return new Decoded.Accepted(event, time != envelope.time());
    }
}
