package dev.anlass.engine.rulefile;

import java.util.List;
import java.util.Map;

/** A piece of a JSON file that knows where it stands. */
sealed interface JsonValue {

    /** Offset in the file, in characters. */
    int at();

    record Members(int at, Map<String, JsonValue> byName) implements JsonValue {}

    record Items(int at, List<JsonValue> items) implements JsonValue {}

    record Text(int at, String text) implements JsonValue {}

    /** A number; {@code text} is how it is written. */
    record Numeral(int at, String text, double value) implements JsonValue {}

    record Bool(int at, boolean value) implements JsonValue {}

    record Null(int at) implements JsonValue {}
}
