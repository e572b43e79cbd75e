package dev.anlass.engine.rulefile;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the value at which a JSON parser stands, with all that is in it. */
final class JsonTree {

    private final JsonParser parser;
    private final Source source;
    private final Findings findings;

    JsonTree(JsonParser parser, Source source, Findings findings) {
        this.parser = parser;
        this.source = source;
        this.findings = findings;
    }

    /** The value; the parser stands at its last token then. */
    JsonValue read() throws IOException {
        int at = offset();
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(at);
            case START_ARRAY -> items(at);
            case VALUE_STRING -> new JsonValue.Text(at, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                new JsonValue.Numeral(at, parser.getText(), parser.getDoubleValue());
            case VALUE_TRUE, VALUE_FALSE -> new JsonValue.Bool(at, parser.getBooleanValue());
            default -> new JsonValue.Null(at);
        };
    }

    /** Where the token stands at which the parser is. */
    int offset() {
        return (int) Math.max(0, parser.currentTokenLocation().getCharOffset());
    }

    private JsonValue members(int at) throws IOException {
        Map<String, JsonValue> byName = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            int nameAt = offset();
            parser.nextToken();
            if (byName.putIfAbsent(name, read()) != null) {
                findings.error(source.at(nameAt), "the name \"" + name + "\" is there twice", null);
            }
        }
        return new JsonValue.Members(at, byName);
    }

    private JsonValue items(int at) throws IOException {
        List<JsonValue> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(read());
        }
        return new JsonValue.Items(at, items);
    }
}
