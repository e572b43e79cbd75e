package dev.anlass.engine.rulefile;

import dev.anlass.engine.expression.Expression;
import dev.anlass.engine.expression.Origin;
import dev.anlass.engine.rule.ActionTemplate;
import dev.anlass.engine.rule.Channel;
import dev.anlass.engine.rule.PayloadValue;
import dev.anlass.engine.rule.Template;
import dev.anlass.engine.rule.Trigger;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds actions that can be too large for their channel.
 *
 * <p>An action is as large as its payload as JSON and its text as a JSON string, in the language in which that is
 * longest, with the longest values that the catalogue allows. It is looked at if its channel names a limit or if the
 * catalogue gives a length to something in it.
 */
final class PayloadLimit {

    private static final MeasureOfJson JSON = new MeasureOfJson();
    private static final int BRACKETS_BYTES = 2;

    private final Trigger trigger;
    private final Vocabulary vocabulary;
    private final Findings findings;
    private final ReadValues values;

    /** The bytes of each expression, where it is longest. */
    private final Map<String, Long> expressions = new TreeMap<>();

    private PayloadLimit(Trigger trigger, Reading reading) {
        this.trigger = trigger;
        this.vocabulary = reading.vocabulary();
        this.findings = reading.findings();
        this.values = new ReadValues(reading, trigger);
    }

    /** @param at where it is reported */
    static void check(Trigger trigger, Reading reading, Spot at) {
        Channel channel = reading.vocabulary().channels.get(trigger.channel());
        if (channel != null) {
            new PayloadLimit(trigger, reading).check(channel, at);
        }
    }

    private void check(Channel channel, Spot at) {
        boolean namesLimit = vocabulary.channelsWithLimit.contains(channel.name());
        JsonLength longest = longest(trigger.action());
        if (longest.bytes() > channel.payloadLimitBytes() && (namesLimit || longest.isDeclared())) {
            findings.error(
                    at,
                    "payload and text can have " + longest.bytes() + " bytes, the channel \"" + channel.name()
                            + "\" takes " + channel.payloadLimitBytes(),
                    "expected: shorter lengths in the catalogue, shorter text or fewer payload fields" + largest());
        } else if (namesLimit && !longest.unbounded().isEmpty()) {
            findings.warning(
                    at,
                    "it is not known whether payload and text fit into the " + channel.payloadLimitBytes()
                            + " bytes of the channel \"" + channel.name() + "\": "
                            + String.join(", ", longest.unbounded()) + " can be of any length",
                    "expected: a longest length in the catalogue, such as string(80) or list(string(20))(10)");
        }
    }

    private String largest() {
        return expressions.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(one -> "; " + one.getKey() + " can have " + one.getValue() + " of them")
                .orElse("");
    }

    private JsonLength longest(ActionTemplate action) {
        JsonLength text = JsonLength.NONE;
        for (Map.Entry<String, Template> one : action.text().entrySet()) {
            text = text.or(text(one.getValue(), Locale.forLanguageTag(one.getKey())));
        }
        return group(action.payload()).plus(text);
    }

    private JsonLength group(Map<String, PayloadValue> fields) {
        JsonLength all = JsonLength.ofBytes(BRACKETS_BYTES);
        for (Map.Entry<String, PayloadValue> field : fields.entrySet()) {
            all = all.plus(MeasureOfJson.named(field.getKey(), value(field.getValue())));
        }
        return all;
    }

    private JsonLength value(PayloadValue value) {
        if (value instanceof PayloadValue.Constant constant) {
            return JsonLength.ofBytes(JSON.of(constant.value()));
        }
        if (value instanceof PayloadValue.Computed computed) {
            return computed(computed.expression(), JSON);
        }
        if (value instanceof PayloadValue.Text text) {
            return text(text.template(), null);
        }
        if (value instanceof PayloadValue.Group nested) {
            return group(nested.fields());
        }
        JsonLength all = JsonLength.ofBytes(BRACKETS_BYTES);
        for (PayloadValue item : ((PayloadValue.Items) value).items()) {
            all = all.plus(value(item)).plus(1);
        }
        return all;
    }

    /** @param language null if it is the customer's, whichever that is */
    private JsonLength text(Template template, @Nullable Locale language) {
        MeasureOfText measure = new MeasureOfText(language);
        JsonLength all = JsonLength.ofBytes(BRACKETS_BYTES);
        for (Template.Part part : template.parts()) {
            all = all.plus(
                    part instanceof Template.Literal literal
                            ? JsonLength.ofBytes(Measure.escaped(literal.text()))
                            : computed(((Template.Computed) part).expression(), measure));
        }
        return all;
    }

    private JsonLength computed(Expression expression, Measure measure) {
        JsonLength longest = JsonLength.NONE;
        for (Origin origin : expression.origins()) {
            longest = longest.or(from(origin, expression, measure));
        }
        expressions.merge(expression.text().strip(), longest.bytes(), Math::max);
        return longest;
    }

    private JsonLength from(Origin origin, Expression expression, Measure measure) {
        if (origin instanceof Origin.Field field) {
            return values.longest(field, measure);
        }
        return origin instanceof Origin.Literal literal
                ? JsonLength.ofBytes(measure.of(literal.value()))
                : measure.of(expression.type(), expression.text().strip());
    }
}
