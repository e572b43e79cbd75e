package dev.anlass.engine.expression;

import dev.anlass.engine.event.FieldType;
import dev.anlass.engine.event.FieldType.Scalar;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import java.util.Optional;

/** The type of an expression's value in our words, and whether it fits where the expression stands. */
final class ResultType {

    private ResultType() {}

    /** The type in our words; empty if a value of it cannot leave an expression, such as bytes. */
    static Optional<FieldType> of(CelType type, CelTypes types) {
        return switch (type.kind()) {
            case BOOL -> Optional.of(Scalar.BOOL);
            case STRING -> Optional.of(Scalar.STRING);
            case INT, UINT -> Optional.of(Scalar.INT);
            case DOUBLE -> Optional.of(Scalar.DOUBLE);
            case TIMESTAMP -> Optional.of(Scalar.TIMESTAMP);
            case LIST -> of(((ListType) type).elemType(), types).map(FieldType.ListOf::new);
            case STRUCT -> types.record(type.name());
            case MAP, DURATION, DYN, ANY, TYPE_PARAM -> Optional.of(new FieldType.Any());
            default -> Optional.empty();
        };
    }

    /** Whether a value of the one type may stand where the other is expected; {@code any} is decided when it is known. */
    static boolean fits(FieldType actual, FieldType expected) {
        if (actual instanceof FieldType.Any || expected instanceof FieldType.Any) {
            return true;
        }
        if (actual instanceof FieldType.ListOf list && expected instanceof FieldType.ListOf wanted) {
            return fits(list.element(), wanted.element());
        }
        return actual.equals(expected)
                || (expected == Scalar.DOUBLE && actual == Scalar.INT)
                || (expected == Scalar.DATE && actual == Scalar.TIMESTAMP);
    }
}
