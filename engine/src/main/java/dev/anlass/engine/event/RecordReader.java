package dev.anlass.engine.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads records: each declared field is checked, the wanted ones are kept, undeclared ones are passed.
 *
 * <p>All records that lack nothing share one array of names.
 */
final class RecordReader implements FieldReader {

    private static final int NOT_KEPT = -1;

    /**
     * What happens to one declared field.
     *
     * @param index where its value is kept
     * @param ofNull what stands for a null
     */
    private record Slot(
            FieldReader reader, int index, @Nullable Object ofNull) {}

    private final String[] names;
    private final Map<String, Slot> slots = new HashMap<>();
    private final Rejection wrong;

    private RecordReader(Set<String> kept, Rejection wrong) {
        this.names = kept.stream().sorted().map(String::intern).toArray(String[]::new);
        this.wrong = wrong;
    }

    /** For a record that is the value of a field: everything declared is kept. */
    static RecordReader nested(String path, FieldType.RecordOf type, Rejection wrong) {
        RecordReader reader = new RecordReader(type.fields().keySet(), wrong);
        type.fields().forEach((name, field) -> reader.declare(name, FieldReader.of(path + "." + name, field), null));
        return reader;
    }

    /**
     * For the data of an event.
     *
     * @param kept names of the fields to keep
     * @param removable names of fields whose null means {@link Fields#REMOVED}
     * @param computed names that get their values by {@link #indexOf}, whatever the data says
     */
    static RecordReader data(FieldType.RecordOf type, Set<String> kept, Set<String> removable, Set<String> computed) {
        Set<String> all = new TreeSet<>(kept);
        all.retainAll(type.fields().keySet());
        all.addAll(computed);
        Rejection wrong = new Rejection(Rejection.badField("data"), "The data must be a JSON object.", null);
        RecordReader reader = new RecordReader(all, wrong);
        type.fields()
                .forEach((name, field) -> reader.declare(
                        name, FieldReader.of(name, field), removable.contains(name) ? Fields.REMOVED : null));
        computed.forEach(reader::keepNothingRead);
        return reader;
    }

    /** Where values of that name are kept; negative if nowhere. */
    int indexOf(String name) {
        return Arrays.binarySearch(names, name);
    }

    @Nullable
    Object[] nothing() {
        return new Object[names.length];
    }

    /** Takes over the values. */
    Fields fields(@Nullable Object[] values) {
        return Fields.ofSorted(names, values);
    }

    @Override
    public @Nullable Object read(JsonParser parser, Data data) throws IOException {
        @Nullable Object[] values = values(parser, data);
        return values == null ? null : fields(values);
    }

    /** The kept values, in order of their names; null if it is no record. */
    @Nullable
    Object @Nullable [] values(JsonParser parser, Data data) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            data.reject(wrong);
            JsonText.skip(parser);
            return null;
        }
        @Nullable Object[] values = nothing();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            Slot slot = slots.get(name);
            if (slot == null) {
                JsonText.skip(parser);
                continue;
            }
            if (slot.index() != NOT_KEPT) {
                values[slot.index()] = token == JsonToken.VALUE_NULL
                        ? slot.ofNull()
                        : slot.reader().read(parser, data);
            } else if (token != JsonToken.VALUE_NULL) {
                slot.reader().check(parser, data);
            }
        }
        return values;
    }

    private void declare(String name, FieldReader reader, @Nullable Object ofNull) {
        slots.put(name, new Slot(reader, Math.max(indexOf(name), NOT_KEPT), ofNull));
    }

    private void keepNothingRead(String name) {
        slots.computeIfPresent(name, (same, slot) -> new Slot(slot.reader(), NOT_KEPT, slot.ofNull()));
    }
}
