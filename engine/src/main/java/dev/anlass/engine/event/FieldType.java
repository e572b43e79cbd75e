package dev.anlass.engine.event;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The declared type of an event field, a customer attribute or a value of an expression. */
public sealed interface FieldType {

    /** A type without parts. In memory: String, Long, Double, Boolean, Instant, and Instant at midnight UTC for a date. */
    enum Scalar implements FieldType {
        STRING,
        INT,
        DOUBLE,
        BOOL,
        TIMESTAMP,
        DATE;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A list of one element type; in memory a {@code List}. */
    record ListOf(FieldType element) implements FieldType {
        @Override
        public String toString() {
            return "list(" + element + ")";
        }
    }

    /** A record with named fields; in memory {@link Fields}. */
    record RecordOf(Map<String, FieldType> fields) implements FieldType {
        public RecordOf {
            fields = Collections.unmodifiableMap(new TreeMap<>(fields));
        }

        @Override
        public String toString() {
            return fields.toString();
        }
    }

    /** A value whose type is only known when it is read, such as a payload field that differs between triggers. */
    record Any() implements FieldType {
        @Override
        public String toString() {
            return "any";
        }
    }
}
