package dev.anlass.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.event.FieldType;
import dev.anlass.engine.event.Fields;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The language as its specification describes it, in small cases: an expression and its value. */
class LanguageTest {

    private static final Fields RECORD = Fields.of(Map.of(
            "one", 1L, "half", 0.5, "name", "ada", "yes", true, "list", List.of(1L, 2L), "inner", Fields.of("k", "v")));

    private static final Given GIVEN = Given.nothing().and("x", new FieldType.Any(), RECORD);

    @ParameterizedTest
    @CsvSource(delimiter = '⇒', quoteCharacter = '`', textBlock = """
            42                                     ⇒ 42
            -1                                     ⇒ -1
            0x1F                                   ⇒ 31
            1.5e3                                  ⇒ 1500.0
            'a\\u00e4'                             ⇒ aä
            r'\\d'                                 ⇒ \\d
            \"\"\"two\"\"\"                        ⇒ two
            [1, 2] + [3]                           ⇒ [1, 2, 3]
            {'a': 1}['a']                          ⇒ 1
            {'a': 1}.a                             ⇒ 1
            {'a': 1}['b']                          ⇒ unknown
            {'a': 1, 'a': 2}                       ⇒ unknown
            """)
    void literals(String expression, String value) {
        assertValue(expression, value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '⇒', quoteCharacter = '`', textBlock = """
            1 < 2                                  ⇒ true
            1 < 1.5                                ⇒ true
            1.5 >= 2                               ⇒ false
            'a' < 'b'                              ⇒ true
            'A' < 'a'                              ⇒ true
            'a' == 'a '                            ⇒ false
            false < true                           ⇒ true
            dyn(1) == 1.0                          ⇒ true
            dyn(1) == 1u                           ⇒ true
            dyn(1) == '1'                          ⇒ false
            dyn('1') < 1                           ⇒ unknown
            [1, 2] == [1, 2]                       ⇒ true
            [1, 2] == [2, 1]                       ⇒ false
            {'a': 1, 'b': 2} == {'b': 2, 'a': 1}   ⇒ true
            1u < 2u                                ⇒ true
            duration('60s') == duration('1m')      ⇒ true
            timestamp('2026-01-01T00:00:00Z') < timestamp('2026-01-01T00:00:01Z') ⇒ true
            2 in [1, 2]                            ⇒ true
            'c' in ['a', 'b']                      ⇒ false
            'a' in {'a': 1}                        ⇒ true
            x.one in [1.0]                         ⇒ true
            """)
    void comparisons(String expression, String value) {
        assertValue(expression, value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '⇒', quoteCharacter = '`', textBlock = """
            true && false                          ⇒ false
            x.missing && false                     ⇒ false
            false && x.missing                     ⇒ false
            x.missing && true                      ⇒ unknown
            x.missing || true                      ⇒ true
            x.missing || false                     ⇒ unknown
            x.name || true                         ⇒ true
            !x.missing                             ⇒ unknown
            !x.yes                                 ⇒ false
            x.missing ? 1 : 2                      ⇒ unknown
            true ? 1 : x.missing                   ⇒ 1
            (x.missing || false) == true           ⇒ unknown
            x.yes && x.one == 1 && x.half < 1.0 && x.missing != 2 && false ⇒ false
            """)
    void logic(String expression, String value) {
        assertValue(expression, value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '⇒', quoteCharacter = '`', textBlock = """
            7 / 2                                  ⇒ 3
            -7 / 2                                 ⇒ -3
            -7 % 3                                 ⇒ -1
            1 / 0                                  ⇒ unknown
            1 % 0                                  ⇒ unknown
            1.0 / 0.0                              ⇒ Infinity
            0.0 / 0.0                              ⇒ NaN
            0.0 / 0.0 == 0.0 / 0.0                 ⇒ false
            9223372036854775807 + 1                ⇒ unknown
            -9223372036854775808 - 1               ⇒ unknown
            -9223372036854775808 / -1              ⇒ unknown
            -(-9223372036854775808)                ⇒ unknown
            4611686018427387904 * 2                ⇒ unknown
            3037000499 * 3037000499                ⇒ 9223372030926249001
            2u - 3u                                ⇒ unknown
            x.one + 1                              ⇒ 2
            x.one + x.half                         ⇒ 1.5
            double(x.one) + x.half                 ⇒ 1.5
            """)
    void arithmetic(String expression, String value) {
        assertValue(expression, value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '⇒', quoteCharacter = '`', textBlock = """
            'a' + 'b'                              ⇒ ab
            size('ä😀')                            ⇒ 2
            'ada'.size()                           ⇒ 3
            size([1, 2])                           ⇒ 2
            size({'a': 1})                         ⇒ 1
            'library'.startsWith('lib')            ⇒ true
            'library'.endsWith('lib')              ⇒ false
            'library'.contains('bra')              ⇒ true
            'library'.matches('b.a')               ⇒ true
            'library'.matches('^b')                ⇒ false
            x.name.matches(x.name)                 ⇒ true
            x.name.matches('(' + x.name)           ⇒ unknown
            x.one.startsWith('a')                  ⇒ unknown
            """)
    void text(String expression, String value) {
        assertValue(expression, value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '⇒', quoteCharacter = '`', textBlock = """
            int('12')                              ⇒ 12
            int('a')                               ⇒ unknown
            int(1.9)                               ⇒ 1
            int(1e30)                              ⇒ unknown
            double('1.5')                          ⇒ 1.5
            string(1.5)                            ⇒ 1.5
            string(true)                           ⇒ true
            bool('true')                           ⇒ true
            int(timestamp('1970-01-01T00:01:00Z')) ⇒ 60
            timestamp('2026-02-28T23:00:00Z') + duration('2h') ⇒ 2026-03-01T01:00:00Z
            timestamp('2026-03-01T00:00:00Z') - timestamp('2026-02-28T00:00:00Z') ⇒ PT24H
            timestamp('2026-03-02T20:00:00Z').getDayOfWeek() ⇒ 1
            timestamp('2026-03-02T20:00:00Z').getHours('Europe/Zurich') ⇒ 21
            timestamp('yesterday')                 ⇒ unknown
            type(1) == int                         ⇒ true
            type('a') == int                       ⇒ false
            """)
    void conversions(String expression, String value) {
        assertValue(expression, value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '⇒', quoteCharacter = '`', textBlock = """
            has(x.one)                             ⇒ true
            has(x.missing)                         ⇒ false
            has(x.inner.k)                         ⇒ true
            has(x.inner.missing)                   ⇒ false
            has(x.missing.k)                       ⇒ unknown
            has(x.name.k)                          ⇒ unknown
            x.inner.k                              ⇒ v
            x['one']                               ⇒ 1
            x.list[1]                              ⇒ 2
            x.list[2]                              ⇒ unknown
            x.list[-1]                             ⇒ unknown
            x.list                                 ⇒ [1, 2]
            """)
    void fields(String expression, String value) {
        assertValue(expression, value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '⇒', quoteCharacter = '`', textBlock = """
            [1, 2, 3].exists(e, e > 2)             ⇒ true
            [0, 1].exists(e, 1 / e == 1)           ⇒ true
            [0, 1].exists(e, 1 / e == 2)           ⇒ unknown
            [].exists(e, true)                     ⇒ false
            [1, 2, 3].all(e, e > 0)                ⇒ true
            [0, 1].all(e, 1 / e == 2)              ⇒ false
            [].all(e, false)                       ⇒ true
            [1, 2, 3].exists_one(e, e > 2)         ⇒ true
            [1, 2, 3].exists_one(e, e > 1)         ⇒ false
            [0, 1].exists_one(e, 1 / e == 1)       ⇒ unknown
            [1, 2].map(e, e * 2)                   ⇒ [2, 4]
            [1, 2].map(e, e > 1, e * 2)            ⇒ [4]
            [1, 0].map(e, 1 / e)                   ⇒ unknown
            [1, 2].filter(e, e > 1)                ⇒ [2]
            {'a': 1, 'b': 2}.all(k, k < 'c')       ⇒ true
            [1, 2].map(e, [3, 4].map(f, e * f))    ⇒ [[3, 4], [6, 8]]
            [1, 2].map(e, [e].map(e, e + 1)[0] + e) ⇒ [3, 5]
            [[1], [2, 3]].exists(l, l.all(e, e > 1)) ⇒ true
            x.one.exists(e, true)                  ⇒ unknown
            """)
    void macros(String expression, String value) {
        assertValue(expression, value);
    }

    private static void assertValue(String text, String value) {
        Expression expression = GIVEN.expression(text);
        Object computed = expression.evaluate(GIVEN.scope());
        assertThat(computed == null ? "unknown" : computed.toString()).as(text).isEqualTo(value);
    }
}
