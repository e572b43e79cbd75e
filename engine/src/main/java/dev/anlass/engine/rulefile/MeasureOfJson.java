package dev.anlass.engine.rulefile;

import dev.anlass.engine.event.FieldType;
import java.util.List;
import java.util.Map;

/** Measures values that keep their types: strings in quotes, numbers, lists in brackets, records in braces. */
record MeasureOfJson() implements Measure {

    private static final int WHOLE_BYTES = Long.toString(Long.MIN_VALUE).length();
    private static final int DOUBLE_BYTES = "-2.2250738585072014E-308".length();
    private static final int TRUTH_BYTES = "false".length();
    private static final int TIME_BYTES = "\"-999999999-12-31T23:59:59.999999999Z\"".length();
    private static final int QUOTES_BYTES = 2;

    /** The colon behind a name and the comma behind a value. */
    private static final int SIGNS_BYTES = 2;

    @Override
    public JsonLength of(FieldType type, String name) {
        if (type instanceof FieldType.Scalar scalar) {
            return scalar(scalar, name);
        }
        if (type instanceof FieldType.Bounded bounded) {
            return bounded(bounded, name).declared();
        }
        if (type instanceof FieldType.RecordOf fields) {
            return record(fields, name);
        }
        return JsonLength.unknown(name);
    }

    private static JsonLength scalar(FieldType.Scalar type, String name) {
        return switch (type) {
            case STRING -> JsonLength.unknown(name);
            case INT -> JsonLength.ofBytes(WHOLE_BYTES);
            case DOUBLE -> JsonLength.ofBytes(DOUBLE_BYTES);
            case BOOL -> JsonLength.ofBytes(TRUTH_BYTES);
            case TIMESTAMP, DATE -> JsonLength.ofBytes(TIME_BYTES);
        };
    }

    private JsonLength bounded(FieldType.Bounded bounded, String name) {
        return bounded.type() instanceof FieldType.ListOf list
                ? of(list.element(), name).plus(1).times(bounded.longest()).plus(QUOTES_BYTES)
                : JsonLength.ofBytes((long) CHARACTER_BYTES * bounded.longest() + QUOTES_BYTES);
    }

    private JsonLength record(FieldType.RecordOf record, String name) {
        JsonLength all = JsonLength.ofBytes(QUOTES_BYTES);
        for (Map.Entry<String, FieldType> field : record.fields().entrySet()) {
            all = all.plus(named(field.getKey(), of(field.getValue(), name + "." + field.getKey())));
        }
        return all;
    }

    /** A field with its name. */
    static JsonLength named(String name, JsonLength value) {
        return value.plus(quoted(name) + SIGNS_BYTES);
    }

    static long quoted(String text) {
        return Measure.escaped(text) + QUOTES_BYTES;
    }

    @Override
    public long of(Object value) {
        if (value instanceof Map<?, ?> map) {
            return QUOTES_BYTES
                    + map.entrySet().stream()
                            .mapToLong(field ->
                                    quoted(String.valueOf(field.getKey())) + of(field.getValue()) + SIGNS_BYTES)
                            .sum();
        }
        if (value instanceof List<?> list) {
            return QUOTES_BYTES + list.stream().mapToLong(item -> of(item) + 1).sum();
        }
        boolean isPlain = value instanceof Number || value instanceof Boolean;
        return isPlain ? value.toString().length() : quoted(value.toString());
    }
}
