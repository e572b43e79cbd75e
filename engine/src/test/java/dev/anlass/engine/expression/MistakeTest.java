package dev.anlass.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.event.FieldType.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class MistakeTest {

    private static final String SLIPS = "().,'\"&|=!é\n?:[{@";
    private static final Given SHOP =
            Given.event(Map.of()).and("cart", Given.EVENT, null).and("alternatives", Scalar.INT, null);

    @Test
    void unknownWords() {
        assertThat(shown(
                        "event.prise > 1.0",
                        "evnt.price > 1.0",
                        "event.lines.exists(l, l.prise > 1.0)",
                        "siz(event.category) > 1",
                        "event.category.startWith('x')",
                        "if(event.gift)",
                        "now() > event.time",
                        "foo",
                        "event.x == 1 || event.y == 2",
                        "event.fence.knd == 'a'"))
                .isEqualTo("""
                        event.prise > 1.0
                              ^ there is no field "prise"; did you mean "price"?
                        evnt.price > 1.0
                        ^ nothing is called "evnt" here; did you mean "event"?
                        event.lines.exists(l, l.prise > 1.0)
                                                ^ there is no field "prise"; did you mean "price"?
                        siz(event.category) > 1
                        ^ there is no function "siz"; did you mean "size"?
                        event.category.startWith('x')
                                       ^ there is no function "startWith"; did you mean "startsWith"?
                        if(event.gift)
                        ^ there is no function "if"; expected: condition ? one : other
                        now() > event.time
                        ^ there is no function "now"; expected: event.time, or local_hour(customer.zone)
                        foo
                        ^ nothing is called "foo" here; expected: one of alternatives, cart, event
                        event.x == 1 || event.y == 2
                              ^ there is no field "x"; expected: one of category, extra, fence, gift, lines, price, product_id, product_ids, quantity, time
                                              ^ there is no field "y"; expected: one of category, extra, fence, gift, lines, price, product_id, product_ids, quantity, time
                        event.fence.knd == 'a'
                                    ^ there is no field "knd"; did you mean "kind"?
                        """);
    }

    @Test
    void syntax() {
        assertThat(shown(
                        "",
                        "event.price >",
                        "event.price > 1.0 and true",
                        "not event.gift",
                        "event.gift is true",
                        "event.price = 1.0",
                        "event.price > 1.0 & true",
                        "(event.price > 1.0",
                        "event.price > 1.0)",
                        "event.price > 1,0",
                        "event.category == 'x",
                        "event.price > 1.0 # dear",
                        "@time > 1",
                        "has(event)",
                        "event.lines.exists(1, true)",
                        "event.price > 99999999999999999999",
                        "event{price: 1.0}.price > 2.0"))
                .isEqualTo("""

                        ^ the expression is empty
                        event.price >
                                     ^ the expression ends too early
                        event.price > 1.0 and true
                                          ^ "and" is not expected here; expected: &&
                        not event.gift
                        ^ "not" is not expected here; expected: !
                        event.gift is true
                                   ^ "is" is not expected here; expected: ==
                        event.price = 1.0
                                    ^ "=" has no meaning in an expression; expected: ==
                        event.price > 1.0 & true
                                          ^ "&" has no meaning in an expression; expected: &&
                        (event.price > 1.0
                                          ^ ")" is missing
                        event.price > 1.0)
                                         ^ ")" is not expected here
                        event.price > 1,0
                                       ^ "," is not expected here; expected: a decimal point
                        event.category == 'x
                                          ^ this text has no closing quotation mark; expected: ' at its end
                        event.price > 1.0 # dear
                                          ^ "#" has no meaning in an expression; expected: //
                        @time > 1
                        ^ "@" has no meaning in an expression
                        has(event)
                        ^ has() asks for a field; expected: such as has(event.price)
                        event.lines.exists(1, true)
                                           ^ a macro begins with a new name; expected: such as exists(x, x > 0)
                        event.price > 99999999999999999999
                                      ^ this number is too large for an int; expected: a double, such as 1.0e20
                        event{price: 1.0}.price > 2.0
                             ^ an expression cannot build a message; expected: a map, such as {'price': 1.0}
                        """);
    }

    @Test
    void types() {
        assertThat(shown(
                        "event.price",
                        "null",
                        "b'x'",
                        "event.price == null",
                        "event.price == '20'",
                        "event.price + 1 > 2.0",
                        "event.price * event.quantity > 3.0",
                        "event.price in [1, 2]",
                        "size(event.price) > 1",
                        "event.category ? 1 : 2",
                        "!event.price",
                        "event.price.x > 1",
                        "event.price.exists(x, true)",
                        "event.category.matches('[a')",
                        "event.category.matches('a{900}')",
                        "local_hour() > 3",
                        "local_hour(3) > 3",
                        "distance_m(event, event.fence) < 3.0"))
                .isEqualTo("""
                        event.price
                        ^ this is double, but bool is needed; expected: a comparison, such as event.price >= 20.0
                        null
                        ^ a value of type null cannot be used here
                        b'x'
                        ^ a value of type bytes cannot be used here
                        event.price == null
                                    ^ "==" does not work on (double, null); expected: has(event.price) to ask whether it is there
                        event.price == '20'
                                    ^ "==" does not work on (double, string); expected: a number without quotation marks
                        event.price + 1 > 2.0
                                    ^ "+" does not work on (double, int); expected: 1.0, because both must be double
                        event.price * event.quantity > 3.0
                                    ^ "*" does not work on (double, int); expected: double() around the int
                        event.price in [1, 2]
                                    ^ "in" does not work on (double, list(int)); expected: 1.0, because both must be double
                        size(event.price) > 1
                        ^ "size" does not work on (double)
                        event.category ? 1 : 2
                                       ^ "? :" does not work on (string, int, int)
                        !event.price
                        ^ "!" does not work on (double)
                        event.price.x > 1
                                   ^ a value of type double has no fields
                        event.price.exists(x, true)
                             ^ a macro goes through a list or a map, not through double
                        event.category.matches('[a')
                                               ^ this is no regular expression: missing closing ]
                        event.category.matches('a{900}')
                                               ^ this regular expression is too big: its program is over 500; expected: smaller repetitions
                        local_hour() > 3
                        ^ local_hour takes one argument, a time zone; expected: local_hour(customer.zone)
                        local_hour(3) > 3
                        ^ "local_hour" does not work on (int); expected: local_hour(customer.zone)
                        distance_m(event, event.fence) < 3.0
                                   ^ distance_m needs a record with lat and lon; expected: such as distance_m(event.fence, visit.fence)
                        """);
    }

    @Test
    void severalAtOnceInSeveralLines() {
        assertThat(shown("""
                event.prise > 1.0
                  && '😀' == event.categry
                  && foo""")).isEqualTo("""
                        event.prise > 1.0
                              ^ there is no field "prise"; did you mean "price"?
                          && '😀' == event.categry
                                           ^ there is no field "categry"; did you mean "category"?
                          && foo
                             ^ nothing is called "foo" here; expected: one of alternatives, cart, event
                        """);
    }

    @Test
    void limits() {
        assertThat(SHOP.mistakes("event.gift && ".repeat(150) + "true", null))
                .extracting(Mistake::message)
                .containsExactly("the expression is longer than 2000 characters");
        assertThat(SHOP.mistakes("(".repeat(33) + "1" + ")".repeat(33), null))
                .extracting(Mistake::message)
                .containsExactly("the expression is nested deeper than 32 levels");
        assertThat(SHOP.value("(".repeat(32) + "1" + ")".repeat(32))).isEqualTo(1L);
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void noTextMakesTheCompilerFail(@ForAll @StringLength(max = 30) @CharRange(from = ' ', to = '~') String text) {
        assertIsChecked(text);
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void noSlipOfTheFingerMakesTheCompilerFail(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(new RandomExpressions(random).any());
        int at = random.nextInt(text.length());
        if (random.nextBoolean()) {
            text.deleteCharAt(at);
        } else {
            text.insert(at, SLIPS.charAt(random.nextInt(SLIPS.length())));
        }
        assertIsChecked(text.toString());
    }

    private static void assertIsChecked(String text) {
        Checked checked = new ExpressionCompiler(Map.of("event", Given.EVENT)).check(text, null);
        if (checked instanceof Checked.Invalid invalid) {
            assertThat(invalid.mistakes()).isNotEmpty().allSatisfy(mistake -> {
                assertThat(mistake.offset()).isBetween(0, text.length());
                assertThat(mistake.message())
                        .doesNotContain("@record", "<EOF>", "expecting", "(in container", "_&&_", "protobuf");
            });
        }
    }

    /** Each text with its mistakes below the line they are in, each with a caret where it is. */
    private static String shown(String... texts) {
        StringBuilder shown = new StringBuilder();
        for (String text : texts) {
            List<Mistake> mistakes = SHOP.mistakes(text, Scalar.BOOL);
            int start = 0;
            for (String line : text.split("\n", -1)) {
                shown.append(line).append('\n');
                for (Mistake mistake : mistakes) {
                    int column = mistake.offset() - start;
                    if (column >= 0 && column <= line.length()) {
                        shown.append(" ".repeat(column)).append("^ ").append(mistake.message());
                        shown.append(mistake.wayOut() == null ? "" : "; " + mistake.wayOut())
                                .append('\n');
                    }
                }
                start += line.length() + 1;
            }
        }
        return shown.toString();
    }
}
