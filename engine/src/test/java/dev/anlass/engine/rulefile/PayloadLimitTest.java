package dev.anlass.engine.rulefile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.event.FieldType.Scalar;
import dev.anlass.engine.rule.Channel;
import java.text.NumberFormat;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The longest payload and text of an action fit its channel, or the author is told. */
class PayloadLimitTest {

    private static final String EVENTS = """
            events:
              cart.product_added:
                data: behaviour
                fields:
                  product_id: string(10)
                  name: string(80)
                  note: string
                  price: double
                  tags: list(string(5))(3)
                  marks: list(string)
                  box: {label: string(4), weight: double}
            """;

    private static final String FENCES = """
            {"type": "FeatureCollection", "features": [
              {"type": "Feature", "id": "s-7", "geometry": {"type": "Point", "coordinates": [8.5, 47.3]},
               "properties": {"kind": "shop", "name": "Zürich", "radius_m": 80}}]}
            """;

    @Test
    void thePayloadIsMeasuredAsJson() {
        assertThat(longest("payload: {}")).isEqualTo("{}".length());
        assertThat(longest("payload: {a: 10, b: 'x\"ü'}")).isEqualTo("{'a':10,'b':'x\\'üü',}".length());
        assertThat(longest("payload: {a: \"${cart.product_id}\"}")).isEqualTo("{'a':'',}".length() + 60);
        assertThat(longest("payload: {a: [1, true], b: {c: \"${cart.price}\"}}"))
                .isEqualTo("{'a':[1,true,],'b':{'c':,},}".length() + 24);
        assertThat(longest("payload: {a: \"${cart.tags}\"}")).isEqualTo("{'a':['','','',],}".length() + 3 * 30);
        assertThat(longest("payload: {a: \"${cart.tags[0]}\"}")).isEqualTo("{'a':'',}".length() + 30);
        assertThat(longest("payload: {a: \"${cart.box}\"}"))
                .isEqualTo("{'a':{'label':'','weight':,},}".length() + 24 + 24);
    }

    @Test
    void theTextCountsInTheLanguageInWhichItIsLongest() {
        assertThat(longest("text: {en: \"12345\", de: \"1234567\"}")).isEqualTo("{}''".length() + 7);
        assertThat(longest("text: {en: \"a ${cart.name}\"}")).isEqualTo("{}''a ".length() + 480);
        assertThat(longest("text: {en: \"${cart.price > 1.0 ? cart.name : 'none'}\"}"))
                .isEqualTo("{}''".length() + 480);
    }

    @Test
    void aNumberInATextIsAsLongAsItsLanguageWritesIt() {
        long english = longest("text: {en: \"${cart.price}\"}");
        long swiss = longest("text: {de-CH: \"${cart.price}\"}");
        assertThat(english).isEqualTo("{}''-".length() + 309 + 102);
        assertThat(swiss).isEqualTo(english + 2 * 102);
    }

    @Test
    void noLanguageWritesLongerThanAnyLanguageIsTakenToWrite() {
        MeasureOfText any = new MeasureOfText(null);
        for (Locale locale : Locale.getAvailableLocales()) {
            NumberFormat numbers = NumberFormat.getInstance(locale);
            for (double number : new double[] {-Double.MAX_VALUE, -1.0e300, -0.0001, 1234567.891, 1.0 / 0}) {
                assertThat(Measure.escaped(numbers.format(number)))
                        .as("%s in %s", number, locale)
                        .isLessThanOrEqualTo(any.of(Scalar.DOUBLE, "").bytes())
                        .isLessThanOrEqualTo(
                                new MeasureOfText(locale).of(Scalar.DOUBLE, "").bytes());
            }
            assertThat(Measure.escaped(numbers.format(Long.MIN_VALUE)))
                    .isLessThanOrEqualTo(any.of(Scalar.INT, "").bytes());
            assertThat(longestTime(locale))
                    .as("%s", locale)
                    .isLessThanOrEqualTo(any.of(Scalar.TIMESTAMP, "").bytes());
        }
    }

    /** Of late in the morning and late in the evening of one day a month. */
    private static long longestTime(Locale locale) {
        DateTimeFormatter times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale);
        ZonedDateTime first = ZonedDateTime.parse("2026-01-28T10:59:00Z");
        return LongStream.range(0, 24)
                .mapToObj(half -> first.plusMonths(half / 2).plusHours(12 * (half % 2)))
                .mapToLong(time -> Measure.escaped(times.format(time)))
                .max()
                .orElseThrow();
    }

    @Test
    void whatIsKnownByItsValuesIsAsLongAsThey() {
        RuleFiles files = rules("payload: {a: \"${const.names['x']}\", b: \"${const.word}\"}")
                .with("constants.yaml", "names: {x: short, y: longest}\nword: hi\n");
        assertThat(longest(files)).isEqualTo("{'a':'longest','b':'hi',}".length());
    }

    @Test
    void fencesAreKnownByTheirValues() {
        RuleFiles files = Given.rules()
                .with(FileKind.CHANNELS_FILE, "channels: {push: {payload_limit: 2}}")
                .with("fences/f.geojson", FENCES)
                .with(
                        "triggers/t.yaml",
                        trigger("payload: {a: \"${cart.fence.name}\", b: \"${cart.fence_id}\"}")
                                .replace("cart.product_added", "fence.entered"));
        assertThat(longest(files)).isEqualTo("{'a':'Züürich','b':'s-7',}".length());
    }

    @Test
    void whatFitsIsNoProblem() {
        assertThat(problems("payload_limit: 69", "payload: {a: \"${cart.product_id}\"}"))
                .isEmpty();
        assertThat(problems("payload_limit: 68", "payload: {a: \"${cart.product_id}\"}"))
                .containsExactly(
                        "triggers/t.yaml:7:1: error: payload and text can have 69 bytes, the channel \"push\" takes 68");
    }

    @Test
    void whatHasNoLengthIsNamedIfTheChannelHasALimit() {
        assertThat(
                        problems(
                                "payload_limit: 4KiB",
                                "payload: {a: \"${cart.note}\", b: \"${cart.marks}\", c: \"${cart.name + '!'}\"}\ntext: {en: \"${customer.tier}\"}"))
                .containsExactly(
                        "triggers/t.yaml:7:1: warning: it is not known whether payload and text fit into the 4096 bytes of"
                                + " the channel \"push\": cart.marks, cart.name + '!', cart.note, customer.tier can be of any length");
        assertThat(problems("expires: 4h", "payload: {a: \"${cart.note}\", b: \"${cart.marks}\"}"))
                .isEmpty();
    }

    @Test
    void withoutALimitNothingIsCheckedButWhatHasALength() {
        String much = "x".repeat(Channel.DEFAULT_PAYLOAD_LIMIT_BYTES);
        assertThat(problems("expires: 4h", "payload: {a: " + much + "}")).isEmpty();
        assertThat(problems("expires: 4h", "payload: {a: " + much + ", b: \"${cart.name}\"}"))
                .singleElement()
                .asString()
                .endsWith("payload and text can have 4592 bytes, the channel \"push\" takes 4096");
        assertThat(problems("payload_limit: 4KiB", "payload: {a: " + much + "}"))
                .hasSize(1);
    }

    @Test
    void expressionsDoNotSeeLengths() {
        assertThat(problems(
                        "expires: 4h",
                        "payload: {a: \"${cart.tags}\"}\ntext: {en: \"${cart.name + cart.product_id}\"}"))
                .isEmpty();
    }

    @Test
    void attributesMayHaveALength() {
        RuleFiles files = rules("text: {en: \"${customer.market}\"}")
                .with(FileKind.CUSTOMER_FILE, "attributes: {market: {type: string(2), data: profile}}");
        assertThat(longest(files)).isEqualTo("{}''".length() + 12);
    }

    @Test
    void aLengthIsAWholeNumberBehindAStringOrAList() {
        assertThat(type("string(0)")).containsExactly("a longest length is 1 to 8192, not 0");
        assertThat(type("list(string)(8193)")).containsExactly("a longest length is 1 to 8192, not 8193");
        assertThat(type("int(5)")).containsExactly("there is no type \"int(5)\"");
        assertThat(type("string(-1)")).containsExactly("there is no type \"string(-1)\"");
        assertThat(type("list(list(string(2))(3))(4)")).isEmpty();
    }

    private static List<String> type(String type) {
        RuleFiles files = Given.rules()
                .with("triggers/t.yaml", Given.trigger())
                .with("catalogue/customer.yaml", "attributes: {words: {type: " + type + ", data: profile}}");
        return Rulebook.load(files, null).problems().all().stream()
                .filter(Problem::isError)
                .map(Problem::message)
                .toList();
    }

    private static long longest(String action) {
        return longest(rules(action));
    }

    /** What an error says: a limit of two bytes is exceeded by all but an empty payload. */
    private static long longest(RuleFiles files) {
        List<String> problems = Given.problems(files);
        if (problems.isEmpty()) {
            return 2;
        }
        String bytes = problems.get(0).replaceAll(".* error: payload and text can have (\\d+) bytes, .*", "$1");
        return Long.parseLong(bytes);
    }

    private static RuleFiles rules(String action) {
        return rules("payload_limit: 2", action);
    }

    private static RuleFiles rules(String channel, String action) {
        return Given.rules()
                .with(FileKind.EVENTS_FILE, EVENTS)
                .with(FileKind.CHANNELS_FILE, "channels: {push: {" + channel + "}}")
                .with("triggers/t.yaml", trigger(action));
    }

    private static String trigger(String action) {
        return Objects.requireNonNull(Given.trigger()).replace(Given.action(""), Given.action(action));
    }

    private static List<String> problems(String channel, String action) {
        return Given.problems(rules(channel, action));
    }
}
