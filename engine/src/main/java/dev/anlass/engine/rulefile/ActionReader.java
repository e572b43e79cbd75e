package dev.anlass.engine.rulefile;

import dev.anlass.engine.event.FieldType;
import dev.anlass.engine.rule.ActionTemplate;
import dev.anlass.engine.rule.Channel;
import dev.anlass.engine.rule.PayloadValue;
import dev.anlass.engine.rule.Template;
import dev.anlass.engine.rulefile.Node.Entry;
import dev.anlass.engine.rulefile.Node.Mapping;
import dev.anlass.engine.rulefile.Node.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the action of a trigger. */
final class ActionReader {

    private static final List<String> KEYS = List.of("name", "value", "expires", "payload", "text");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*");

    private final Reading reading;
    private final Map<String, FieldType> names;
    private final Uses uses;
    private final TemplateReader templates;

    ActionReader(Reading reading, Map<String, FieldType> names, Uses uses) {
        this.reading = reading;
        this.names = names;
        this.uses = uses;
        this.templates = new TemplateReader(reading, names, uses);
    }

    /** @param channel the trigger's, which says how long actions are valid if the action does not; null if unknown */
    ActionTemplate read(@Nullable Node node, @Nullable Channel channel) {
        long byChannel = channel == null ? Channel.DEFAULT_EXPIRES_MILLIS : channel.expiresMillis();
        Section section = node == null ? null : Section.of(node, "an action", reading.findings(), KEYS);
        if (section == null) {
            return new ActionTemplate("", null, byChannel, Map.of(), Map.of());
        }
        return new ActionTemplate(
                section.require("name", "", reading.values()::name),
                uses.needed(reading.expressions().number(section.find("value"), names)),
                section.read("expires", byChannel, reading.values()::duration),
                section.read("payload", Map.of(), this::payload),
                section.read("text", Map.of(), this::text));
    }

    private @Nullable Map<String, PayloadValue> payload(Node node) {
        if (node instanceof Mapping mapping) {
            return templates.payload(mapping);
        }
        reading.findings().error(node.at(), "a payload is a mapping of fields, not " + node.kind(), null);
        return null;
    }

    private @Nullable Map<String, Template> text(Node node) {
        if (!(node instanceof Mapping mapping)) {
            reading.findings()
                    .error(
                            node.at(),
                            "text is a mapping from languages to text, not " + node.kind(),
                            "expected: en: \"…\"");
            return null;
        }
        Map<String, Template> texts = new LinkedHashMap<>();
        for (Entry entry : mapping.entries()) {
            String language = entry.key().text();
            if (!LANGUAGE.matcher(language).matches()) {
                reading.findings()
                        .error(
                                entry.key().at(),
                                "\"" + language + "\" is no language",
                                "expected: such as en or de-CH");
            }
            Scalar scalar = reading.values().scalar(entry.value(), "text");
            if (scalar != null) {
                texts.put(language, templates.text(scalar));
            }
        }
        return texts;
    }
}
