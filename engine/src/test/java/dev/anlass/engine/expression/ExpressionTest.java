package dev.anlass.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.event.FieldType;
import dev.anlass.engine.event.FieldType.Scalar;
import dev.anlass.engine.event.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    private static final Fields GAME = Fields.of(Map.of("product_id", "b-1", "category", "game", "price", 39.0));

    @Test
    void comparesAFieldWithANumber() {
        assertThat(Given.event(GAME).truth("event.price >= 20.0")).isEqualTo(Truth.TRUE);
        assertThat(Given.event(GAME).truth("event.price >= 20")).isEqualTo(Truth.TRUE);
        assertThat(Given.event(GAME).truth("event.price < 20")).isEqualTo(Truth.FALSE);
    }

    @Test
    void isUnknownWhenAFieldIsMissing() {
        assertThat(Given.event(GAME).truth("event.quantity > 0")).isEqualTo(Truth.UNKNOWN);
        assertThat(Given.event(GAME).truth("event.fence.kind == 'shop'")).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void isUnknownWhenARootIsMissing() {
        Given given = Given.nothing().and("cart", Given.EVENT, null);
        assertThat(given.truth("cart.price > 1.0")).isEqualTo(Truth.UNKNOWN);
        assertThat(given.truth("has(cart.price)")).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void absorbsTheUnknownInAndAndOr() {
        assertThat(Given.event(GAME).truth("event.quantity > 0 || event.price > 1.0"))
                .isEqualTo(Truth.TRUE);
        assertThat(Given.event(GAME).truth("event.quantity > 0 && event.price < 1.0"))
                .isEqualTo(Truth.FALSE);
        assertThat(Given.event(GAME).truth("event.quantity > 0 && event.price > 1.0"))
                .isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void asksWhetherAFieldIsThere() {
        assertThat(Given.event(GAME).truth("has(event.price)")).isEqualTo(Truth.TRUE);
        assertThat(Given.event(GAME).truth("has(event.quantity)")).isEqualTo(Truth.FALSE);
        assertThat(Given.event(GAME).truth("has(event.fence.kind)")).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void aRemovedAttributeIsMissing() {
        Given given = Given.event(Fields.of(Map.of("category", Fields.REMOVED, "price", 1.0)));
        assertThat(given.truth("has(event.category)")).isEqualTo(Truth.FALSE);
        assertThat(given.truth("event.category == 'game'")).isEqualTo(Truth.UNKNOWN);
        assertThat(given.truth("has(event.price)")).isEqualTo(Truth.TRUE);
    }

    @Test
    void looksForAnElementInAList() {
        Given given =
                Given.event(Fields.of("product_ids", List.of("b-1", "b-2"))).and("cart", Given.EVENT, GAME);
        assertThat(given.truth("cart.product_id in event.product_ids")).isEqualTo(Truth.TRUE);
        assertThat(given.truth("'b-3' in event.product_ids")).isEqualTo(Truth.FALSE);
    }

    @Test
    void goesThroughARecordList() {
        Given given = Given.event(Fields.of(
                "lines",
                List.of(
                        Fields.of(Map.of("product_id", "a", "price", 1.0, "quantity", 2L)),
                        Fields.of(Map.of("product_id", "b", "price", 5.0)))));
        assertThat(given.truth("event.lines.exists(l, l.price > 4.0)")).isEqualTo(Truth.TRUE);
        assertThat(given.truth("event.lines.all(l, l.quantity > 1)")).isEqualTo(Truth.UNKNOWN);
        assertThat(given.truth("event.lines.exists_one(l, has(l.quantity))")).isEqualTo(Truth.TRUE);
        assertThat(given.value("event.lines.map(l, l.product_id)")).isEqualTo(List.of("a", "b"));
        assertThat(given.value("event.lines.filter(l, l.price > 4.0)[0].product_id"))
                .isEqualTo("b");
    }

    @Test
    void whatCannotBeComputedIsUnknown() {
        Given given = Given.event(Fields.of(Map.of("quantity", 0L, "price", 1.0, "category", "x")));
        assertThat(given.value("1 / event.quantity")).isNull();
        assertThat(given.value("1 % event.quantity")).isNull();
        assertThat(given.value("9223372036854775807 + 1 + event.quantity")).isNull();
        assertThat(given.value("int(event.category)")).isNull();
        assertThat(given.value("[1, 2][event.quantity + 5]")).isNull();
        assertThat(given.value("event.price / 0.0")).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void convertsAnIntWhereADoubleIsNeeded() {
        assertThat(Given.nothing().value("3", Scalar.DOUBLE)).isEqualTo(3.0);
        assertThat(Given.event(Fields.of("extra", 3L)).value("event.extra", Scalar.DOUBLE))
                .isEqualTo(3.0);
        assertThat(Given.event(Fields.of("extra", "x")).value("event.extra", Scalar.DOUBLE))
                .isNull();
    }

    @Test
    void resultsArePlainJavaValues() {
        Given given = Given.nothing();
        assertThat(given.value("'a' + 'b'")).isEqualTo("ab");
        assertThat(given.value("1 + 2")).isEqualTo(3L);
        assertThat(given.value("1u + 2u")).isEqualTo(3L);
        assertThat(given.value("1.5")).isEqualTo(1.5);
        assertThat(given.value("timestamp('2026-03-02T20:00:00Z')")).isEqualTo(Instant.parse("2026-03-02T20:00:00Z"));
        assertThat(given.value("duration('90s')")).isEqualTo(Duration.ofSeconds(90));
        assertThat(given.value("[1, 2]")).isEqualTo(List.of(1L, 2L));
        assertThat(given.value("{'a': 1}")).isEqualTo(Map.of("a", 1L));
    }

    @Test
    void knowsTheTypeOfItsValue() {
        Given given = Given.event(GAME);
        assertThat(given.expression("event.price").type()).isEqualTo(Scalar.DOUBLE);
        assertThat(given.expression("event.lines").type()).isEqualTo(new FieldType.ListOf(Given.LINE));
        assertThat(given.expression("event.extra").type()).isEqualTo(new FieldType.Any());
        assertThat(given.expression("event.extra", Scalar.STRING).type()).isEqualTo(Scalar.STRING);
    }

    @Test
    void measuresTheDistanceOfTwoPlaces() {
        Given given = Given.event(Fields.of("fence", Fields.of(Map.of("lat", 47.3769, "lon", 8.5417))));
        assertThat((Double) given.value("distance_m(event.fence, {'lat': 46.9480, 'lon': 7.4474})"))
                .isBetween(95_000.0, 96_000.0);
        assertThat(given.value("distance_m(event.fence, event.fence)")).isEqualTo(0.0);
        assertThat(given.value("distance_m(event.fence, {'lat': 46.9480})")).isNull();
    }

    @Test
    void readsTheClockOfAZone() {
        Given monday = Given.event(Fields.of("category", "Mars/Olympus"))
                .at(Instant.parse("2026-03-02T23:30:00Z").toEpochMilli());
        assertThat(monday.value("local_hour('Europe/Zurich')")).isEqualTo(0L);
        assertThat(monday.value("weekday('Europe/Zurich')")).isEqualTo(2L);
        assertThat(monday.value("weekday('UTC')")).isEqualTo(1L);
        assertThat(monday.value("local_hour(event.category)")).isNull();
    }

    @Test
    void saysWhatItReads() {
        Given given = Given.event(GAME)
                .and("cart", Given.EVENT, GAME)
                .and("alternatives", Scalar.INT, 2L)
                .and("names", new FieldType.ListOf(Scalar.STRING), List.of());
        assertThat(given.expression("has(event.price) && event.fence.kind == 'shop'")
                        .reads()
                        .byRoot())
                .isEqualTo(Map.of("event", Set.of("price", "fence")));
        assertThat(given.expression("alternatives > 0 && 'x' in names").reads().byRoot())
                .isEqualTo(Map.of("alternatives", Set.of(), "names", Set.of()));
        assertThat(given.expression("[event.fence.kind, cart.product_id].size() > 1 || event == cart")
                        .reads()
                        .byRoot())
                .isEqualTo(Map.of("event", Set.of("*", "fence"), "cart", Set.of("*", "product_id")));
        assertThat(given.expression("event.lines.exists(cart, cart.price > 1.0)")
                        .reads()
                        .byRoot())
                .isEqualTo(Map.of("event", Set.of("lines")));
        assertThat(given.expression("local_hour('UTC') > 3").reads()).isEqualTo(Reads.NOTHING);
    }

    @Test
    void stopsAfterAThousandIterations() {
        List<Long> thousand = LongStream.range(0, 1_000).boxed().toList();
        List<Long> more = LongStream.range(0, 1_001).boxed().toList();
        FieldType numbers = new FieldType.ListOf(Scalar.INT);
        assertThat(Given.nothing().and("n", numbers, thousand).truth("n.all(x, x >= 0)"))
                .isEqualTo(Truth.TRUE);
        assertThat(Given.nothing().and("n", numbers, more).truth("n.all(x, x >= 0)"))
                .isEqualTo(Truth.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"const", "package", "return", "list", "map", "string", "type", "int", "has", "size", "x1", "_"})
    void aRootMayBeCalledLikeAWordOfTheLanguage(String name) {
        Given given = Given.nothing().and(name, Given.EVENT, GAME).and("cart-item", Given.EVENT, GAME);
        assertThat(given.value(name + ".price + 1.0")).isEqualTo(40.0);
    }

    @Test
    void aRootIsReachedBehindAVariableOfItsName() {
        Given given = Given.event(Fields.of("lines", List.of(Fields.of("price", 1.0))))
                .and("cart", Given.EVENT, GAME);
        assertThat(given.truth("event.lines.exists(cart, cart.price == 1.0 && .cart.price == 39.0)"))
                .isEqualTo(Truth.TRUE);
        assertThat(given.expression("event.lines.exists(cart, cart.price == .cart.price)")
                        .reads()
                        .fieldsOf("cart"))
                .containsExactly("price");
    }

    @Test
    void isEvaluatedByManyThreadsAtOnce() {
        Expression expression = Given.event(GAME).expression("[1, 2, 3].exists(x, double(x) > event.price)");
        Scope cheap = Given.event(Fields.of("price", 2.5)).scope();
        Scope dear = Given.event(Fields.of("price", 3.5)).scope();
        assertThat(IntStream.range(0, 10_000).parallel().mapToObj(i -> expression.test(i % 2 == 0 ? cheap : dear)))
                .containsOnly(Truth.TRUE, Truth.FALSE);
        assertThat(IntStream.range(0, 10_000)
                        .parallel()
                        .filter(i -> expression.test(i % 2 == 0 ? cheap : dear) == Truth.TRUE))
                .hasSize(5_000);
    }
}
