package dev.anlass.jobs.consent;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What ISO/IEC TS 27560 asks for and only the controller can say: its key in the controller's file, and its term. */
enum ControllerField {
    CONTROLLER("party name, party id", "dpv:hasDataController"),
    ADDRESS("party address", "dpv:hasAddress"),
    CONTACT("party contact", "dpv:hasContact"),
    JURISDICTION("jurisdiction", "dpv:hasJurisdiction"),
    STORAGE("storage locations", "dpv:hasStorageCondition"),
    RETENTION("retention period", "dpv:hasDuration"),
    RECIPIENTS("recipient third parties", "dpv:hasRecipient"),
    WITHDRAWAL("withdrawal method", "dpv:hasConsentControl"),
    LANGUAGE("language", "dct:language");

    private final String standard;
    private final String term;

    ControllerField(String standard, String term) {
        this.standard = standard;
        this.term = term;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field of the standard. */
    String standard() {
        return standard;
    }

    /** The property of the Data Privacy Vocabulary or of Dublin Core. */
    String term() {
        return term;
    }

    static Optional<ControllerField> of(String key) {
        return Stream.of(values()).filter(field -> field.key().equals(key)).findFirst();
    }

    static List<String> keys() {
        return Stream.of(values()).map(ControllerField::key).toList();
    }
}
