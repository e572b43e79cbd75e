package dev.anlass.jobs.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is remembered of a customer as a person reads it: a name and a value on each line, indented as they belong together. */
final class StateText {

    private static final String INDENT = "  ";

    private StateText() {}

    static String of(JsonNode state) {
        StringBuilder text = new StringBuilder();
        fields(state, "", text);
        return text.toString();
    }

    private static void fields(JsonNode object, String indent, StringBuilder text) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = field.getKey().replace('_', ' ');
            JsonNode value = field.getValue();
            text.append(indent).append(name);
            if (isFlat(value)) {
                text.append(": ").append(flat(value)).append('\n');
            } else if (value.isObject()) {
                text.append('\n');
                fields(value, indent + INDENT, text);
            } else {
                text.append('\n');
                value.forEach(item -> item(item, indent + INDENT, text));
            }
        }
    }

    /** What is flat on the first line, what is not below it. */
    private static void item(JsonNode item, String indent, StringBuilder text) {
        List<String> flat = new ArrayList<>();
        item.properties().stream()
                .filter(field -> isFlat(field.getValue()))
                .forEach(field -> flat.add(field.getKey().replace('_', ' ') + " " + flat(field.getValue())));
        text.append(indent).append(String.join(", ", flat)).append('\n');
        item.properties().stream().filter(field -> !isFlat(field.getValue())).forEach(field -> field.getValue()
                .forEach(inner -> item(inner, indent + INDENT, text)));
    }

    private static boolean isFlat(JsonNode value) {
        return value.isEmpty() || value.isArray() && value.get(0).isValueNode();
    }

    private static String flat(JsonNode value) {
        if (value.isValueNode()) {
            return value.asText();
        }
        List<String> items = new ArrayList<>();
        value.forEach(item -> items.add(item.asText()));
        return items.isEmpty() ? "none" : String.join(" ", items);
    }
}
