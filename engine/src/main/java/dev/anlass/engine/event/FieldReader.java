package dev.anlass.engine.event;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads values of one declared type.
 *
 * <p>The parser stands on the value's first token, which is not null, and afterwards on its last.
 */
interface FieldReader {

    /** The value; null if it is of another type, which {@code data} is told. */
    @Nullable
    Object read(JsonParser parser, Data data) throws IOException;

    /** Checks the value, which nobody wants to have. */
    default void check(JsonParser parser, Data data) throws IOException {
        read(parser, data);
    }

    /** The reader of a value; its path is the names that lead to it, with dots between them. */
    static FieldReader of(String path, FieldType type) {
        if (type instanceof FieldType.Bounded bounded) {
            String demand = "must be " + bounded + ", not longer";
            return new BoundedReader(of(path, bounded.type()), bounded.longest(), wrong(path, demand));
        }
        if (type instanceof FieldType.Scalar scalar) {
            return new ScalarReader(scalar, wrong(path, "must be of type " + scalar));
        }
        if (type instanceof FieldType.ListOf list) {
            return new ListReader(of(path, list.element()), wrong(path, "must be a list without nulls"));
        }
        if (type instanceof FieldType.RecordOf inner) {
            return RecordReader.nested(path, inner, wrong(path, "must be an object"));
        }
        throw new IllegalArgumentException("an event field has a type: " + path);
    }

    private static Rejection wrong(String path, String demand) {
        return new Rejection(Rejection.badField(path), "The field " + path + " " + demand + ".", null);
    }
}
