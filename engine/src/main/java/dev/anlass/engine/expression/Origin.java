package dev.anlass.engine.expression;

import java.util.List;

/** Where a value of an expression comes from, unchanged. */
public sealed interface Origin {

    /** Stands in a path for any element of a list, or any value of a map. */
    String ELEMENT = "[]";

    /**
     * A field that is read, or a root itself.
     *
     * @param path the root and the names of fields below it, such as {@code visit, fence, name}
     */
    record Field(List<String> path) implements Origin {
        public Field {
            path = List.copyOf(path);
        }

        /** As an author reads it: {@code visit.fence.name}. */
        @Override
        public String toString() {
            return String.join(".", path).replace("." + ELEMENT, ELEMENT);
        }
    }

    /** A value that is written in the expression: String, Long, Double or Boolean. */
    record Literal(Object value) implements Origin {}

    /** What is computed from other values; only its type is known. */
    record Computed() implements Origin {}
}
