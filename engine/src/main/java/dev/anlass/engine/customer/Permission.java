package dev.anlass.engine.customer;

import org.jspecify.annotations.Nullable;

/**
 * The answer to whether a use or a contact is permitted.
 *
 * @param denial why not: {@link #NO_CONSENT} or {@link #CONSENT_WITHDRAWN}; null if permitted
 * @param record the record that decided; null if there is none
 */
public record Permission(@Nullable String denial, @Nullable ConsentRecord record) {

    public static final String NO_CONSENT = "no_consent";
    public static final String CONSENT_WITHDRAWN = "consent_withdrawn";

    public boolean isGranted() {
        return denial == null;
    }
}
