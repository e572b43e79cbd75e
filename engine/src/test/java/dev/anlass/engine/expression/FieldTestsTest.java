package dev.anlass.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTestsTest {

    @Test
    void equalityOfAFieldWithATextIsLifted() {
        assertThat(of("event.category == 'book' && event.price > 20.0")).containsExactly(asks("category", "book"));
        assertThat(of("'book' == event.category")).containsExactly(asks("category", "book"));
        assertThat(of("event.category in ['book', 'toy']")).containsExactly(asks("category", "book", "toy"));
        assertThat(of("event.price > 20.0 && event.fence.kind == 'shop' && event.category == 'book'"))
                .containsExactly(asks("fence.kind", "shop"), asks("category", "book"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event.category == 'book' || event.price > 20.0",
                "!(event.category == 'book')",
                "event.category != 'book'",
                "event.quantity == 3",
                "event.category == event.product_id",
                "'book' in event.product_ids",
                "event.product_ids == ['book']",
                "has(event.category) && event.gift",
                "event.lines.exists(line, line.product_id == 'book')",
                "event.gift ? event.category == 'book' : true"
            })
    void nothingElseIs(String condition) {
        assertThat(of(condition)).isEmpty();
    }

    private static List<FieldTest> of(String condition) {
        return Given.event(Map.of()).expression(condition, null).fieldTests();
    }

    private static FieldTest asks(String path, String... texts) {
        return new FieldTest(Arrays.asList(path.split("\\.")), Set.of(texts));
    }
}
