package dev.anlass.engine.rulefile;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON object whose members are taken by name; what is wrong with them is found, each at its place. */
record JsonMembers(JsonValue.Members members, Source source, Findings findings) {

    boolean has(String name) {
        return members.byName().containsKey(name);
    }

    void onlyKnown(Set<String> known) {
        members.byName().forEach((name, value) -> {
            if (!known.contains(name)) {
                findings.error(
                        source.at(value.at()), "nothing is called \"" + name + "\" here", Words.nearest(name, known));
            }
        });
    }

    /** A text that is not empty; null if there is none, which is said. */
    @Nullable
    String text(String name) {
        if (needed(name) instanceof JsonValue.Text text && !text.text().isBlank()) {
            return text.text();
        }
        wrong(name, "\"" + name + "\" is a text that is not empty", null);
        return null;
    }

    /** Milliseconds since 1970; null if there is no time, which is said. */
    @Nullable
    Long time(String name) {
        if (needed(name) instanceof JsonValue.Text text) {
            try {
                return OffsetDateTime.parse(text.text()).toInstant().toEpochMilli();
            } catch (DateTimeException | ArithmeticException mistake) {
                // Said below.
            }
        }
        wrong(name, "\"" + name + "\" is a time", "expected: a time such as 2026-03-02T20:00:00Z");
        return null;
    }

    /** A number within bounds, both inclusive; the lower one if there is none, which is said. */
    double number(String name, double least, double most) {
        if (needed(name) instanceof JsonValue.Numeral number && number.value() >= least && number.value() <= most) {
            return number.value();
        }
        String bounds = most == 1 ? "from 0 to 1" : least > 0 ? "above 0" : "of 0 or more";
        wrong(name, "\"" + name + "\" is a number " + bounds, null);
        return least;
    }

    List<JsonValue> items(String name) {
        if (needed(name) instanceof JsonValue.Items items) {
            return items.items();
        }
        wrong(name, "\"" + name + "\" is a list", null);
        return List.of();
    }

    /** Says what is wrong with a member, unless it is not there, which is said already. */
    void wrong(String name, String message, @Nullable String wayOut) {
        JsonValue value = members.byName().get(name);
        if (value != null) {
            findings.error(source.at(value.at()), message, wayOut);
        }
    }

    private @Nullable JsonValue needed(String name) {
        JsonValue value = members.byName().get(name);
        if (value == null) {
            findings.error(source.at(members.at()), "\"" + name + "\" is missing", null);
        }
        return value;
    }
}
