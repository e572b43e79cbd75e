package dev.anlass.engine.event;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The declared type of an event field, a customer attribute or a value of an expression. */
public sealed interface FieldType {

    /** The same without any longest length: what expressions know of it. */
    default FieldType unbounded() {
        return this;
    }

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
        public FieldType unbounded() {
            return new ListOf(element.unbounded());
        }

        @Override
        public String toString() {
            return "list(" + element + ")";
        }
    }

    /**
     * Text or a list that is not longer than so much.
     *
     * @param type {@link Scalar#STRING} or a {@link ListOf}
     * @param longest in characters (UTF-16) or elements, from 1
     */
    record Bounded(FieldType type, int longest) implements FieldType {
        public Bounded {
            if (longest < 1 || !(type == Scalar.STRING || type instanceof ListOf)) {
                throw new IllegalArgumentException("text and lists have a longest length from 1: " + type);
            }
        }

        @Override
        public FieldType unbounded() {
            return type.unbounded();
        }

        @Override
        public String toString() {
            return type + "(" + longest + ")";
        }
    }

    /** A record with named fields; in memory {@link Fields}. */
    record RecordOf(Map<String, FieldType> fields) implements FieldType {
        public RecordOf {
            fields = Collections.unmodifiableMap(new TreeMap<>(fields));
        }

        @Override
        public RecordOf unbounded() {
            Map<String, FieldType> unbounded = new TreeMap<>(fields);
            unbounded.replaceAll((name, type) -> type.unbounded());
            return new RecordOf(unbounded);
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
