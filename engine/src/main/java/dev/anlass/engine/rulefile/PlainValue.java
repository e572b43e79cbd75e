package dev.anlass.engine.rulefile;

import dev.anlass.engine.event.FieldType;
import dev.anlass.engine.rulefile.Node.Scalar;

/** What a YAML scalar stands for by itself: a number or a boolean if it is not quoted, else text. */
public final class PlainValue {

    private PlainValue() {}

    /** Long, Double, Boolean or String. */
    public static Object of(Scalar scalar) {
        String text = scalar.text();
        if (!scalar.isPlain()) {
            return text;
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        if (Values.isWhole(text)) {
            return Long.valueOf(text);
        }
        Double number = Values.number(text);
        return number != null ? number : text;
    }

    static FieldType typeOf(Object value) {
        if (value instanceof Long) {
            return FieldType.Scalar.INT;
        }
        if (value instanceof Double) {
            return FieldType.Scalar.DOUBLE;
        }
        return value instanceof Boolean ? FieldType.Scalar.BOOL : FieldType.Scalar.STRING;
    }
}
