package dev.anlass.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.event.FieldType;
import dev.anlass.engine.event.FieldType.Scalar;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InspectionTest {

    private static final Given NAMES = Given.event(Map.of())
            .and("cart", Given.EVENT, null)
            .and(
                    "action",
                    new FieldType.RecordOf(Map.of("a", Scalar.INT, "b", Scalar.INT, "any", new FieldType.Any())),
                    null)
            .and("alternatives", Scalar.INT, null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event.price > 50.0 && event.price < 20.0",
                "event.price > 20.0 && (event.gift || event.price <= 20.0) && !event.gift",
                "event.price > 1 && event.price <= 1",
                "event.quantity > 1 && event.quantity < 2",
                "event.quantity > 1.2 && event.quantity < 1.8",
                "20.0 < event.price && 20.0 > event.price",
                "event.category == 'a' && event.category == 'b'",
                "event.category == 'a' && event.category in ['b', 'c']",
                "event.category < 'a' && event.category > 'b' && event.product_id == 'x'",
                "event.gift && !event.gift",
                "has(event.price) && event.price > 5.0 && event.price < 2.0",
                "has(event.price) && !has(event.price)",
                "local_hour(event.category) < 7 && local_hour(event.category) >= 8",
                "weekday('Europe/Zurich') > 7",
                "event.time < timestamp('2026-01-01T00:00:00Z') && event.time > timestamp('2026-01-02T00:00:00Z')",
                "action.any == 1 && action.any == 2",
                "alternatives > 3 && alternatives < 2",
                "1 > 2",
                "'a' == 'b' && event.gift",
                "event.gift ? event.price > 2.0 && event.price < 1.0 : false",
            })
    void isAlwaysFalse(String condition) {
        assertThat(constantOutcome(condition)).contains(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event.quantity == 1 || event.quantity != 1",
                "event.price > 1.0 || event.price <= 1.0",
                "event.category != 'a' || event.category != 'b'",
                "!(event.gift && !event.gift)",
                "event.gift || !event.gift",
                "size(event.category) > 3 || 2 > 1",
            })
    void isAlwaysTrue(String condition) {
        assertThat(constantOutcome(condition)).contains(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "false",
                "event.price > 20.0",
                "event.price > 1.0 && event.price < 1.5",
                "event.quantity > 1 && event.quantity < 3",
                "event.category > 'a' && event.category < 'b'",
                "has(event.price)",
                "has(event.price) || event.price > 5.0",
                "has(event.category) && event.category.startsWith('a')",
                "!event.category.startsWith('a') || event.category == 'b'",
                "event.price > cart.price && event.price < cart.price",
                "action.any > 1 && action.any < 2",
                "event.category in event.product_ids && event.category == 'a'",
                "event.lines.exists(x, x.price > 2.0 && x.price < 1.0)",
                "event.lines.exists(event, event.price > 2.0) && event.price < 1.0",
                "local_hour('UTC') >= 22 || local_hour('UTC') < 6",
                "event.extra == [1] && event.extra == [2]",
                "event.price > 0.0 ? event.gift : event.price < 0.0",
            })
    void canBeBoth(String condition) {
        assertThat(constantOutcome(condition)).isEmpty();
    }

    @Test
    void aReadIsGuardedByAskingFirst() {
        assertThat(unguarded("action.a > 1")).containsExactly("action.a");
        assertThat(unguarded("has(action.a) && action.a > 1")).isEmpty();
        assertThat(unguarded("action.a > 1 && event.gift && has(action.a)")).containsExactly("event.gift");
        assertThat(unguarded("!has(action.a) || action.a > 1")).isEmpty();
        assertThat(unguarded("has(action.a) || action.a > 1")).containsExactly("action.a");
        assertThat(unguarded("has(action.a) ? action.a > 1 : action.b > 1")).containsExactly("action.b");
        assertThat(unguarded("!has(action.a) ? action.a > 1 : action.a > 2")).containsExactly("action.a");
        assertThat(unguarded("(has(action.a) && has(action.b)) && (action.a > 1 || action.b > 1)"))
                .isEmpty();
        assertThat(unguarded("(has(action.a) || has(action.b)) && action.a > 1"))
                .containsExactly("action.a");
        assertThat(unguarded("!(has(action.a) && action.a > 1)")).isEmpty();
    }

    @Test
    void aGuardBelowARecordGuardsTheRecord() {
        assertThat(unguarded("has(event.fence.kind)")).containsExactly("event.fence");
        assertThat(unguarded("has(event.fence) && has(event.fence.kind) && event.fence.kind == 'a'"))
                .isEmpty();
        assertThat(unguarded("has(event.fence) && event.fence.kind == 'a'")).containsExactly("event.fence.kind");
        assertThat(unguarded("event.lines.exists(x, x.price > 1.0 && action.a > 1)"))
                .containsExactly("action.a", "event.lines");
    }

    @Test
    void seesWhichStepsAreComparedByEquality() {
        assertThat(compared("event.product_id == cart.product_id")).containsExactly("cart");
        assertThat(compared("cart.product_id in event.product_ids && event.price > 1.0"))
                .containsExactly("cart");
        assertThat(compared("event.lines.exists(l, l.product_id == cart.product_id)"))
                .containsExactly("cart");
        assertThat(compared("event.lines[0].product_id == cart.lines[0].product_id"))
                .containsExactly("cart");
        assertThat(compared("event.price > cart.price && event.category == 'a' && event.product_id != cart.product_id"))
                .isEmpty();
    }

    private static Optional<Boolean> constantOutcome(String condition) {
        return Inspection.constantOutcome(NAMES.expression(condition, Scalar.BOOL));
    }

    private static Set<String> unguarded(String condition) {
        return Inspection.unguardedReads(NAMES.expression(condition, Scalar.BOOL));
    }

    private static Set<String> compared(String condition) {
        return Inspection.stepsComparedByEquality(NAMES.expression(condition, Scalar.BOOL));
    }
}
