package dev.anlass.engine.decide;

import dev.anlass.engine.expression.Expression;
import dev.anlass.engine.rule.ActionTemplate;
import dev.anlass.engine.rule.PayloadValue;
import dev.anlass.engine.rule.Template;
import dev.anlass.engine.rule.Trigger;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Payload and text of an action, filled in from a match. */
final class ActionText {

    private ActionText() {}

    /** The payload; a field with a missing value is left out. */
    static Map<String, Object> payload(ActionTemplate action, DecisionScope scope) {
        return group(action.payload(), scope);
    }

    /** What policies see of an action: its payload's fields, and over them what it is. */
    static Map<String, Object> seenByPolicies(
            Trigger trigger, ActionTemplate action, Map<String, Object> payload, double value) {
        Map<String, Object> seen = new LinkedHashMap<>(payload);
        seen.put("name", action.name());
        seen.put("channel", trigger.channel());
        seen.put("purpose", trigger.purpose());
        seen.put("trigger", trigger.name());
        seen.put("value", value);
        return seen;
    }

    /** The language in which the text goes out: the customer's, else its main language, else the first. */
    static @Nullable String language(ActionTemplate action, DecisionScope scope) {
        if (action.text().isEmpty()) {
            return null;
        }
        String wanted = scope.attributes().text("language");
        if (wanted != null && action.text().containsKey(wanted)) {
            return wanted;
        }
        String main = wanted == null ? "" : Locale.forLanguageTag(wanted).getLanguage();
        return action.text().containsKey(main)
                ? main
                : action.text().keySet().iterator().next();
    }

    /** The first expression of the text that has no value; null if the text is complete or there is none. */
    static @Nullable String missing(ActionTemplate action, DecisionScope scope) {
        String language = language(action, scope);
        Template template = language == null ? null : action.text().get(language);
        if (template != null) {
            for (Template.Part part : template.parts()) {
                if (part instanceof Template.Computed computed
                        && computed.expression().evaluate(scope) == null) {
                    return computed.expression().text().strip();
                }
            }
        }
        return null;
    }

    static @Nullable String text(ActionTemplate action, DecisionScope scope) {
        String language = language(action, scope);
        Template template = language == null ? null : action.text().get(language);
        return template == null || language == null ? null : text(template, scope, Locale.forLanguageTag(language));
    }

    /** The text in every language in which it is complete. */
    static Map<String, String> texts(ActionTemplate action, DecisionScope scope) {
        Map<String, String> texts = new LinkedHashMap<>();
        action.text().forEach((language, template) -> {
            String text = text(template, scope, Locale.forLanguageTag(language));
            if (text != null) {
                texts.put(language, text);
            }
        });
        return texts;
    }

    private static Map<String, Object> group(Map<String, PayloadValue> fields, DecisionScope scope) {
        Map<String, Object> filled = new LinkedHashMap<>();
        fields.forEach((name, field) -> {
            Object value = value(field, scope);
            if (value != null) {
                filled.put(name, value);
            }
        });
        return filled;
    }

    private static @Nullable Object value(PayloadValue field, DecisionScope scope) {
        if (field instanceof PayloadValue.Constant constant) {
            return constant.value();
        }
        if (field instanceof PayloadValue.Computed computed) {
            return computed.expression().evaluate(scope);
        }
        if (field instanceof PayloadValue.Text text) {
            String language = scope.attributes().text("language");
            return text(text.template(), scope, Locale.forLanguageTag(language == null ? "en" : language));
        }
        if (field instanceof PayloadValue.Group nested) {
            return group(nested.fields(), scope);
        }
        List<Object> items = new ArrayList<>();
        for (PayloadValue item : ((PayloadValue.Items) field).items()) {
            Object value = value(item, scope);
            if (value != null) {
                items.add(value);
            }
        }
        return items;
    }

    private static @Nullable String text(Template template, DecisionScope scope, Locale locale) {
        StringBuilder text = new StringBuilder();
        for (Template.Part part : template.parts()) {
            if (part instanceof Template.Literal literal) {
                text.append(literal.text());
            } else if (part instanceof Template.Computed computed) {
                Expression expression = computed.expression();
                Object value = expression.evaluate(scope);
                if (value == null) {
                    return null;
                }
                text.append(formatted(value, scope, locale));
            }
        }
        return text.toString();
    }

    private static String formatted(Object value, DecisionScope scope, Locale locale) {
        if (value instanceof Number number) {
            return NumberFormat.getInstance(locale).format(number);
        }
        if (value instanceof Instant instant) {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(locale)
                    .format(instant.atZone(scope.zone()));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> formatted(item, scope, locale)).collect(Collectors.joining(", "));
        }
        return String.valueOf(value);
    }
}
