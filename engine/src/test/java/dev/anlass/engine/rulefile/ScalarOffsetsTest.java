package dev.anlass.engine.rulefile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.rulefile.Node.Mapping;
import dev.anlass.engine.rulefile.Node.Scalar;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A character of a YAML scalar is found again in the file, whatever the style. */
class ScalarOffsetsTest {

    @Test
    void plain() {
        assertCharacterStandsAt("where: event.price > 1", 'p', "price > 1");
    }

    @Test
    void plainOverSeveralLines() {
        assertCharacterStandsAt("where: a &&\n    b\n\n    || x == 1", 'x', "x == 1");
    }

    @Test
    void singleQuotedWithQuotes() {
        assertCharacterStandsAt("where: 'a == ''b''\n  && x'", 'x', "x'");
    }

    @Test
    void doubleQuotedWithEscapes() {
        assertCharacterStandsAt(
                "where: \"a == \\\"b\\\" \\u00e4 \\U0001F600 \\x41 \\\n   \\n && x > 2\"", 'x', "x > 2\"");
    }

    @Test
    void literalWithIndentation() {
        assertCharacterStandsAt("where: |2- # why\n   a\n     && x\n", 'x', "x\n");
    }

    @Test
    void folded() {
        assertCharacterStandsAt("where: >-\n  a\n  && b\n\n    more\n  x > 1\n", 'x', "x > 1\n");
    }

    @Test
    void afterCharactersOutsideTheBasicPlane() {
        assertCharacterStandsAt("# 😀😀\nname: 😀\nwhere: a == '😀' || x", 'x', "x");
    }

    @Property(tries = 2000)
    void everyVisibleCharacterOfAQuotedScalarIsFound(@ForAll("conditions") String condition) {
        String quoted = "'" + condition.replace("'", "''") + "'";
        assertVisibleCharactersAreFound("where: " + quoted, condition);
    }

    @Property(tries = 2000)
    void everyVisibleCharacterOfALiteralScalarIsFound(@ForAll("conditions") String condition) {
        String text = "x" + condition;
        assertVisibleCharactersAreFound("where: |-\n  " + text.replace("\n", "\n  "), text);
    }

    @Provide
    Arbitrary<String> conditions() {
        return Arbitraries.strings()
                .withChars("abc'\"\\#:-{}[]&*!|>%@ ,?")
                .withChars('ä', 'ß')
                .ofMaxLength(30);
    }

    private static void assertCharacterStandsAt(String yaml, char character, String rest) {
        Scalar scalar = where(yaml);
        Spot spot = scalar.spotOf(scalar.text().lastIndexOf(character));
        assertThat(yaml.substring(spot.offset())).isEqualTo(rest);
    }

    private static void assertVisibleCharactersAreFound(String yaml, String text) {
        Scalar scalar = where(yaml);
        assertThat(scalar.text()).isEqualTo(text);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != ' ') {
                assertThat(yaml.charAt(scalar.spotOf(i).offset())).isEqualTo(text.charAt(i));
            }
        }
    }

    private static Scalar where(String yaml) {
        Findings findings = new Findings();
        Node document = YamlReader.documents(new Source("test", yaml), findings).get(0);
        assertThat(findings.problems().all()).isEmpty();
        return (Scalar) ((Mapping) document).get("where");
    }
}
