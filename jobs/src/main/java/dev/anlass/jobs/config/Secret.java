package dev.anlass.jobs.config;

import java.io.Serializable;

/** A text that nobody may see; its own text keeps it to itself. */
public record Secret(String text) implements Serializable {

    public static final Secret NONE = new Secret("");

    public boolean isNone() {
        return text.isEmpty();
    }

    @Override
    public String toString() {
        return isNone() ? "no secret" : "a secret";
    }
}
