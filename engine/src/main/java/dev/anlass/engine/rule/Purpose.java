package dev.anlass.engine.rule;

import org.jspecify.annotations.Nullable;

/**
 * What data may be used for, with the legal basis.
 *
 * @param dpv the term of the W3C Data Privacy Vocabulary, if given
 */
public record Purpose(String name, Basis basis, @Nullable String dpv) {

    /** The legal basis, which decides when a use is permitted. */
    public enum Basis {
        CONSENT,
        LEGITIMATE_INTEREST,
        CONTRACT
    }
}
