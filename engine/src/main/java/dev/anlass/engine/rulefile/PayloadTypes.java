package dev.anlass.engine.rulefile;

import dev.anlass.engine.event.FieldType;
import dev.anlass.engine.rule.PayloadValue;
import java.util.Map;
import java.util.TreeMap;

/** The types that values of a payload have when policies read them. */
final class PayloadTypes {

    private PayloadTypes() {}

    static FieldType of(PayloadValue value) {
        if (value instanceof PayloadValue.Constant constant) {
            return PlainValue.typeOf(constant.value());
        }
        if (value instanceof PayloadValue.Computed computed) {
            return computed.expression().type();
        }
        if (value instanceof PayloadValue.Group group) {
            Map<String, FieldType> fields = new TreeMap<>();
            group.fields().forEach((name, field) -> fields.put(name, of(field)));
            return new FieldType.RecordOf(fields);
        }
        return value instanceof PayloadValue.Text ? FieldType.Scalar.STRING : new FieldType.ListOf(new FieldType.Any());
    }

    /** The type of a field that is of the one type here and of the other there. */
    static FieldType common(FieldType one, FieldType other) {
        return one.equals(other) ? one : new FieldType.Any();
    }
}
