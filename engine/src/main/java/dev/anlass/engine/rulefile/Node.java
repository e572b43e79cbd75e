package dev.anlass.engine.rulefile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** A piece of a YAML file that knows where it stands. */
public sealed interface Node {

    Spot at();

    /** What it is, as it is said in a message: {@code a list}. */
    String kind();

    /**
     * Text, a number, a date: whatever is no list and no mapping.
     *
     * @param text the value; for block and quoted styles without their marks
     * @param end offset after the last character
     */
    record Scalar(Spot at, int end, String text, ScalarStyle style) implements Node {

        public boolean isPlain() {
            return style == ScalarStyle.PLAIN;
        }

        /** Whether nothing is there: {@code key:} or {@code key: null}. */
        public boolean isNothing() {
            return isPlain() && (text.isEmpty() || text.equals("null") || text.equals("~"));
        }

        @Override
        public String kind() {
            return isNothing() ? "nothing" : "\"" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "\"";
        }

        /** The place in the file where a character of the text stands. */
        public Spot spotOf(int offset) {
            return at.source().at(ScalarOffsets.of(this).inFile(offset));
        }
    }

    /** Keys with values, in the order of the file; no key occurs twice. */
    record Mapping(Spot at, List<Entry> entries) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public String kind() {
            return "a mapping";
        }

        public @Nullable Node get(String key) {
            for (Entry entry : entries) {
                if (entry.key().text().equals(key)) {
                    return entry.value();
                }
            }
            return null;
        }
    }

    /** A list. */
    record Sequence(Spot at, List<Node> items) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A key and its value. */
    record Entry(Scalar key, Node value) {}
}
