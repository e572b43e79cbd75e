package dev.anlass.benchmarks.patterns;

import static dev.anlass.benchmarks.patterns.Against.is;
import static java.time.Duration.ofMinutes;
import static org.apache.flink.cep.pattern.WithinType.PREVIOUS_AND_CURRENT;

import dev.anlass.benchmarks.patterns.Against.Pair;
import dev.anlass.engine.event.Event;
import dev.anlass.jobs.operator.Arrival;
import java.time.Duration;
import java.util.List;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;

/**
 * The compared rules as patterns of Flink CEP: what {@link ShopRules} says in rule files.
 *
 * <p>A pattern goes on from every event that fits its first step. That only the newest is kept, as a rule does, is said
 * by forbidding another one in between. Why each pattern says the same as its rule is in docs/pattern-library.md.
 */
public final class ShopPatterns {

    private static final String LOOK = "product.viewed";
    private static final String BASKET = "cart.product_added";
    private static final String ORDER = "order.completed";
    private static final Duration BASKET_WITHIN = ofMinutes(10);
    private static final Duration NO_WAIT = Duration.ZERO;

    private ShopPatterns() {}

    public static List<ShopPattern> all() {
        return List.of(
                lookedThenBasket(),
                cheaperLook(),
                lookBasketOrder(),
                lookedTwice(),
                orderAfterLooks(),
                threeLooks(),
                lookedAndLeft(),
                basketLeft());
    }

    public static ShopPattern lookedThenBasket() {
        Pattern<Arrival, ?> pattern = begin("look", LOOK)
                .notFollowedBy("newer look")
                .where(is(LOOK))
                .followedBy("basket")
                .where(is(BASKET))
                .within(inclusive(BASKET_WITHIN), PREVIOUS_AND_CURRENT);
        return new ShopPattern("looked-then-basket", pattern, NO_WAIT);
    }

    public static ShopPattern cheaperLook() {
        Pattern<Arrival, ?> pattern = begin("look", LOOK)
                .notFollowedBy("newer look")
                .where(is(LOOK))
                .followedBy("cheaper")
                .where(new Against(LOOK, "look", ShopPatterns::isCheaper))
                .within(inclusive(ofMinutes(15)), PREVIOUS_AND_CURRENT);
        return new ShopPattern("cheaper-look", pattern, NO_WAIT);
    }

    /** Any basket, not only the next: a newer one takes the place of the bound one while it is in the window. */
    static ShopPattern lookBasketOrder() {
        Pair inWindow = (look, basket) -> basket.time() - look.time() <= BASKET_WITHIN.toMillis();
        Pattern<Arrival, ?> pattern = Pattern.<Arrival>begin("look", AfterMatchSkipStrategy.skipToNext())
                .where(is(LOOK))
                .notFollowedBy("newer look")
                .where(is(LOOK))
                .followedByAny("basket")
                .where(is(BASKET))
                .within(inclusive(BASKET_WITHIN), PREVIOUS_AND_CURRENT)
                .notFollowedBy("newer basket")
                .where(new Against(BASKET, "look", inWindow))
                .followedBy("order")
                .where(is(ORDER))
                .within(inclusive(ofMinutes(20)), PREVIOUS_AND_CURRENT);
        return new ShopPattern("look-basket-order", pattern, NO_WAIT);
    }

    static ShopPattern lookedTwice() {
        Pattern<Arrival, ?> pattern = begin("look", LOOK)
                .notFollowedBy("newer look")
                .where(new Against(LOOK, "look", ShopPatterns::isSameProduct))
                .notFollowedBy("ordered")
                .where(new Against(ORDER, "look", ShopPatterns::contains))
                .followedBy("again")
                .where(new Against(LOOK, "look", ShopPatterns::isSameProduct))
                .within(inclusive(ofMinutes(30)), PREVIOUS_AND_CURRENT);
        return new ShopPattern("looked-twice", pattern, NO_WAIT);
    }

    static ShopPattern orderAfterLooks() {
        Pattern<Arrival, ?> pattern = begin("look", LOOK)
                .notFollowedBy("newer look")
                .where(new Against(LOOK, "look", ShopPatterns::isSameProduct))
                .followedBy("order")
                .where(is(ORDER))
                .within(inclusive(ofMinutes(30)), PREVIOUS_AND_CURRENT);
        return new ShopPattern("order-after-looks", pattern, NO_WAIT);
    }

    static ShopPattern threeLooks() {
        Pattern<Arrival, ?> pattern = Pattern.<Arrival>begin("look", AfterMatchSkipStrategy.skipPastLastEvent())
                .where(is(LOOK))
                .times(3)
                .within(inclusive(ofMinutes(5)));
        return new ShopPattern("three-looks", pattern, NO_WAIT);
    }

    static ShopPattern lookedAndLeft() {
        Duration wait = ofMinutes(15);
        Pattern<Arrival, ?> pattern = begin("look", LOOK)
                .notFollowedBy("anything else")
                .where(is(LOOK))
                .or(is(BASKET))
                .or(is(ORDER))
                .within(inclusive(wait));
        return new ShopPattern("looked-and-left", pattern, wait);
    }

    static ShopPattern basketLeft() {
        Duration wait = ofMinutes(20);
        Pattern<Arrival, ?> pattern = begin("basket", BASKET)
                .notFollowedBy("newer basket or order")
                .where(new Against(BASKET, "basket", ShopPatterns::isSameProduct))
                .or(new Against(ORDER, "basket", ShopPatterns::contains))
                .within(inclusive(wait));
        return new ShopPattern("basket-left", pattern, wait);
    }

    private static Pattern<Arrival, Arrival> begin(String step, String type) {
        return Pattern.<Arrival>begin(step, AfterMatchSkipStrategy.noSkip()).where(is(type));
    }

    /** Flink CEP's windows end before their bound, those of a rule with it. */
    private static Duration inclusive(Duration window) {
        return window.plusMillis(1);
    }

    private static boolean isSameProduct(Event bound, Event event) {
        Object product = bound.fields().get("product_id");
        return product != null && product.equals(event.fields().get("product_id"));
    }

    private static boolean contains(Event bound, Event order) {
        Object product = bound.fields().get("product_id");
        return order.fields().get("product_ids") instanceof List<?> products && products.contains(product);
    }

    private static boolean isCheaper(Event look, Event later) {
        Object category = look.fields().get("category");
        return category != null
                && category.equals(later.fields().get("category"))
                && look.fields().get("price") instanceof Double before
                && later.fields().get("price") instanceof Double now
                && now < before;
    }
}
