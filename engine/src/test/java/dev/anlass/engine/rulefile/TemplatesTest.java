package dev.anlass.engine.rulefile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.event.FieldType;
import dev.anlass.engine.rule.ActionTemplate;
import dev.anlass.engine.rule.PayloadValue;
import dev.anlass.engine.rule.PayloadValue.Computed;
import dev.anlass.engine.rule.PayloadValue.Constant;
import dev.anlass.engine.rule.PayloadValue.Group;
import dev.anlass.engine.rule.PayloadValue.Items;
import dev.anlass.engine.rule.PayloadValue.Text;
import dev.anlass.engine.rule.Template;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Payloads and texts with expressions in them. */
class TemplatesTest {

    @Test
    void constantsKeepTheTypeThatYamlGivesThem() {
        assertThat(payload("10")).isEqualTo(new Constant(10L));
        assertThat(payload("1.5")).isEqualTo(new Constant(1.5));
        assertThat(payload("true")).isEqualTo(new Constant(true));
        assertThat(payload("'10'")).isEqualTo(new Constant("10"));
        assertThat(payload("some words")).isEqualTo(new Constant("some words"));
    }

    @Test
    void anExpressionAloneKeepsItsType() {
        assertThat(type("${cart.price}")).isEqualTo(FieldType.Scalar.DOUBLE);
        assertThat(type("'${cart.quantity}'")).isEqualTo(FieldType.Scalar.INT);
        assertThat(type("${cart.tags}")).isEqualTo(new FieldType.ListOf(FieldType.Scalar.STRING));
        assertThat(type("\"${{'a': '}'}['a']}\"")).isEqualTo(FieldType.Scalar.STRING);
    }

    @Test
    void insideTextItIsText() {
        Template template = ((Text) payload("\"Buy ${cart.name} for ${cart.price}!\"")).template();
        assertThat(shown(template)).containsExactly("Buy ", "{cart.name}", " for ", "{cart.price}", "!");
    }

    @Test
    void theCharactersThemselvesAreEscaped() {
        Template template = ((Text) payload("a $${b} $ c")).template();
        assertThat(shown(template)).containsExactly("a ${b} $ c");
    }

    @Test
    void objectsAndListsAreNested() {
        Group group = (Group) payload("{a: {b: 1}, c: [1, \"${cart.name}\"]}");
        assertThat(((Group) group.fields().get("a")).fields()).containsEntry("b", new Constant(1L));
        assertThat(((Items) group.fields().get("c")).items()).hasSize(2);
    }

    @Test
    void aMistakeIsShownInsideTheText() {
        assertThat(problems("\"Dear \\\"${cart.nam}\\\"\""))
                .containsExactly("triggers/t.yaml:10:23: error: there is no field \"nam\"");
    }

    @Test
    void whatIsNotClosedIsShownWhereItOpens() {
        assertThat(problems("Dear ${cart.name")).containsExactly("triggers/t.yaml:10:13: error: \"${\" is not closed");
    }

    @Test
    void eventsAreNotBoundInAnAction() {
        assertThat(problems("${event.name}"))
                .hasSize(1)
                .allMatch(text -> text.startsWith("triggers/t.yaml:10:10: error: "));
    }

    @Test
    void textIsMadeOfSingleValues() {
        assertThat(problems("Buy ${cart.tags}"))
                .containsExactly("triggers/t.yaml:10:14: error: this is list(string), but a single value is needed");
    }

    private static FieldType type(String value) {
        return ((Computed) payload(value)).expression().type();
    }

    private static List<String> shown(Template template) {
        return template.parts().stream()
                .map(part -> part instanceof Template.Literal literal
                        ? literal.text()
                        : "{" + ((Template.Computed) part).expression().text() + "}")
                .toList();
    }

    private static PayloadValue payload(String value) {
        ActionTemplate action = Given.loaded(rules(value)).action();
        return action.payload().get("p");
    }

    private static List<String> problems(String value) {
        return Given.problems(rules(value));
    }

    private static RuleFiles rules(String value) {
        return Given.rules()
                .with(
                        "triggers/t.yaml",
                        Given.trigger()
                                .replace("name: act", "name: act\n  payload:\n    p: " + value)
                                .replace("trigger: t\n", "trigger: t\n"));
    }
}
