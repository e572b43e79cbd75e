package dev.anlass.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.event.FieldType;
import dev.anlass.engine.event.FieldType.Scalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Declared names with values, and what an expression over them gives: the picture in the expression tests. */
final class Given {

    private final Map<String, FieldType> types = new HashMap<>();
    private final Map<String, Object> values = new HashMap<>();
    private long time;

    static final FieldType.RecordOf LINE =
            new FieldType.RecordOf(Map.of("product_id", Scalar.STRING, "price", Scalar.DOUBLE, "quantity", Scalar.INT));

    static final FieldType.RecordOf EVENT = new FieldType.RecordOf(Map.of(
            "product_id", Scalar.STRING,
            "category", Scalar.STRING,
            "price", Scalar.DOUBLE,
            "quantity", Scalar.INT,
            "gift", Scalar.BOOL,
            "time", Scalar.TIMESTAMP,
            "product_ids", new FieldType.ListOf(Scalar.STRING),
            "lines", new FieldType.ListOf(LINE),
            "fence", new FieldType.RecordOf(Map.of("kind", Scalar.STRING, "lat", Scalar.DOUBLE, "lon", Scalar.DOUBLE)),
            "extra", new FieldType.Any()));

    private Given() {}

    /** One event with the fields of a shop. */
    static Given event(Map<String, ?> fields) {
        return new Given().and("event", EVENT, fields);
    }

    static Given nothing() {
        return new Given();
    }

    Given and(String root, FieldType type, @Nullable Object value) {
        types.put(root, type);
        if (value != null) {
            values.put(root, value);
        }
        return this;
    }

    Given at(long milliseconds) {
        time = milliseconds;
        return this;
    }

    Expression expression(String text, @Nullable FieldType expected) {
        Checked checked = new ExpressionCompiler(types).check(text, expected);
        assertThat(checked).as(text).isInstanceOf(Checked.Valid.class);
        return ((Checked.Valid) checked).expression();
    }

    Expression expression(String text) {
        return expression(text, null);
    }

    List<Mistake> mistakes(String text, @Nullable FieldType expected) {
        Checked checked = new ExpressionCompiler(types).check(text, expected);
        assertThat(checked).as(text).isInstanceOf(Checked.Invalid.class);
        return ((Checked.Invalid) checked).mistakes();
    }

    @Nullable
    Object value(String text) {
        return expression(text).evaluate(scope());
    }

    @Nullable
    Object value(String text, FieldType expected) {
        return expression(text, expected).evaluate(scope());
    }

    Truth truth(String text) {
        return expression(text, Scalar.BOOL).test(scope());
    }

    Scope scope() {
        return new Scope() {
            @Override
            public @Nullable Object read(String root) {
                return values.get(root);
            }

            @Override
            public long time() {
                return time;
            }
        };
    }
}
